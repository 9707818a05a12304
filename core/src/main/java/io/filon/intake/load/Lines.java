package io.filon.intake.load;

import io.filon.intake.file.RawTable;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// Where in a user's file the records are, as the reader of the files knows: `reading.lines()::linesOf`.
@FunctionalInterface
public interface Lines {

    /// The physical line of each record, from 1, by the record's ordinal, from 0.
    SortedMap<Long, Long> of(RawTable table, SortedSet<Long> ordinals);

    /// For files with one record a line under one line of headers.
    static Lines afterHeader() {
        return (table, ordinals) -> {
            SortedMap<Long, Long> lines = new TreeMap<>();
            ordinals.forEach(ordinal -> lines.put(ordinal, ordinal + 2));
            return lines;
        };
    }
}
