package io.filon.rule.live;

import io.filon.rule.Catalogue;
import io.filon.rule.EventType;
import io.filon.rule.live.log.Kind;
import io.filon.rule.live.log.Layout;
import io.filon.rule.live.log.LogMeasure;
import io.filon.rule.live.log.LogSequence;
import io.filon.rule.live.log.Matcher;
import io.filon.rule.live.log.Quantity;
import io.filon.rule.live.log.StepPlan;
import io.filon.rule.live.log.ValueMeasure;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What each thing that arrives can reach: which conditions are asked again, which rules they are in, what is kept.
final class Reach {

    private final int planes;
    private final List<StepPlan> plans;

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
    private final Map<String, Route> routes = new HashMap<>();
    private final Route others;

    /// What an event of one name can reach.
    ///
    /// @param kept     whether it is kept whole
    /// @param kind     in which form the log keeps it; null when it does not
    /// @param asked    conditions asked again since it is kept whole: a bit each
    /// @param net      the events that take it back
    /// @param corrects what it says of others
    /// @param lines    of the conditions it can reach, one of each [Customer#LINE] that lie together in memory
    @SuppressWarnings("ArrayRecordComponent") // bits and numbers, never compared
    record Route(
            boolean kept,
            @Nullable Kind kind,
            long[] asked,
            Map<String, EventType.Correction> net,
            Set<EventType.Correction> corrects,
            int[] lines) {

        boolean matters() {
            return kept || kind != null || !corrects.isEmpty();
        }
    }

    Reach(List<Leaf> leaves, List<LiveRules.Ready> rules, Layout layout, Catalogue catalogue) {
        plans = layout.sequences();
        planes = (leaves.size() + 63) / 64;
        ofMatcher = new long[layout.matchers().size()][planes];
        ofMemberships = new long[planes];
        ofAnyEvent = new long[planes];
        all = new long[planes];
        for (int number = 0; number < leaves.size(); number++) {
            Customer.set(all, number);
            switch (leaves.get(number)) {
                case LogLeaf logged -> logged(logged, number);
                case Leaf.Turns turning -> logged(turning.of(), number);
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
        Set<String> names = new HashSet<>(layout.kinds().keySet());
        names.addAll(ofEvent.keySet());
        names.addAll(correcting.keySet());
        names.forEach(name -> routes.put(name, route(name, layout)));
        others = new Route(keepAll, null, ofAnyEvent, Map.of(), Set.of(), new int[0]);
    }

    private Route route(String name, Layout layout) {
        long[] asked = ofAnyEvent.clone();
        add(ofEvent.getOrDefault(name, ofAnyEvent), asked);
        return new Route(
                keepAll || ofEvent.containsKey(name),
                layout.kinds().get(name),
                asked,
                net.getOrDefault(name, Map.of()),
                correcting.getOrDefault(name, Set.of()),
                lines(name, asked, layout));
    }

    private int[] lines(String name, long[] asked, Layout layout) {
        long[] reached = asked.clone();
        for (Matcher matcher : layout.matchers()) {
            if (matcher.key().names().contains(name)) {
                add(ofMatcher[matcher.number()], reached);
            }
        }
        return BitSet.valueOf(reached).stream()
                .map(number -> number / Customer.LINE)
                .distinct()
                .map(line -> line * Customer.LINE)
                .toArray();
    }

    Route route(String name) {
        return routes.getOrDefault(name, others);
    }

    private void logged(LogLeaf leaf, int number) {
        logged(leaf.left(), number);
        leaf.right().forEach(right -> logged(right, number));
    }

    private void logged(Quantity quantity, int number) {
        Set<Integer> matchers = new HashSet<>();
        matchers(quantity, matchers);
        matchers.forEach(matcher -> Customer.set(ofMatcher[matcher], number));
    }

    private void matchers(Quantity quantity, Set<Integer> into) {
        switch (quantity) {
            case Quantity.Ratio ratio -> {
                matchers(ratio.top(), into);
                matchers(ratio.bottom(), into);
            }
            case Quantity.Times times -> matchers(times.quantity(), into);
            case Quantity.Constant _ -> {}
            case LogMeasure measure -> into.add(measure.matcher());
            case ValueMeasure measure -> into.add(measure.matcher());
            case LogSequence sequence ->
                into.addAll(plans.get(sequence.number()).matchers());
        }
    }

    private void whole(Critical critical, int number, Catalogue catalogue) {
        for (String name : critical.events) {
            mark(ofEvent, name, number);
            catalogue.correctionsOf(name).keySet().forEach(by -> mark(ofEvent, by, number));
        }
        critical.facts.forEach(fact -> mark(ofFact, fact, number));
        if (critical.memberships) {
            Customer.set(ofMemberships, number);
        }
        if (critical.allEvents) {
            Customer.set(ofAnyEvent, number);
        }
    }

    private void mark(Map<String, long[]> map, String name, int number) {
        Customer.set(map.computeIfAbsent(name, _ -> new long[planes]), number);
    }

    private void mark(Logic logic, int rule) {
        switch (logic) {
            case Logic.Everyone() -> {}
            case Logic.Leaf(int number) -> Customer.set(rulesOf[number], rule);
            case Logic.Not(Logic inner) -> mark(inner, rule);
            case Logic.Count(List<Logic> parts, int _, int _) -> parts.forEach(part -> mark(part, rule));
        }
    }

    boolean keepsFact(String name) {
        return ofFact.containsKey(name);
    }

    boolean keepsMemberships() {
        return java.util.Arrays.stream(ofMemberships).anyMatch(bits -> bits != 0);
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
