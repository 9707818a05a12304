package io.filon.rule.live;

import io.filon.rule.Operator;
import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Quantity;
import io.filon.rule.live.log.Reading;
import java.util.List;
import java.util.Map;

/// A claim about a measure that is read off the log.
///
/// @param left     what is measured
/// @param right    what it is compared with: constants, or another measure; each is where the claim could turn while
///     the measure grows by time
/// @param claim    what is said
/// @param personal whether by the person's own clock
record LogLeaf(Quantity left, List<Quantity> right, Claimed claim, boolean personal) implements Leaf {

    sealed interface Claimed {
        /// A claim settled by the value alone.
        record Alone(ClaimTests.Test test) implements Claimed {}

        /// A comparison with the one on the right.
        record Compared(Operator operator) implements Claimed {}
    }

    @Override
    public boolean holds(Customer customer, LogView view) {
        Reading reading = left.read(view);
        long until = reading.until();
        boolean holds = claim instanceof Claimed.Alone(ClaimTests.Test test)
                && reading.value() != null
                && test.holds(reading.value(), Map.of(), view.zone(personal));
        for (Quantity each : right) {
            Reading other = each.read(view);
            until = Math.min(until, other.until());
            if (reading.value() == null || other.value() == null) {
                continue;
            }
            if (claim instanceof Claimed.Compared(Operator operator)) {
                holds = operator.holds(ClaimTests.order(reading.value(), other.value()));
            }
            double slope = reading.slope() - other.slope();
            if (slope != 0) {
                double difference = ClaimTests.number(reading.value()) - ClaimTests.number(other.value());
                until = Math.min(until, Reading.crossing(difference, slope, view.now()));
            }
        }
        view.until(until);
        return holds;
    }
}
