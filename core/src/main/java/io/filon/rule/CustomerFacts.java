package io.filon.rule;

import java.util.Map;
import java.util.Optional;

/// What is known of one customer, for evaluating a rule in plain Java.
///
/// @param values by name of the fact; a fact that is not known is absent. Numbers as any `Number`, words as `String`,
///     flags as `Boolean`, days as `LocalDate`
public record CustomerFacts(String customerId, Map<String, Object> values) {

    public CustomerFacts {
        values = Map.copyOf(values);
    }

    /// The fact in the form constants have, if it is known.
    Optional<Object> value(Fact fact) {
        return Optional.ofNullable(values.get(fact.name())).map(fact.type()::stored);
    }
}
