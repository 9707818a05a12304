package io.filon.rule.explain;

import io.filon.rule.NamedRule;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.Change;
import io.filon.rule.live.LiveRules;
import io.filon.rule.live.LiveSegments;
import io.filon.rule.reference.History;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When a rule and each of its parts turn by themselves: lets the live reader pass two years with nothing happening.
final class Flips {

    private static final int YEARS = 2;

    /// A part that is one of several, or read by the person's own clock.
    private record Key(Rule rule, boolean personal) {}

    private final Map<Key, Explanation.Flip> flips = new HashMap<>();

    Flips(CheckedRule checked, History history, Instant now, ZoneId brand) {
        List<CheckedRule> parts = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        collect(checked.rule(), false, checked, parts, keys);
        Map<String, Integer> first = new HashMap<>();
        if (parts.isEmpty()) {
            return;
        }
        List<Change> changes = new ArrayList<>();
        LiveSegments live = new LiveSegments(LiveRules.of(parts, brand), _ -> history, changes::add);
        live.add(history.customerId(), now);
        changes.clear();
        live.advance(now.plus(365L * YEARS, ChronoUnit.DAYS));
        for (int i = 0; i < keys.size(); i++) {
            flips.put(keys.get(i), new Explanation.Flip.Never());
            first.put(parts.get(i).name(), i);
        }
        for (Change change : changes.reversed()) {
            flips.put(keys.get(first.getOrDefault(change.rule(), 0)), new Explanation.Flip.At(change.at()));
        }
    }

    Explanation.Flip of(Rule rule, boolean personal) {
        return flips.getOrDefault(new Key(rule, personal), new Explanation.Flip.Unknown());
    }

    /// What can be kept up to date customer by customer.
    private static void collect(
            Rule rule, boolean personal, CheckedRule checked, List<CheckedRule> parts, List<Key> keys) {
        Key key = new Key(rule, personal);
        if (keys.contains(key)) {
            return;
        }
        Rule read = personal ? new Rule.PersonTime(rule) : rule;
        CheckedRule part = CheckedRule.check(
                new NamedRule("%s %d".formatted(checked.name(), parts.size()), read), checked.catalogue());
        if (LiveRules.problems(part).isEmpty()) {
            parts.add(part);
            keys.add(key);
        }
        boolean inner = personal || rule instanceof Rule.PersonTime;
        for (Rule each : rule.parts()) {
            collect(each, inner, checked, parts, keys);
        }
    }
}
