package io.filon.intake.file.report;

import io.filon.intake.file.text.Row;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds the rows of a table that add up others, proved by their figures: rows that say *total* wherever they stand,
/// and a first or last row that is blank, or has a dash, where its neighbour says what it is of.
public final class SumRows {

    /// Rows of a table up to which it may be a report; a larger one is data.
    private static final int MOST = 100_000;

    /// With fewer rows a sum may be a row like any other.
    private static final int FEWEST = 3;

    private static final Pattern NOTHING =
            Pattern.compile("[-–—]*|\\(?(all|todos|todas)\\)?", Pattern.CASE_INSENSITIVE);

    private final Store store;
    private final String table;
    private final int columns;

    /// @param table a table of text, whose `rowid` numbers its rows from 0
    public SumRows(Store store, String table, int columns) {
        this.store = store;
        this.table = Sql.name(table);
        this.columns = columns;
    }

    private record Numbered(long ordinal, List<String> cells) {

        String first() {
            return cells.stream().filter(cell -> !Row.blank(cell)).findFirst().orElse("");
        }
    }

    /// @param rows the table's
    /// @return the `rowid` of each
    public SortedSet<Long> ordinals(long rows) {
        SortedSet<Long> found = new TreeSet<>();
        if (rows <= FEWEST || rows > MOST) {
            return found;
        }
        List<Numbered> ends = rows("where rowid in (0, 1, %d, %d)".formatted(rows - 2, rows - 1));
        boolean first = saysLess(ends.getFirst(), ends.get(1));
        boolean last = saysLess(ends.getLast(), ends.get(ends.size() - 2));
        if (first || last || mentioned()) {
            List<Numbered> all = rows("");
            found.addAll(totals(all));
            if (found.isEmpty() && first && sums(all.subList(1, all.size()), all.getFirst())) {
                found.add(all.getFirst().ordinal);
            } else if (found.isEmpty() && last && sums(all.subList(0, all.size() - 1), all.getLast())) {
                found.add(all.getLast().ordinal);
            }
        }
        return found;
    }

    /// Whether a cell that holds words or a day in the neighbour holds nothing.
    private static boolean saysLess(Numbered row, Numbered neighbour) {
        return IntStream.range(0, row.cells.size())
                .anyMatch(i -> NOTHING.matcher(Row.trimmed(row.cells.get(i))).matches()
                        && !NOTHING.matcher(Row.trimmed(neighbour.cells.get(i))).matches()
                        && !Amount.is(neighbour.cells.get(i)));
    }

    private boolean mentioned() {
        String first = IntStream.range(0, columns).mapToObj("c%d"::formatted).collect(Collectors.joining(", "));
        return store.number(Sql.of("select count(*) from %s where lower(coalesce(%s)) similar to '.{0,6}total.*|suma.*'"
                        .formatted(table, first)))
                > 0;
    }

    /// Those that say *total* and are the sum of the rows since the one before, or of all above.
    private static SortedSet<Long> totals(List<Numbered> rows) {
        SortedSet<Long> found = new TreeSet<>();
        RunningSums part = new RunningSums();
        RunningSums whole = new RunningSums();
        Numbered above = rows.getFirst();
        for (Numbered row : rows) {
            boolean says = Totals.says(row.first()) && saysLess(row, above);
            if (says && (part.equal(row.cells) || whole.equal(row.cells))) {
                found.add(row.ordinal);
                part.clear();
            } else {
                part.add(row.cells);
                whole.add(row.cells);
                above = row;
            }
        }
        return found;
    }

    private static boolean sums(List<Numbered> rows, Numbered stated) {
        RunningSums sums = new RunningSums();
        rows.forEach(row -> sums.add(row.cells));
        return sums.equalMostly(stated.cells);
    }

    private List<Numbered> rows(String where) {
        String cells = IntStream.range(0, columns)
                .mapToObj("coalesce(c%1$d, '') as c%1$d"::formatted)
                .collect(Collectors.joining(", "));
        List<Numbered> rows = new ArrayList<>();
        store.stream(
                Sql.of("select cast(rowid as bigint) as ordinal, %s from %s %s order by rowid"
                        .formatted(cells, table, where)),
                row -> {
                    List<String> texts = new ArrayList<>();
                    for (int i = 0; i < columns; i++) {
                        texts.add(String.valueOf(row.getOrDefault("c" + i, "")));
                    }
                    rows.add(new Numbered(
                            Long.parseLong(String.valueOf(row.get("ordinal"))), Collections.unmodifiableList(texts)));
                });
        return rows;
    }
}
