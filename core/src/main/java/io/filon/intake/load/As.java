package io.filon.intake.load;

/// The type a cell is read as.
enum As {
    TEXT("varchar"),
    EMAIL("varchar"),
    PHONE("varchar"),
    CURRENCY("varchar"),
    /// A status word, as the plan says what it means.
    STATUS("varchar"),
    MONEY("decimal(18, 4)"),
    QUANTITY("decimal(18, 4)"),
    NUMBER("double"),
    WHOLE("bigint"),
    DAY("date"),
    /// An instant; midnight of the workspace zone when only the day is written.
    INSTANT("timestamp with time zone"),
    /// An instant; null when only the day is written.
    TIMED("timestamp with time zone"),
    FLAG("boolean"),
    /// True when something is written; under a column of flags, when it says yes.
    PRESENT("boolean");

    private final String type;

    As(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }
}
