package io.filon.intake.load;

import io.filon.intake.file.RawTable;
import io.filon.intake.plan.Plan;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
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

    long setAside(int position, Layout layout, String sourceId) {
        long rejected = store.number(Sql.of(
                "select count(*) from %s where source_id = ? and problem is not null".formatted(layout.table()),
                sourceId));
        if (rejected == 0) {
            return 0;
        }
        RawTable raw = plan.files().get(position).raw();
        List<Long> ordinals = store
                .query(
                        Sql.of(
                                "select row_no from %s where source_id = ? and problem is not null order by row_no"
                                        .formatted(layout.table()),
                                sourceId),
                        Ordinal.class)
                .stream()
                .map(Ordinal::rowNo)
                .toList();
        store.run(Sql.of("create or replace temp table rejected_lines (row_no bigint, line bigint)"));
        List<Long> found = lines.of(raw.file(), ordinals);
        for (int start = 0; start < ordinals.size(); start += BATCH) {
            String rows = IntStream.range(start, Math.min(start + BATCH, ordinals.size()))
                    .mapToObj(i -> "(%d, %d)".formatted(ordinals.get(i), found.get(i)))
                    .collect(Collectors.joining(", "));
            store.run(Sql.of("insert into rejected_lines values " + rows));
        }
        String content = IntStream.range(0, raw.headers().size())
                .mapToObj(i -> "coalesce(raw.c%d, '')".formatted(i))
                .collect(Collectors.joining(", "));
        store.run(Sql.of(
                """
                insert into rejected (source_id, file, line, reason, content)
                select bad.source_id, ?, rejected_lines.line, bad.problem, concat_ws(?, %s)
                from %s as bad
                join rejected_lines on bad.row_no = rejected_lines.row_no
                join %s as raw on bad.row_no = raw.%s
                where bad.source_id = ? and bad.problem is not null
                """
                        .formatted(content, layout.table(), numbered(raw), raw.streamed() ? "row_no" : "rowid"),
                raw.file(),
                raw.delimiter().isBlank() ? " " : raw.delimiter(),
                sourceId));
        store.run(Sql.of(
                "delete from %s where source_id = ? and problem is not null".formatted(layout.table()), sourceId));
        return rejected;
    }

    private static String numbered(RawTable raw) {
        return raw.streamed()
                ? "(select *, row_number() over () - 1 as row_no from %s)".formatted(raw.table())
                : raw.table();
    }
}
