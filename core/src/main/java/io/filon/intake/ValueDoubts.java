package io.filon.intake;

import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat.Numeric;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Doubts that only the values show: amounts with more decimals than money keeps, orders of days yet to come, sales of
/// which many rows cannot be used.
final class ValueDoubts {

    private static final Set<Kind> ORDERS = EnumSet.of(Kind.ORDERS, Kind.ORDER_LINES);
    private static final Set<Role> MONEY = EnumSet.of(
            Role.AMOUNT,
            Role.LIST_AMOUNT,
            Role.UNIT_PRICE,
            Role.UNIT_LIST_PRICE,
            Role.DISCOUNT,
            Role.COST,
            Role.UNIT_COST,
            Role.PROFIT,
            Role.ORDER_TOTAL,
            Role.ORDER_SUBTOTAL,
            Role.DEAL_AMOUNT,
            Role.REFUNDED);

    private static final Set<Kind> SALES = EnumSet.of(Kind.ORDERS, Kind.ORDER_LINES, Kind.DEALS, Kind.SUBSCRIPTIONS);

    /// From this share of its rows on, what a file of sales lost changes a detail; from half on, the result.
    private static final int MANY_PERCENT = 10;

    private static final int MOST_PERCENT = 50;

    private final Store store;
    private final Plan plan;
    private final LocalDate readOn;

    private record Counts(long rowsRead, long rowsRejected) {}

    ValueDoubts(Store store, Plan plan, Options options) {
        this.store = store;
        this.plan = plan;
        this.readOn = LocalDate.ofInstant(options.readAt(), options.zone());
    }

    List<Doubt> find() {
        List<Doubt> doubts = new ArrayList<>();
        for (FilePlan file : plan.files()) {
            List<ColumnPlan> amounts = file.columns().stream()
                    .filter(column -> MONEY.contains(column.role()))
                    .toList();
            if (!amounts.isEmpty() && !file.raw().streamed()) {
                decimals(file, amounts, doubts);
            }
            if (SALES.contains(file.kind())) {
                unusable(file, doubts);
            }
        }
        ahead(doubts);
        return doubts;
    }

    /// A day after that of reading is not the day of an order, but perhaps of what was ordered.
    private void ahead(List<Doubt> doubts) {
        List<FilePlan> files = plan.files().stream()
                .filter(file -> ORDERS.contains(file.kind()))
                .filter(file -> file.column(Role.ORDERED_AT).isPresent())
                .toList();
        if (files.size() != 1) {
            return; // rows do not tell which of several files they came from
        }
        long rows = store.number(Sql.of("select count(*) from in_order_lines where ordered_on > ?", readOn));
        if (rows > 0) {
            FilePlan file = files.getFirst();
            String column = file.column(Role.ORDERED_AT).orElseThrow().header();
            doubts.add(new Doubt("days_ahead", file.raw().file(), column, 1, List.of(rows)));
        }
    }

    private void unusable(FilePlan file, List<Doubt> doubts) {
        String name = file.raw().file();
        Sql counts = Sql.of("""
                with used as (
                    -- what is known to be no sale was understood
                    select rows_read, rows_rejected - (
                        select count(*) from in_rejected where source_id = ? and reason = 'not_a_sale') as rows_rejected
                    from in_sources
                    where source_id = ?
                )
                select rows_read, rows_rejected from used where rows_rejected * 100 >= rows_read * ? and rows_rejected > 0
                """, file.raw().sourceId(), file.raw().sourceId(), MANY_PERCENT);
        store.query(counts, Counts.class).forEach(found -> {
            int severity = found.rowsRejected * 100 >= found.rowsRead * MOST_PERCENT ? 1 : 2;
            doubts.add(new Doubt("rows_rejected", name, "", severity, List.of(found.rowsRejected, found.rowsRead)));
        });
    }

    private void decimals(FilePlan file, List<ColumnPlan> amounts, List<Doubt> doubts) {
        String counts = amounts.stream().map(ValueDoubts::count).collect(Collectors.joining(", "));
        store.stream(Sql.of("select %s from %s".formatted(counts, file.raw().table())), row -> {
            for (ColumnPlan column : amounts) {
                if (row.get("c" + column.index()) instanceof Number rows && rows.longValue() > 0) {
                    doubts.add(new Doubt(
                            "money_decimals", file.raw().file(), column.header(), 2, List.of(rows.longValue())));
                }
            }
        });
    }

    /// How many cells have a digit other than 0 beyond the fourth decimal.
    private static String count(ColumnPlan column) {
        char mark = column.format() instanceof Numeric numeric ? numeric.decimal() : '.';
        return "count(*) filter (where length(c%2$d) - strpos(c%2$d, '%1$s') > 4 and regexp_matches(c%2$d, '[%1$s][0-9]{4}[0-9]*[1-9]')) as c%2$d"
                .formatted(mark, column.index());
    }
}
