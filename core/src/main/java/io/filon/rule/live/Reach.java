package io.filon.rule.live;

import io.filon.rule.Catalogue;
import io.filon.rule.EventType;
import io.filon.rule.live.log.Layout;
import io.filon.rule.live.log.LogMeasure;
import io.filon.rule.live.log.LogSequence;
import io.filon.rule.live.log.Matcher;
import io.filon.rule.live.log.Quantity;
import io.filon.rule.live.log.ValueMeasure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What each thing that arrives can reach: which conditions are asked again, which rules they are in, what is kept.
final class Reach {

    private final int planes;

    /// By number of matcher, by name of event kept whole, and by name of fact: a bit a condition.
    final long[][] ofMatcher;

    private final Map<String, long[]> ofEvent = new HashMap<>();
    private final Map<String, long[]> ofFact = new HashMap<>();
    final long[] ofMemberships;
    private final long[] ofAnyEvent;
    final long[] all;

    /// By number of condition: a bit a rule.
    final long[][] rulesOf;

    /// By name of event that a log keeps net: the events that take it back.
    final Map<String, Map<String, EventType.Correction>> net = new HashMap<>();

    /// By name of event that takes back: what it says of the others.
    final Map<String, Set<EventType.Correction>> correcting;

    private final boolean keepAll;

    Reach(List<Leaf> leaves, List<LiveRules.Ready> rules, Layout layout, Catalogue catalogue) {
        planes = (leaves.size() + 63) / 64;
        ofMatcher = new long[layout.matchers().size()][planes];
        ofMemberships = new long[planes];
        ofAnyEvent = new long[planes];
        all = new long[planes];
        for (int number = 0; number < leaves.size(); number++) {
            Customer.set(all, number, true);
            switch (leaves.get(number)) {
                case LogLeaf logged -> logged(logged, number);
                case WholeLeaf whole -> whole(whole.critical(), number, catalogue);
            }
        }
        keepAll = leaves.stream().anyMatch(leaf -> leaf instanceof WholeLeaf whole && whole.critical().allEvents);
        rulesOf = new long[leaves.size()][(rules.size() + 63) / 64];
        for (int rule = 0; rule < rules.size(); rule++) {
            mark(rules.get(rule).logic(), rule);
        }
        for (Matcher matcher : layout.matchers()) {
            if (!matcher.key().gross()) {
                matcher.key().names().forEach(name -> {
                    Map<String, EventType.Correction> corrections = catalogue.correctionsOf(name);
                    if (!corrections.isEmpty()) {
                        net.put(name, corrections);
                    }
                });
            }
        }
        correcting = LiveRules.corrections(catalogue, net.keySet());
    }

    private void logged(LogLeaf leaf, int number) {
        Set<Integer> matchers = new HashSet<>();
        matchers(leaf.left(), matchers);
        leaf.right().forEach(right -> matchers(right, matchers));
        matchers.forEach(matcher -> Customer.set(ofMatcher[matcher], number, true));
    }

    private static void matchers(Quantity quantity, Set<Integer> into) {
        switch (quantity) {
            case Quantity.Ratio ratio -> {
                matchers(ratio.top(), into);
                matchers(ratio.bottom(), into);
            }
            case Quantity.Times times -> matchers(times.quantity(), into);
            case Quantity.Constant _ -> {}
            case LogMeasure measure -> into.add(measure.matcher());
            case ValueMeasure measure -> into.add(measure.matcher());
            case LogSequence sequence -> {
                for (int matcher : sequence.matchers()) {
                    into.add(matcher);
                }
            }
        }
    }

    private void whole(Critical critical, int number, Catalogue catalogue) {
        for (String name : critical.events) {
            mark(ofEvent, name, number);
            catalogue.correctionsOf(name).keySet().forEach(by -> mark(ofEvent, by, number));
        }
        critical.facts.forEach(fact -> mark(ofFact, fact, number));
        if (critical.memberships) {
            Customer.set(ofMemberships, number, true);
        }
        if (critical.allEvents) {
            Customer.set(ofAnyEvent, number, true);
        }
    }

    private void mark(Map<String, long[]> map, String name, int number) {
        Customer.set(map.computeIfAbsent(name, _ -> new long[planes]), number, true);
    }

    private void mark(Logic logic, int rule) {
        switch (logic) {
            case Logic.Everyone() -> {}
            case Logic.Leaf(int number) -> Customer.set(rulesOf[number], rule, true);
            case Logic.Not(Logic inner) -> mark(inner, rule);
            case Logic.Count(List<Logic> parts, int _, int _) -> parts.forEach(part -> mark(part, rule));
        }
    }

    boolean keepsEvent(String name) {
        return keepAll || ofEvent.containsKey(name);
    }

    boolean keepsFact(String name) {
        return ofFact.containsKey(name);
    }

    boolean keepsMemberships() {
        return java.util.Arrays.stream(ofMemberships).anyMatch(bits -> bits != 0);
    }

    /// Adds the conditions asked again when such an event, kept whole, arrives.
    void addEvent(String name, long[] into) {
        add(ofAnyEvent, into);
        add(ofEvent.getOrDefault(name, ofAnyEvent), into);
    }

    void addFact(String name, long[] into) {
        add(ofFact.getOrDefault(name, new long[planes]), into);
    }

    static void add(long[] bits, long[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] |= bits[i];
        }
    }

    long[] none() {
        return new long[planes];
    }
}
