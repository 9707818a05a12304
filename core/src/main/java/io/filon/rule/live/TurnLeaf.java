package io.filon.rule.live;

import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Quantity;
import io.filon.rule.live.turn.Turning;

/// A claim about what is read off the log whose turning is known exactly.
///
/// @param of what it is about
record TurnLeaf(Turning turning, Quantity of) implements Leaf {

    @Override
    public boolean holds(Customer customer, LogView log) {
        return turning.holds(log);
    }
}
