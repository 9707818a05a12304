package io.filon.rule.live.turn;

import io.filon.rule.live.log.LogView;

/// A claim about what one customer did, with when it turns by itself.
public sealed interface Turning permits Counted, Summed, Shared, Since, InPeriods, Completed {

    /// Whether it holds now. [LogView#until] then says the first instant at which it no longer does, or does again,
    /// if nothing more happens; where the calendar makes that hard to say, an earlier one.
    boolean holds(LogView view);
}
