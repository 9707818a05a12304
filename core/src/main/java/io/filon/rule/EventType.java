package io.filon.rule;

import static io.filon.problem.Require.require;

import java.util.List;
import java.util.Optional;

/// A kind of event that customers have, `Order Completed`, and what may be asked of it.
///
/// @param properties of the event; `time` is always there and is not listed
/// @param items      properties of each of its items; empty when it has none
/// @param corrects   what it takes back: a refund takes money off an order, a cancellation the whole of it
public record EventType(String name, List<Property> properties, List<Property> items, List<Correction> corrects) {

    /// @param name as rules write it; must not start with `items.`
    public record Property(String name, FactType type) {
        public Property {
            require(!name.isBlank() && !name.startsWith("items."), "'%s' cannot name a property", name);
        }
    }

    /// Takes back events of another type that have the same `key` as the correcting one, from when it happens.
    ///
    /// @param key     a property of both
    /// @param amounts properties of both that are subtracted; an event of which one of them comes to 0 or less does
    ///     not count any more. When empty, the event does not count at all
    public record Correction(String event, String key, List<String> amounts) {
        public Correction {
            amounts = List.copyOf(amounts);
        }
    }

    public EventType {
        require(!name.isBlank() && name.equals(name.strip()), "'%s' cannot name an event", name);
        properties = List.copyOf(properties);
        items = List.copyOf(items);
        corrects = List.copyOf(corrects);
    }

    public EventType(String name, List<Property> properties) {
        this(name, properties, List.of(), List.of());
    }

    /// The type of a property of the event, `amount`, of the instant it happened, `time`, or of its items,
    /// `items.price`.
    public Optional<FactType> property(String property) {
        if (property.equals(Filter.TIME)) {
            return Optional.of(FactType.INSTANT);
        }
        return property.startsWith("items.")
                ? type(items, property.substring("items.".length()))
                : type(properties, property);
    }

    private static Optional<FactType> type(List<Property> properties, String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .map(Property::type)
                .findFirst();
    }
}
