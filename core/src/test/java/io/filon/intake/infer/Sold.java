package io.filon.intake.infer;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What tests of money ask of one export: what was understood of it, and what it says was sold.
final class Sold {

    private static final String NET = """
            select cast(
                (select sum(amount) from order_lines)
                - (select sum(discount + tax) from orders)
                - (select coalesce(sum(amount), 0) from returns) as decimal(18, 2)) as net
            """;

    private Sold() {}

    static Plan imported(DuckStore store, String text) {
        return imported(store, new RawTables(store).with("export.csv", text));
    }

    static Plan imported(DuckStore store, RawTables tables) {
        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);
        new Import(store, Lines.afterHeader())
                .run(plan, List.of(), Options.at(Instant.parse("2025-01-01T00:00:00Z")), Progress.NONE);
        return plan;
    }

    /// What is left of the goods after discounts of the order, refunds and the tax within.
    static String net(DuckStore store) {
        return KindsOfRowsTest.rows(store, NET).getFirst();
    }

    /// The headers of all columns of a role.
    static String column(Plan plan, Role role) {
        return plan.files().getFirst().columns().stream()
                .filter(column -> column.role() == role)
                .map(ColumnPlan::header)
                .collect(Collectors.joining(", "));
    }

    static List<String> codes(Plan plan) {
        return plan.doubts().stream().map(Doubt::code).toList();
    }
}
