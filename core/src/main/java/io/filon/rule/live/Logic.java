package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import java.util.List;

/// A rule over conditions by their numbers.
sealed interface Logic {

    record Everyone() implements Logic {}

    record Leaf(int number) implements Logic {}

    record Not(Logic logic) implements Logic {}

    /// As many of them hold as from the one to the other.
    record Count(List<Logic> parts, int least, int most) implements Logic {}

    default boolean holds(Customer customer) {
        return switch (this) {
            case Everyone() -> true;
            case Leaf(int number) -> customer.holds(number);
            case Not(Logic logic) -> !logic.holds(customer);
            case Count(List<Logic> parts, int least, int most) -> {
                int held = 0;
                for (int i = 0; i < parts.size(); i++) { // an iterator would cost more than the parts
                    held += parts.get(i).holds(customer) ? 1 : 0;
                }
                yield held >= least && held <= most;
            }
        };
    }

    /// The first instant at which time alone could change it: of `all` that does not hold, not before the last of what
    /// is missing could; likewise of `any` that holds.
    default long until(Customer customer) {
        return switch (this) {
            case Everyone() -> Micros.NEVER;
            case Leaf(int number) -> customer.until(number);
            case Not(Logic logic) -> logic.until(customer);
            case Count(List<Logic> parts, int least, int most) -> {
                boolean all = least == parts.size();
                boolean any = least == 1 && most == parts.size();
                boolean holds = holds(customer);
                if ((all && !holds) || (any && holds)) {
                    yield parts.stream()
                            .filter(part -> part.holds(customer) == holds)
                            .mapToLong(part -> part.until(customer))
                            .max()
                            .orElse(Micros.NEVER);
                }
                yield parts.stream()
                        .mapToLong(part -> part.until(customer))
                        .min()
                        .orElse(Micros.NEVER);
            }
        };
    }
}
