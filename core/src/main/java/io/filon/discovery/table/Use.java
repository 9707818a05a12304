package io.filon.discovery.table;

/// What a column of the table serves for.
enum Use {
    TARGET,
    ID,
    /// Tells customers apart, but several rows are of one.
    OWNER,
    NUMBER,
    WORDS,
    DATE,
    NOTHING
}
