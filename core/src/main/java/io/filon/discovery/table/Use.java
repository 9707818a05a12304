package io.filon.discovery.table;

/// What a column of the table serves for.
enum Use {
    TARGET,
    ID,
    NUMBER,
    WORDS,
    DATE,
    NOTHING
}
