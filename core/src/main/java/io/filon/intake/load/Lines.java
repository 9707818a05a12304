package io.filon.intake.load;

import java.util.List;

/// Where in a user's file the records are: physical lines, counted from 1.
public interface Lines {

    /// The line each record starts on.
    ///
    /// @param file     name as the user gave it
    /// @param ordinals records counted from 0, ascending
    List<Long> of(String file, List<Long> ordinals);

    /// For files with one record a line under one line of headers.
    static Lines afterHeader() {
        return (file, ordinals) -> ordinals.stream().map(ordinal -> ordinal + 2).toList();
    }
}
