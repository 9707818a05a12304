package io.filon.rule.live;

import io.filon.rule.live.log.LogView;

/// One condition made ready to be asked of a customer again and again.
sealed interface Leaf permits LogLeaf, TurnLeaf, WholeLeaf {

    /// Whether it holds now. [LogView#until] then says the first instant at which time alone could change it.
    ///
    /// @param log the customer's, now
    boolean holds(Customer customer, LogView log);
}
