package io.filon.intake.infer;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.progress.Progress;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/// Small files from their text to the tables, for tests of what is understood and what comes of it.
final class Imported {

    private final Store store;
    private final RawTables tables;

    Imported(Store store) {
        this.store = store;
        this.tables = new RawTables(store);
    }

    Imported with(String file, String text) {
        tables.with(file, text);
        return this;
    }

    /// Understands all files and makes the tables.
    Plan run() {
        Plan plan = plan();
        new Import(store, Lines.afterHeader())
                .run(plan, List.of(), Options.at(Instant.parse("2026-01-01T00:00:00Z")), Progress.NONE);
        return plan;
    }

    /// Only understands them.
    Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    /// A row's values with blanks between, `-` for nothing.
    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(sql),
                row -> rows.add(row.values().stream()
                        .map(value -> Objects.toString(value, "-"))
                        .collect(Collectors.joining(" "))));
        return rows;
    }

    /// `orders: Fecha=ordered_at, …` without what is ignored.
    static String understood(Plan plan, int at) {
        FilePlan file = plan.files().get(at);
        return file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(column -> column.header() + "=" + column.role().word())
                .collect(Collectors.joining(", ", file.kind().name().toLowerCase(Locale.ROOT) + ": ", ""));
    }
}
