package io.filon.rule;

import static io.filon.problem.Require.require;

import java.math.BigDecimal;

/// What a value is compared with.
public sealed interface Operand {

    /// As written: `2`, `12.50`, `10 %`, `2026-01-31`, `true`, `Madrid`.
    record Constant(String text) implements Operand {
        public Constant {
            require(
                    !text.isEmpty() && text.equals(text.strip()),
                    "the constant '%s' must be text without margins",
                    text);
        }
    }

    /// Another measure of the same customer, so many times: `1.5 × own weekday share`. Not known when it is not.
    ///
    /// @param factor 1 unless both are numbers
    record Of(Measure measure, BigDecimal factor) implements Operand {
        public Of {
            factor = factor.stripTrailingZeros();
            require(factor.signum() > 0, "the factor (%s) must be over 0", factor);
        }
    }

    /// Another property of the same event or item.
    record Property(String name) implements Operand {}
}
