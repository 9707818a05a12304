package io.filon.rule.live;

import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Quantity;
import io.filon.rule.live.turn.Turning;

/// One condition made ready to be asked of a customer again and again.
sealed interface Leaf permits Leaf.Turns, LogLeaf, WholeLeaf {

    /// Whether it holds now. [LogView#until] then says the first instant at which time alone could change it.
    ///
    /// @param log the customer's, now
    boolean holds(Customer customer, LogView log);

    /// A claim about what is read off the log whose turning is known exactly.
    ///
    /// @param of what it is about
    record Turns(Turning turning, Quantity of) implements Leaf {
        @Override
        public boolean holds(Customer customer, LogView log) {
            return turning.holds(log);
        }
    }
}
