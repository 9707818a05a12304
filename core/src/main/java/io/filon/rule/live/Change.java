package io.filon.rule.live;

import java.time.Instant;

/// That a customer entered or left a segment.
///
/// @param at     exactly when: of what arrived, the moment it arrived; of time passing, the instant itself
/// @param detail the id of the event, the name of the fact or segment; empty for time passing
public record Change(String customerId, String rule, boolean entered, Instant at, Reason reason, String detail) {

    public enum Reason {
        /// Something the customer did, in time or late.
        EVENT,
        FACT,
        MEMBERSHIP,
        /// Nothing happened but the hour.
        TIME,
        /// The customer was seen for the first time.
        NEW
    }
}
