package io.filon.rule.live;

import io.filon.rule.Condition;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.Kind;
import io.filon.rule.live.log.Layout;
import io.filon.rule.live.log.Matcher;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What keeping a rule up to date costs: for each condition what is kept of each customer, and for how long.
///
/// @param fixedBytes of each customer, whatever they do
public record SegmentCost(long fixedBytes, List<Line> lines) {

    /// Objects, their arrays' heads, the customer's id, its places in the index and in the queue, ids of the last days.
    private static final long CUSTOMER_BYTES = 280;

    public SegmentCost {
        lines = List.copyOf(lines);
    }

    /// @param bytesPerEvent of each event the condition is about; shared with other conditions on the same events
    /// @param days          how long such an event is kept; [#FOREVER] when for ever
    public record Line(Condition condition, Keeps keeps, int bytesPerEvent, long days) {}

    public static final long FOREVER = -1;

    public enum Keeps {
        /// The instant of each event, and which filters it passed.
        INSTANTS,
        /// That and values of its properties.
        VALUES,
        /// Statements of facts or memberships, or events as they are: the exact fallback of rare conditions. Some 500
        /// bytes an event are reckoned.
        WHOLE
    }

    /// @throws io.filon.problem.FilonException when the rule cannot be kept up to date
    public static SegmentCost of(CheckedRule rule, ZoneId brand) {
        LiveRules rules = LiveRules.of(List.of(rule), brand);
        List<Line> lines = new ArrayList<>();
        List<Condition> conditions = rules.conditions();
        for (int number = 0; number < conditions.size(); number++) {
            lines.add(line(conditions.get(number), number, rules));
        }
        return new SegmentCost(CUSTOMER_BYTES + 8L * (3 + conditions.size()), lines);
    }

    private static Line line(Condition condition, int number, LiveRules rules) {
        Layout layout = rules.layout();
        if (rules.leaves().get(number) instanceof WholeLeaf whole) {
            boolean events =
                    whole.critical().allEvents || !whole.critical().events.isEmpty();
            return new Line(condition, Keeps.WHOLE, events ? 500 : 0, FOREVER);
        }
        int bytes = 0;
        boolean values = false;
        long horizon = 0;
        for (Matcher matcher : layout.matchers()) {
            if (Customer.bit(rules.reach().ofMatcher[matcher.number()], number)) {
                for (String name : matcher.key().names()) {
                    Kind kind = Objects.requireNonNull(layout.kinds().get(name));
                    bytes = Math.max(bytes, 8 * kind.width());
                    values |= kind.values() > 0;
                }
                horizon = Math.max(horizon, matcher.horizon());
            }
        }
        Keeps keeps = values ? Keeps.VALUES : Keeps.INSTANTS;
        return new Line(condition, keeps, bytes, horizon == Micros.NEVER ? FOREVER : horizon / Micros.DAY);
    }
}
