package io.filon.intake.load;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Plan;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Moves rows that cannot be used from the table of their kind to `rejected`, with line and content as in the file.
final class Rejections {

    private static final int BATCH = 5_000;

    private record Ordinal(long rowNo) {}

    private final Store store;
    private final Plan plan;
    private final Lines lines;

    Rejections(Store store, Plan plan, Lines lines) {
        this.store = store;
        this.plan = plan;
        this.lines = lines;
    }

    /// Rows of a source that are to be rejected.
    long count(Layout layout, String sourceId) {
        return store.number(Sql.of(
                "select count(*) from %s where source_id = ? and problem is not null".formatted(layout.table()),
                sourceId));
    }

    long setAside(int position, Layout layout, String sourceId) {
        long rejected = count(layout, sourceId);
        if (rejected == 0) {
            return 0;
        }
        RawTable raw = plan.files().get(position).raw();
        store.run(Sql.of("create or replace temp table rejected_lines (row_no bigint, line bigint)"));
        lines(raw, ordinals(layout, sourceId));
        String content = IntStream.range(0, raw.headers().size())
                .mapToObj(i -> "coalesce(raw.c%d, '')".formatted(i))
                .collect(Collectors.joining(", "));
        store.run(Sql.of(
                """
                insert into in_rejected (source_id, file, line, reason, content)
                select bad.source_id, ?, rejected_lines.line, bad.problem, concat_ws(?, %s)
                from %s as bad
                join rejected_lines on bad.row_no = rejected_lines.row_no
                join %s as raw on bad.row_no = raw.%s
                where bad.source_id = ? and bad.problem is not null
                """.formatted(content, layout.table(), numbered(raw), raw.streamed() ? "row_no" : "rowid"),
                raw.file(),
                raw.delimiter().isBlank() ? " " : raw.delimiter(),
                sourceId));
        store.run(Sql.of(
                "delete from %s where source_id = ? and problem is not null".formatted(layout.table()), sourceId));
        return rejected;
    }

    private SortedSet<Long> ordinals(Layout layout, String sourceId) {
        String select = "select row_no from %s where source_id = ? and problem is not null".formatted(layout.table());
        return store.query(Sql.of(select, sourceId), Ordinal.class).stream()
                .map(Ordinal::rowNo)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void lines(RawTable raw, SortedSet<Long> ordinals) {
        List<String> rows = lines.of(raw, ordinals).entrySet().stream()
                .map(line -> "(%d, %d)".formatted(line.getKey(), line.getValue()))
                .toList();
        for (int start = 0; start < rows.size(); start += BATCH) {
            List<String> batch = rows.subList(start, Math.min(start + BATCH, rows.size()));
            store.run(Sql.of("insert into rejected_lines values " + String.join(", ", batch)));
        }
    }

    private static String numbered(RawTable raw) {
        return raw.streamed()
                ? "(select *, row_number() over () - 1 as row_no from %s)".formatted(raw.table())
                : raw.table();
    }
}
