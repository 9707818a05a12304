package io.filon.rule.live;

import io.filon.rule.live.log.LogView;

/// One condition made ready to be asked of a customer again and again.
sealed interface Leaf permits LogLeaf, WholeLeaf {

    /// @param until the first instant at which time alone could change it
    record Held(boolean holds, long until) {}

    Held held(Customer customer, LogView log, long now);
}
