package io.filon.rule.check;

import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What a check has found wrong so far, and how much it has gone through. For one use by one thread.
final class Findings {

    /// Words with which people begin a condition on events, or that say more of one: no fact is called so.
    private static final Set<String> OF_EVENTS = Set.of(
            "event",
            "events",
            "action",
            "sequence",
            "times",
            "where",
            "window",
            "within",
            "after",
            "in_last",
            "not_did");

    /// Words with which other languages join conditions.
    private static final Set<String> OF_LOGIC =
            Set.of("and", "or", "at_least", "at_most", "all_of", "any_of", "none_of");

    /// More than anybody reads, and few enough for every engine.
    static final int MOST_CONDITIONS = 1000;

    /// Conditions inside conditions; deeper is no sentence any more.
    static final int DEEPEST = 40;

    private final Catalogue catalogue;
    private final List<Problem> problems = new ArrayList<>();
    private int conditions;
    private int depth;

    Findings(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }

    void add(String code, Object... values) {
        problems.add(Problem.of(code, values));
    }

    /// Goes into a part of the rule, unless the limits are passed: what lies beyond is not looked at.
    void within(Runnable part) {
        conditions++;
        if (conditions > MOST_CONDITIONS) {
            add("rule.too_long", MOST_CONDITIONS);
            return;
        }
        if (depth >= DEEPEST) {
            add("rule.too_deep", DEEPEST);
            return;
        }
        depth++;
        part.run();
        depth--;
    }

    /// Says that a name is unknown, with the nearest known one or else all of them.
    ///
    /// @param kind `fact`, `event`, `property`, `segment`, `source`
    void unknown(String kind, String path, String name, Collection<String> known) {
        if (kind.equals("fact") && OF_EVENTS.contains(name)) {
            problems.add(Problem.of("rule.word_of_events", path, name));
            return;
        }
        if (kind.equals("fact") && OF_LOGIC.contains(name)) {
            problems.add(Problem.of("rule.word_of_logic", path, name));
            return;
        }
        problems.add(Nearest.to(name, known)
                .map(nearest -> Problem.of("rule.unknown_%s_near".formatted(kind), path, name, nearest))
                .orElseGet(() -> Problem.of(
                        "rule.unknown_" + kind,
                        path,
                        name,
                        String.join(", ", known.stream().sorted().toList()))));
    }
}
