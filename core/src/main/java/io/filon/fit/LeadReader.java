package io.filon.fit;

import io.filon.intake.file.RawFiles;
import io.filon.intake.file.RawTable;
import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.progress.Progress;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads flat files of leads, every cell as text; a second file may add columns to the first.
public final class LeadReader {

    private final Store store;
    private final Path scratch;
    private final Predicate<String> wanted;

    /// @param scratch an empty folder
    public LeadReader(Store store, Path scratch) {
        this(store, scratch, _ -> true);
    }

    /// @param wanted keys of the columns whose cells are read; of the others only the header is, and nothing is stated
    public LeadReader(Store store, Path scratch, Predicate<String> wanted) {
        this.store = store;
        this.scratch = scratch;
        this.wanted = wanted;
    }

    /// A file's cells; what they mean is for who asked.
    public record Sheet(String name, List<String> headers, List<List<@Nullable String>> rows) {

        /// @throws FilonException naming the nearest column when there is none of that name
        public int column(String header) {
            String key = Keys.of(header);
            return IntStream.range(0, headers.size())
                    .filter(c -> Keys.of(headers.get(c)).equals(key))
                    .findFirst()
                    .orElseThrow(() -> new FilonException(
                            "fit.no_column",
                            header,
                            name,
                            Nearest.to(header, headers).orElse(String.join(", ", headers))));
        }
    }

    /// @param joined file whose columns are added; null for none
    /// @param on     column both have, by name; `a=b` when they call it differently
    public Sheet read(Path file, @Nullable Path joined, String on) {
        List<Path> files = joined == null ? List.of(file) : List.of(file, joined);
        List<RawTable> tables = RawFiles.read(store, files, scratch, Progress.NONE);
        RawTable first = tables.getFirst();
        if (joined == null) {
            return sheet(first.file(), first.headers(), cells(first, ""), "raw_0");
        }
        RawTable second = tables.getLast();
        String[] sides = on.split("=", 2);
        int left = place(first, sides[0]);
        int right = place(second, sides[sides.length - 1]);
        List<String> headers = new ArrayList<>(first.headers());
        List<String> cells = new ArrayList<>(cells(first, "a."));
        for (int c = 0; c < second.headers().size(); c++) {
            if (c != right) {
                headers.add(second.headers().get(c));
                cells.add(cell(second, "b.", c));
            }
        }
        String from =
                "%s as a left join (select * from %s qualify row_number() over (partition by c%d order by rowid) = 1) as b on a.c%d = b.c%d"
                        .formatted(first.table(), second.table(), right, left, right);
        return sheet(first.file() + " + " + second.file(), headers, cells, from + " order by a.rowid");
    }

    /// Every row comes as one text: the engine hands over a text a row much faster than one a cell.
    private Sheet sheet(String name, List<String> headers, List<String> cells, String from) {
        List<List<@Nullable String>> rows = new ArrayList<>();
        List<LeadWords> columns = headers.stream().map(_ -> new LeadWords()).toList();
        String ended = cells.stream()
                .map(cell -> "%s, chr(%d)".formatted(cell, (int) LeadWords.END))
                .collect(Collectors.joining(", "));
        store.scan(
                Sql.of("select encode(concat(" + ended + ")) from " + from),
                row -> rows.add(cells(String.valueOf(row.text(0)), columns)));
        return new Sheet(name, headers, rows);
    }

    private static List<@Nullable String> cells(String row, List<LeadWords> columns) {
        @Nullable String[] cells = new String[columns.size()];
        int from = 0;
        for (int c = 0; c < cells.length; c++) {
            LeadWords.Word word = columns.get(c).at(row, from);
            cells[c] = word.said();
            from += word.length();
        }
        return Arrays.asList(cells);
    }

    private List<String> cells(RawTable table, String alias) {
        return IntStream.range(0, table.headers().size())
                .mapToObj(c -> cell(table, alias, c))
                .toList();
    }

    private String cell(RawTable table, String alias, int c) {
        return wanted.test(Keys.of(table.headers().get(c)))
                ? "replace(%sc%d, chr(%d), ' ')".formatted(alias, c, (int) LeadWords.END)
                : "''";
    }

    private static int place(RawTable table, String header) {
        return new Sheet(table.file(), table.headers(), List.of()).column(header);
    }

    /// Leads to be scored: no outcome yet.
    ///
    /// @param id column that names a lead; empty for its row from 1
    public static Leads unscored(Sheet sheet, String id) {
        int named = id.isEmpty() ? -1 : sheet.column(id);
        List<Leads.Lead> leads = new ArrayList<>();
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<@Nullable String> cells = sheet.rows().get(row);
            String said = named < 0 ? null : cells.get(named);
            leads.add(new Leads.Lead(
                    said == null ? String.valueOf(row + 1) : said,
                    row,
                    Leads.Outcome.OPEN,
                    Double.NaN,
                    Double.NaN,
                    cells));
        }
        return new Leads(columns(sheet), leads);
    }

    static List<Leads.Column> columns(Sheet sheet) {
        return sheet.headers().stream()
                .map(header -> new Leads.Column(Keys.of(header), header))
                .toList();
    }
}
