package io.filon.rule.live;

import io.filon.rule.reference.History;

/// Where everything known of a customer can be read again: asked when something arrives too late for what is kept,
/// and when a refund or cancellation changes what an earlier event was.
public interface HistorySource {

    /// Everything accepted so far, what is being accepted at the moment included; in the order it arrived.
    History history(String customerId);
}
