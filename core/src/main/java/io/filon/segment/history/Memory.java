package io.filon.segment.history;

import io.filon.segment.Base;
import io.filon.segment.Library;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Keeps who is in which segment now, and what moved since it was last kept.
public final class Memory {

    private Memory() {}

    /// @param decidedAt the clock's, kept to the thousandth of a second
    /// @return whether there was anything new
    public static boolean keep(Base base, Library library, Instant decidedAt) {
        Decisions decisions = new Decisions(base.store());
        Moves moves = new Moves(base);
        Optional<Decision> before = decisions.latest(base.asOf());
        Decision now = Decisions.now(base, library.watched(), decidedAt.truncatedTo(ChronoUnit.MILLIS));
        if (!decisions.keep(now)) {
            return false;
        }
        before.ifPresent(earlier -> moves.keep(earlier, now, library));
        return true;
    }
}
