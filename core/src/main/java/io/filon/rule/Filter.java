package io.filon.rule;

import static io.filon.problem.Require.require;

import java.util.List;

/// What must be true of one event, or of one of its items. Two-valued, as rules are.
public sealed interface Filter {

    /// Whatever it is.
    record Every() implements Filter {}

    record All(List<Filter> filters) implements Filter {
        public All {
            filters = List.copyOf(filters);
            require(!filters.isEmpty(), "'all' needs at least one condition");
        }
    }

    record Any(List<Filter> filters) implements Filter {
        public Any {
            filters = List.copyOf(filters);
            require(!filters.isEmpty(), "'any' needs at least one condition");
        }
    }

    record Not(Filter filter) implements Filter {}

    /// A property of the event, or of the item when inside [Items]; [#TIME] is when the event happened.
    record Property(String name, Claim claim) implements Filter {
        public Property {
            require(!name.isBlank(), "a condition needs the name of a property");
        }
    }

    /// A fact of the customer: now, or as it was when the event happened ([Moment.Then]).
    record Customer(Measure.Fact fact, Claim claim) implements Filter {}

    /// Some, every or no item satisfies the whole inner filter, so that its conditions are about one and the same
    /// item. `all` of no items is false; `none` of no items is true.
    record Items(Quantifier quantifier, Filter item) implements Filter {}

    enum Quantifier {
        ANY,
        ALL,
        NONE
    }

    /// The property every event has: its own instant.
    String TIME = "time";
}
