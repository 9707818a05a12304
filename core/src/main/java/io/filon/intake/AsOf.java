package io.filon.intake;

import java.time.LocalDate;

/// The day up to which the data is looked at.
public sealed interface AsOf {

    /// The day the user asked for.
    record Given(LocalDate day) implements AsOf {}

    /// The last day with an order; without orders the last with a deal won, else with an event, else with a lead, a
    /// contract or a visit.
    record LastOrder() implements AsOf {}
}
