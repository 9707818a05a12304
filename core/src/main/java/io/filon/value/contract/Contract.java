package io.filon.value.contract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One contract begun by the run's date.
///
/// @param plan           empty where not stated
/// @param periodDays     after which it is renewed or not
/// @param amount         a period; null where not stated
/// @param ended          whether it has ended
/// @param endsOn         the day it is known to end on, later than the run's date; null for none
/// @param renewals       how often it has been renewed
/// @param periodsLeft    of one that is known to end: still to begin until then; else 0
public record Contract(
        String subscriptionId,
        String customerId,
        String plan,
        int periodDays,
        @Nullable Double amount,
        boolean ended,
        @Nullable LocalDate endsOn,
        int renewals,
        int periodsLeft) {

    /// Runs and is not known to end.
    public boolean open() {
        return !ended && endsOn == null;
    }
}
