package io.filon.intake.file;

import io.filon.intake.file.report.SumRows;
import io.filon.intake.file.text.Cells;
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
import java.util.function.Function;
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

    /// A row near the end.
    ///
    /// @param column the first filled one, and `words` what it says
    private record Tail(long ordinal, String column, String words, String content) {

        static Tail of(long ordinal, Map<String, Object> cells) {
            List<String> texts = cells.values().stream().map(Object::toString).toList();
            String column = cells.isEmpty() ? "" : cells.keySet().iterator().next();
            return new Tail(ordinal, column, texts.isEmpty() ? "" : texts.getFirst(), String.join(" ", texts));
        }
    }

    /// @return the table without them, counted as rejected
    RawTable takeOff(RawTable table) {
        return takeOut(takeOffEnd(table));
    }

    private RawTable takeOut(RawTable table) {
        SortedSet<Long> sums = new SumRows(store, table.table(), table.headers().size()).ordinals(table.rows());
        if (sums.isEmpty()) {
            return table;
        }
        SortedMap<Long, Long> lines = finder.linesOf(table, sums);
        Rejects rejects = new Rejects(table.file());
        String listed = sums.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String name = Sql.name(table.table());
        store.stream(Sql.of("select rowid as ordinal, * from %s where rowid in (%s)".formatted(name, listed)), row -> {
            Map<String, Object> cells = new LinkedHashMap<>(row);
            long ordinal = Long.parseLong(String.valueOf(cells.remove("ordinal")));
            rejects.add(lines.getOrDefault(ordinal, 0L), "total_row", Tail.of(ordinal, cells).content);
        });
        rejects.writeTo(store);
        // made anew, since gaps in its row numbers would point other rows to wrong lines
        store.stage(new Script(
                table.table(), "select * from %s where rowid not in (%s) order by rowid".formatted(name, listed)));
        finder.leaveOut(table.table(), Set.copyOf(lines.values()));
        return table.without(rejects.count());
    }

    private RawTable takeOffEnd(RawTable table) {
        List<Tail> tail = tail(table);
        List<Tail> totals = new ArrayList<>();
        while (!tail.isEmpty() && Cells.total(tail.getLast().words)) {
            totals.addFirst(tail.removeLast());
        }
        if (totals.isEmpty() || saidAbove(table, totals.getFirst())) {
            return table;
        }
        Rejects rejects = new Rejects(table.file());
        Map<Long, Tail> byOrdinal = totals.stream().collect(Collectors.toMap(Tail::ordinal, Function.identity()));
        SortedMap<Long, Long> lines = finder.linesOf(table, new TreeSet<>(byOrdinal.keySet()));
        totals.forEach(row -> rejects.add(lines.getOrDefault(row.ordinal, 0L), "total_row", row.content));
        rejects.writeTo(store);
        store.run(Sql.of(
                "delete from %s where rowid >= ?".formatted(Sql.name(table.table())), totals.getFirst().ordinal));
        return table.without(rejects.count());
    }

    private List<Tail> tail(RawTable table) {
        List<Tail> tail = new ArrayList<>();
        long from = Math.max(2, table.rows() - LOOKED_AT);
        store.stream(
                Sql.of(
                        "select cast(rowid as varchar) as ordinal, * from %s where rowid >= ? order by rowid"
                                .formatted(Sql.name(table.table())),
                        from),
                row -> {
                    Map<String, Object> cells = new LinkedHashMap<>(row);
                    tail.add(Tail.of(Long.parseLong(String.valueOf(cells.remove("ordinal"))), cells));
                });
        return tail;
    }

    private boolean saidAbove(RawTable table, Tail first) {
        return store.number(Sql.of(
                        "select count(*) from %s where rowid < ? and lower(%s) like '%%total%%'"
                                .formatted(Sql.name(table.table()), Sql.name(first.column)),
                        first.ordinal))
                > 0;
    }
}
