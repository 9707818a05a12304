package io.filon.rule.live;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import io.filon.rule.Condition;
import io.filon.rule.EventType;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.clock.Clocks;
import io.filon.rule.live.log.Dictionary;
import io.filon.rule.live.log.Layout;
import io.filon.rule.live.log.Shares;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Rules made ready to be kept up to date together: identical conditions are one, so that a customer's state does not
/// grow with how often something is asked.
public final class LiveRules {

    private record Key(Condition condition, boolean personal) {}

    /// @param logic over conditions by number
    record Ready(String name, Logic logic) {}

    private final Clocks clocks;
    private final Catalogue catalogue;
    private final Map<Key, Integer> numbers = new LinkedHashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Ready> rules = new ArrayList<>();
    private final Shares shares = new Shares();
    private final Layout layout;
    private final Reach reach;

    private LiveRules(List<CheckedRule> checked, ZoneId brand) {
        this.clocks = new Clocks(brand);
        this.catalogue = checked.getFirst().catalogue();
        Map<Key, CheckedRule> asked = new LinkedHashMap<>();
        checked.forEach(rule -> collect(rule.rule(), rule, false, asked));
        Dictionary words = new Dictionary();
        asked.entrySet().stream()
                .sorted(Comparator.comparing(entry -> events(entry.getKey().condition)))
                .forEach(entry -> add(entry.getKey(), entry.getValue(), words));
        checked.forEach(rule -> rules.add(new Ready(rule.name(), logic(rule.rule(), false))));
        this.layout = shares.layout(words, catalogue);
        this.reach = new Reach(leaves, rules, layout, catalogue);
    }

    private static void collect(Rule rule, CheckedRule checked, boolean personal, Map<Key, CheckedRule> into) {
        switch (rule) {
            case Rule.Everyone() -> {}
            case Rule.All(List<Rule> parts) -> parts.forEach(part -> collect(part, checked, personal, into));
            case Rule.Any(List<Rule> parts) -> parts.forEach(part -> collect(part, checked, personal, into));
            case Rule.ExactlyOne(List<Rule> parts) -> parts.forEach(part -> collect(part, checked, personal, into));
            case Rule.AtLeast(int _, List<Rule> parts) -> parts.forEach(part -> collect(part, checked, personal, into));
            case Rule.Not(Rule inner) -> collect(inner, checked, personal, into);
            case Rule.Named(String _, Rule inner) -> collect(inner, checked, personal, into);
            case Rule.PersonTime(Rule inner) -> collect(inner, checked, true, into);
            case Condition condition -> into.putIfAbsent(new Key(condition, personal), checked);
        }
    }

    /// What it is about: conditions on the same events are numbered together, so that what an event changes of a
    /// customer lies together in memory.
    private static String events(Condition condition) {
        return String.join(" ", new TreeSet<>(new Critical(condition).events));
    }

    private void add(Key key, CheckedRule checked, Dictionary words) {
        numbers.put(key, leaves.size());
        leaves.add(new Conditions(checked, key.personal, clocks, shares, words).leaf(key.condition));
    }

    /// @param checked at least one; names differ, and the catalogue is the same
    /// @throws FilonException when one of them cannot be kept up to date, with the reasons of all
    public static LiveRules of(List<CheckedRule> checked, ZoneId brand) {
        List<Problem> problems = new ArrayList<>();
        checked.forEach(rule -> problems.addAll(problems(rule)));
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new LiveRules(checked, brand);
    }

    /// Why a rule cannot be kept up to date live; empty when it can. Such a rule is worked out again with each run.
    public static List<Problem> problems(CheckedRule rule) {
        return Refusals.of(rule.name(), rule.rule());
    }

    private Logic logic(Rule rule, boolean personal) {
        return switch (rule) {
            case Rule.Everyone() -> new Logic.Everyone();
            case Rule.All(List<Rule> parts) -> count(parts, parts.size(), parts.size(), personal);
            case Rule.Any(List<Rule> parts) -> count(parts, 1, parts.size(), personal);
            case Rule.ExactlyOne(List<Rule> parts) -> count(parts, 1, 1, personal);
            case Rule.AtLeast(int least, List<Rule> parts) -> count(parts, least, parts.size(), personal);
            case Rule.Not(Rule inner) -> new Logic.Not(logic(inner, personal));
            case Rule.Named(String _, Rule inner) -> logic(inner, personal);
            case Rule.PersonTime(Rule inner) -> logic(inner, true);
            case Condition condition -> new Logic.Leaf(Objects.requireNonNull(numbers.get(new Key(condition, personal))));
        };
    }

    private Logic count(List<Rule> parts, int least, int most, boolean personal) {
        List<Logic> each = parts.stream().map(part -> logic(part, personal)).toList();
        return new Logic.Count(each, least, most);
    }

    ZoneId brand() {
        return clocks.brand();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /// By number.
    List<Condition> conditions() {
        return numbers.keySet().stream().map(Key::condition).toList();
    }

    List<Ready> rules() {
        return rules;
    }

    Layout layout() {
        return layout;
    }

    Reach reach() {
        return reach;
    }

    Map<String, Integer> numberOfRule() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            numbers.put(rules.get(i).name(), i);
        }
        return numbers;
    }

    /// Names of events that take back others of a kind, with what they say of it.
    static Map<String, Set<EventType.Correction>> corrections(Catalogue catalogue, Set<String> corrected) {
        Map<String, Set<EventType.Correction>> correcting = new HashMap<>();
        corrected.forEach(name -> catalogue
                .correctionsOf(name)
                .forEach((by, correction) ->
                        correcting.computeIfAbsent(by, _ -> new HashSet<>()).add(correction)));
        return correcting;
    }
}
