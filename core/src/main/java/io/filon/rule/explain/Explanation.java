package io.filon.rule.explain;

import io.filon.rule.FactType;
import io.filon.rule.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/// Why a customer belongs, or does not, at one instant.
public record Explanation(String customerId, String rule, Instant at, Part part) {

    /// The rule, or a part of it.
    ///
    /// @param value  what it came to; [Value.Unknown] of logic, and of what is not known
    /// @param gap    what is missing or too much
    /// @param events those that count, in order of time; empty of what is not about events
    /// @param flip   when it turns by itself
    public record Part(
            Rule rule, boolean holds, Value value, Gap gap, List<Counted> events, Flip flip, List<Part> parts) {
        public Part {
            events = List.copyOf(events);
            parts = List.copyOf(parts);
        }
    }

    public sealed interface Value {
        record Known(Object value) implements Value {}

        record Unknown() implements Value {}

        /// Not told of so few: what it would be told of, and the least of that.
        record TooFew(FactType type, BigDecimal of, BigDecimal base) implements Value {}
    }

    /// How far a number is from where the condition would turn.
    public sealed interface Gap {
        record None() implements Gap {}

        /// So much more is needed.
        ///
        /// @param beyond whether the bound itself is not enough
        record Missing(BigDecimal amount, boolean beyond) implements Gap {}

        /// So much less is needed.
        record Excess(BigDecimal amount, boolean beyond) implements Gap {}
    }

    public record Counted(String id, String name, Instant occurred) {}

    /// What happens with no event.
    public sealed interface Flip {
        /// It stays as it is, at least for the time looked ahead.
        record Never() implements Flip {}

        record At(Instant instant) implements Flip {}

        /// It depends on other customers too.
        record Unknown() implements Flip {}
    }
}
