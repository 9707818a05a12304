package io.filon.discovery.search;

import java.math.BigDecimal;

/// One condition of a rule, on one attribute.
///
/// Its text is what scripts read: `city = Madrid`, `age <= 30`, `10 < income <= 20`, `sector not stated`.
public sealed interface Condition {

    String attribute();

    record Is(String attribute, String value) implements Condition {
        @Override
        public String text() {
            return attribute + " = " + value;
        }
    }

    record AtMost(String attribute, double bound) implements Condition {
        @Override
        public String text() {
            return attribute + " <= " + number(bound);
        }
    }

    record Above(String attribute, double bound) implements Condition {
        @Override
        public String text() {
            return attribute + " > " + number(bound);
        }
    }

    /// Over `low` and up to `high`, `high` included.
    record Within(String attribute, double low, double high) implements Condition {
        @Override
        public String text() {
            return number(low) + " < " + attribute + " <= " + number(high);
        }
    }

    record NotStated(String attribute) implements Condition {
        @Override
        public String text() {
            return attribute + " not stated";
        }
    }

    String text();

    /// A bound in digits, never in powers of ten, with no more decimals than it needs.
    static String number(double bound) {
        BigDecimal exact = BigDecimal.valueOf(bound).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }
}
