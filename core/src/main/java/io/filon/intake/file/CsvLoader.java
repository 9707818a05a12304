package io.filon.intake.file;

import io.filon.intake.file.text.Dialect;
import io.filon.intake.file.text.Layout;
import io.filon.intake.file.text.Quotes;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Loads records through DuckDB's CSV reader: the file as it is when it is plain, else as rewritten by us.
///
/// A large plain file is never read in Java beyond a few samples. DuckDB is told to be strict; whatever it objects to
/// — a cell too many, a quote, a byte that is not UTF-8 — sends the file down our own, slower and wiser, path.
final class CsvLoader {

    // DuckDB's buffers, and with them the threads it can use, follow from the longest record it must expect.
    private static final int USUAL_RECORD = 2 << 20;
    static final int LONGEST_RECORD = 32 << 20;

    private final Store store;
    private final Path scratch;

    CsvLoader(Store store, Path scratch) {
        this.store = store;
        this.scratch = scratch;
    }

    /// @return the plan as it was carried out, and the counts
    Loaded load(TablePlan plan, String table) throws IOException {
        if (plan.direct() && loadDirectly(plan, table)) {
            return new Loaded(plan, plan.table(table, new TablePlan.Counts(rows(table), 0)));
        }
        TablePlan carried = plan.direct() ? TextPlanner.careful(plan) : plan;
        Rejects rejects = new Rejects(plan.file().name());
        Path plain = scratch.resolve(table + ".csv");
        long written = Rewriter.rewrite(carried, plain, rejects);
        createTable(
                table,
                carried.layout(),
                source(plain, new Dialect(',', '"'), 0, carried.layout().columns(), LONGEST_RECORD));
        Files.delete(plain);
        long rows = rows(table);
        if (rows != written) {
            throw new IllegalStateException(
                    "%s: wrote %d records, read back %d".formatted(plan.file().name(), written, rows));
        }
        rejects.writeTo(store);
        return new Loaded(carried, carried.table(table, new TablePlan.Counts(rows, rejects.count())));
    }

    record Loaded(TablePlan plan, RawTable table) {}

    private long rows(String table) {
        return store.number(Sql.of("select count(*) from " + Sql.name(table)));
    }

    /// @return whether DuckDB took every record and none of them looks like several
    private boolean loadDirectly(TablePlan plan, String table) {
        Layout layout = plan.layout();
        String rejects = table + "_rejects";
        String options =
                ", store_rejects = true, rejects_table = '%s', rejects_scan = '%s_scan'".formatted(rejects, rejects);
        String source = source(
                plan.file().path(), plan.dialect().orElseThrow(), layout.firstLine() - 1, layout.width(), USUAL_RECORD);
        try {
            String filled = each(layout.width(), i -> plan.file().scan().padded() ? cleaned("c" + i) : "c" + i);
            createTable(
                    table,
                    layout,
                    "%s%s) where coalesce(%s) is not null"
                            .formatted(source.substring(0, source.length() - 1), options, filled));
            boolean taken = store.number(Sql.of("select count(*) from " + Sql.name(rejects))) == 0;
            boolean wellRead = taken && spareIsEmpty(plan, source) && !anySwallowed(plan, table);
            if (wellRead && plan.file().scan().padded()) {
                trim(table, layout);
            }
            return wellRead;
        } catch (StoreException e) {
            // Not an answer yet: our own reader finds what is wrong and where, or reads it after all.
            return false;
        } finally {
            store.run(Sql.of("drop table if exists " + Sql.name(rejects)));
            store.run(Sql.of("drop table if exists " + Sql.name(rejects + "_scan")));
        }
    }

    private void createTable(String table, Layout layout, String source) {
        String columns = each(layout.columns(), i -> "c" + i);
        store.stage(new Script(table, "select %s from %s".formatted(columns, source)));
    }

    private static String source(Path file, Dialect dialect, long skip, int width, int longest) {
        return ("read_csv(%s, auto_detect = false, header = false, skip = %d, delim = %s, quote = '\"', escape = %s, "
                        + "strict_mode = true, null_padding = false, nullstr = '', max_line_size = %d, columns = {%s})")
                .formatted(
                        Sql.literal(file.toString()),
                        skip,
                        Sql.literal(String.valueOf(dialect.delimiter())),
                        Sql.literal(String.valueOf(dialect.escape())),
                        longest,
                        each(width, i -> "'c" + i + "': 'varchar'"));
    }

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(", "));
    }

    /// Trimmed of spaces and no-break spaces, empty as null. Trimming is slow and rarely needed, asking is fast.
    static String cleaned(String expression) {
        return "nullif(case when %s then trim(%s, ' ' || chr(160)) else %2$s end, '')"
                .formatted(padded(expression), expression);
    }

    private static String padded(String expression) {
        return "(prefix(%1$s, ' ') or suffix(%1$s, ' ') or prefix(%1$s, chr(160)) or suffix(%1$s, chr(160)))"
                .formatted(expression);
    }

    /// Trims the cells that need it, which a pass over the bytes has told to be possible.
    private void trim(String table, Layout layout) {
        String counts = each(layout.columns(), i -> "count(*) filter (where %s) as c%d".formatted(padded("c" + i), i));
        List<String> columns = new ArrayList<>();
        store.stream(
                Sql.of("select %s from %s".formatted(counts, Sql.name(table))),
                row -> row.forEach((column, count) -> {
                    if (!count.toString().equals("0")) {
                        columns.add(column);
                    }
                }));
        columns.forEach(column -> store.run(Sql.of(
                "update %s set %s = %s where %s".formatted(Sql.name(table), column, cleaned(column), padded(column)))));
    }

    /// A column left out because the sample had nothing in it has nothing in it anywhere.
    private boolean spareIsEmpty(TablePlan plan, String source) {
        int last = plan.layout().width() - 1;
        return plan.layout().columns() > last
                || store.number(Sql.of("select count(*) from %s where trim(c%d) <> ''".formatted(source, last))) == 0;
    }

    /// A quote opened by mistake and closed by the next mistake makes one valid cell of many records.
    private boolean anySwallowed(TablePlan plan, String table) {
        if (plan.file().scan().lines() - rows(table) < plan.layout().titles() + 2) {
            return false; // titles and header apart, as many lines as records: none spans several
        }
        char delimiter = plan.dialect().orElseThrow().delimiter();
        List<String> suspects = new ArrayList<>();
        String several = IntStream.range(0, plan.layout().columns())
                .mapToObj("contains(c%d, chr(10))"::formatted)
                .collect(Collectors.joining(" or "));
        store.stream(
                Sql.of("select * from %s where %s".formatted(Sql.name(table), several)),
                (Map<String, Object> row) -> row.values().stream()
                        .map(Object::toString)
                        .filter(cell -> Quotes.swallowed(
                                cell.replace("\r\n", "\n"),
                                delimiter,
                                plan.layout().width()))
                        .forEach(suspects::add));
        return !suspects.isEmpty();
    }
}
