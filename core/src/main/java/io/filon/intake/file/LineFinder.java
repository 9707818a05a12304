package io.filon.intake.file;

import io.filon.intake.file.text.Records;
import io.filon.intake.file.text.Row;
import io.filon.problem.Require;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Says on which line of the original file a record of a raw table stands, so that a message can name it.
///
/// Reads the file again from its beginning, so ask for many records at once. Needs the scratch folder as it was left.
public final class LineFinder {

    /// How to read one table's records again. A table without an origin has no lines: a record's line is then its
    /// ordinal plus one.
    private record Origin(Records.Opener opener, Predicate<Row> keeps) {}

    private final Map<String, Origin> origins = new ConcurrentHashMap<>();

    LineFinder() {}

    /// @param keeps which records are in the table
    void remember(String table, Records.Opener opener, Predicate<Row> keeps) {
        origins.put(table, new Origin(opener, keeps));
    }

    /// Records that begin on these lines were taken out of the table.
    void leaveOut(String table, Set<Long> lines) {
        origins.computeIfPresent(
                table,
                (name, origin) -> new Origin(
                        origin.opener(),
                        row -> !lines.contains(row.line()) && origin.keeps().test(row)));
    }

    /// The physical line, from 1, on which the record begins; for a sheet its row.
    ///
    /// @param ordinal the record's `rowid`, from 0
    public long lineOf(RawTable table, long ordinal) {
        return linesOf(table, new TreeSet<>(List.of(ordinal))).getOrDefault(ordinal, 0L);
    }

    /// The lines of several records in one pass.
    ///
    /// @return line by ordinal, in order
    public SortedMap<Long, Long> linesOf(RawTable table, SortedSet<Long> ordinals) {
        SortedMap<Long, Long> lines = new TreeMap<>();
        Origin origin = origins.get(table.table());
        if (origin == null) {
            ordinals.forEach(ordinal -> lines.put(ordinal, ordinal + 1));
            return lines;
        }
        Require.require(ordinals.isEmpty() || ordinals.first() >= 0, "ordinals start at 0, not %d", ordinals.first());
        try (Records records = origin.opener().open()) {
            find(records, origin, ordinals, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(table.file(), e);
        }
        return lines;
    }

    private static void find(Records records, Origin origin, SortedSet<Long> ordinals, SortedMap<Long, Long> lines)
            throws IOException {
        long ordinal = 0;
        Optional<Row> next = records.next();
        while (next.isPresent() && lines.size() < ordinals.size()) {
            if (origin.keeps().test(next.get())) {
                if (ordinals.contains(ordinal)) {
                    lines.put(ordinal, next.get().line());
                }
                ordinal++;
            }
            next = records.next();
        }
    }
}
