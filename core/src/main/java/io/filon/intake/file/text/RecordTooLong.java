package io.filon.intake.file.text;

import java.io.IOException;

/// A record that goes on and on, as those of no export do.
public final class RecordTooLong extends IOException {

    private static final long serialVersionUID = 1;

    private final long line;

    /// @param line the one it begins on
    RecordTooLong(long line) {
        super("The record on line %d does not end".formatted(line));
        this.line = line;
    }

    public long line() {
        return line;
    }
}
