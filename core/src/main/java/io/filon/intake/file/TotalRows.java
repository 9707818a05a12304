package io.filon.intake.file;

import io.filon.intake.file.report.SumRows;
import io.filon.intake.file.report.Totals;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Takes the rows that add up others out of a table, as reports of Google Ads and spreadsheets have them.
///
/// Such a row is among the last, its first filled cell says *total*, and no row above says so in that column; or its
/// figures prove it, see [SumRows].
final class TotalRows {

    private static final int LOOKED_AT = 10;

    private final Store store;
    private final LineFinder finder;

    TotalRows(Store store, LineFinder finder) {
        this.store = store;
        this.finder = finder;
    }

    /// A row that may add up others.
    ///
    /// @param column the first filled one, and `words` what it says
    private record Candidate(long ordinal, String column, String words, String content) {

        static Candidate of(long ordinal, Map<String, Object> cells) {
            List<String> texts = cells.values().stream().map(Object::toString).toList();
            String column = cells.isEmpty() ? "" : cells.keySet().iterator().next();
            return new Candidate(ordinal, column, texts.isEmpty() ? "" : texts.getFirst(), String.join(" ", texts));
        }
    }

    /// @return the table without them, counted as rejected
    RawTable takeOff(RawTable table) {
        RawTable rest = takeOffEnd(table);
        SortedSet<Long> sums = new SumRows(store, rest.table(), rest.headers().size()).ordinals(rest.rows());
        if (sums.isEmpty()) {
            return rest;
        }
        String listed = sums.stream().map(String::valueOf).collect(Collectors.joining(", "));
        SortedMap<Long, Long> lines = reject(rest, rows(rest, "rowid in (%s)".formatted(listed)));
        // made anew, since gaps in its row numbers would point other rows to wrong lines
        store.stage(new Script(
                rest.table(),
                "select * from %s where rowid not in (%s) order by rowid".formatted(Sql.name(rest.table()), listed)));
        finder.leaveOut(rest.table(), Set.copyOf(lines.values()));
        return rest.without(sums.size());
    }

    private RawTable takeOffEnd(RawTable table) {
        List<Candidate> end = rows(table, "rowid >= %d".formatted(Math.max(2, table.rows() - LOOKED_AT)));
        List<Candidate> totals = new ArrayList<>();
        while (!end.isEmpty() && Totals.isLabel(end.getLast().words)) {
            totals.addFirst(end.removeLast());
        }
        if (totals.isEmpty() || saidAbove(table, totals.getFirst())) {
            return table;
        }
        reject(table, totals);
        store.run(Sql.of(
                "delete from %s where rowid >= ?".formatted(Sql.name(table.table())), totals.getFirst().ordinal));
        return table.without(totals.size());
    }

    private List<Candidate> rows(RawTable table, String where) {
        List<Candidate> rows = new ArrayList<>();
        store.stream(
                Sql.of("select cast(rowid as varchar) as ordinal, * from %s where %s order by rowid"
                        .formatted(Sql.name(table.table()), where)),
                row -> {
                    Map<String, Object> cells = new LinkedHashMap<>(row);
                    rows.add(Candidate.of(Long.parseLong(String.valueOf(cells.remove("ordinal"))), cells));
                });
        return rows;
    }

    /// @return the line of each
    private SortedMap<Long, Long> reject(RawTable table, List<Candidate> rows) {
        SortedMap<Long, Long> lines = finder.linesOf(
                table, rows.stream().map(Candidate::ordinal).collect(Collectors.toCollection(TreeSet::new)));
        Rejects rejects = new Rejects(table.file());
        rows.forEach(row -> rejects.add(lines.getOrDefault(row.ordinal, 0L), "total_row", row.content));
        rejects.writeTo(store);
        return lines;
    }

    private boolean saidAbove(RawTable table, Candidate first) {
        return store.number(Sql.of(
                        "select count(*) from %s where rowid < ? and lower(%s) like '%%total%%'"
                                .formatted(Sql.name(table.table()), Sql.name(first.column)),
                        first.ordinal))
                > 0;
    }
}
