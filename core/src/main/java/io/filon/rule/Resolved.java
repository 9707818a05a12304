package io.filon.rule;

import java.math.BigDecimal;
import java.util.List;

/// A rule with its names looked up and its constants typed: what the readers of a [CheckedRule] read.
///
/// Constants are what [FactType#constant] gives.
sealed interface Resolved {
    record Everyone() implements Resolved {}

    record Compare(Fact fact, Operator operator, Object value) implements Resolved {}

    record Between(Fact fact, Object low, Object high) implements Resolved {}

    record In(Fact fact, List<Object> values) implements Resolved {}

    record Known(Fact fact) implements Resolved {}

    record All(List<Resolved> rules) implements Resolved {}

    record Any(List<Resolved> rules) implements Resolved {}

    record Not(Resolved rule) implements Resolved {}

    record Top(Fact fact, BigDecimal share, Resolved among) implements Resolved {}

    /// @return as `compareTo`
    @SuppressWarnings("unchecked") // both come from the same FactType, so they are of one class
    static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }
}
