package io.filon.rule.live.log;

import io.filon.rule.FactType;
import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.clock.Micros;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A measure made ready to be read off a customer's log.
public sealed interface Quantity
        permits Quantity.Ratio, Quantity.Times, Quantity.Constant, LogMeasure, ValueMeasure, LogSequence {

    Reading read(LogView view);

    /// One for each unit of the other. The bottom stands still.
    record Ratio(Quantity top, Quantity bottom, BigDecimal base) implements Quantity {
        @Override
        public Reading read(LogView view) {
            Reading above = top.read(view);
            Reading below = bottom.read(view);
            long until = Math.min(above.until(), below.until());
            if (above.value() == null || below.value() == null) {
                return Reading.still(null, until);
            }
            double bottomValue = ClaimTests.number(below.value());
            if (!(bottomValue > 0 && bottomValue >= base.doubleValue())) {
                return Reading.still(null, until);
            }
            return new Reading(ClaimTests.number(above.value()) / bottomValue, above.slope() / bottomValue, until);
        }
    }

    /// So many times another.
    record Times(Quantity quantity, BigDecimal factor) implements Quantity {
        @Override
        public Reading read(LogView view) {
            Reading reading = quantity.read(view);
            if (factor.compareTo(BigDecimal.ONE) == 0 || reading.value() == null) {
                return reading;
            }
            return new Reading(times(reading.value()), reading.slope() * factor.doubleValue(), reading.until());
        }

        private Object times(Object value) {
            return value instanceof BigDecimal exact
                    ? exact.multiply(factor)
                    : ClaimTests.number(value) * factor.doubleValue();
        }
    }

    /// A constant of a claim.
    record Constant(@Nullable Object value) implements Quantity {
        static Constant of(FactType type, String text) {
            return new Constant(type.constant(text).orElseThrow());
        }

        @Override
        public Reading read(LogView view) {
            return Reading.still(value, Micros.NEVER);
        }
    }
}
