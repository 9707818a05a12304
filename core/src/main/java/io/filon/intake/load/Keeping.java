package io.filon.intake.load;

/// What of the files stays in the store.
public enum Keeping {
    /// All of it: later commands may ask for it.
    ALL,
    /// What an audit reads. The store goes away with the command, and storing the JSON of many events costs more than
    /// reading it: the columns of `in_events` are taken out of it, the JSON itself is not kept.
    FOR_THE_AUDIT
}
