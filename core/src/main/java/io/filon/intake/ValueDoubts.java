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
            Role.DEAL_ESTIMATE,
            Role.REFUNDED);

    private static final Set<Kind> SALES = EnumSet.of(Kind.ORDERS, Kind.ORDER_LINES, Kind.DEALS, Kind.SUBSCRIPTIONS);

    /// From this share of its rows on, what a file of sales lost changes a detail; from half on, the result.
    private static final int MANY_PERCENT = 10;

    private static final int MOST_PERCENT = 50;

    private final Store store;
    private final Plan plan;
    private final LocalDate readOn;
    private final List<Doubt> doubts = new ArrayList<>();

    private record Counts(long rowsRead, long rowsRejected) {}

    private record Unread(String header, long rows) {}

    ValueDoubts(Store store, Plan plan, Options options) {
        this.store = store;
        this.plan = plan;
        this.readOn = LocalDate.ofInstant(options.readAt(), options.zone());
    }

    /// Call when the files are loaded.
    List<Doubt> find() {
        for (FilePlan file : plan.files()) {
            List<ColumnPlan> amounts = file.columns().stream()
                    .filter(column -> MONEY.contains(column.role()))
                    .toList();
            if (!amounts.isEmpty() && !file.raw().streamed()) {
                decimals(file, amounts);
            }
            if (ORDERS.contains(file.kind())) {
                unread(file);
                file.column(Role.ORDERED_AT).ifPresent(day -> ahead(file, day.header()));
            }
            if (SALES.contains(file.kind())) {
                unusable(file);
            }
        }
        return List.copyOf(doubts);
    }

    /// A day after that of reading is not the day of an order, but perhaps of what was ordered.
    private void ahead(FilePlan file, String column) {
        long rows = store.number(Sql.of(
                "select count(*) from in_order_lines where source_id = ? and ordered_on > ?",
                file.raw().sourceId(),
                readOn));
        if (rows > 0) {
            doubts.add(new Doubt("days_ahead", file.raw().file(), column, 1, List.of(rows)));
        }
    }

    /// Rows that add up others, the foot of a report and what is known to be no sale are no loss.
    private void unusable(FilePlan file) {
        String name = file.raw().file();
        Sql counts = Sql.of("""
                        with unusable as (
                            select rows_read, rows_rejected - (
                                    select count(*) from in_rejected
                                    where in_rejected.source_id = in_sources.source_id
                                        and reason in ('total_row', 'footer', 'not_a_sale')
                                ) as rows_rejected
                            from in_sources
                            where source_id = ?
                        )
                        select rows_read, rows_rejected
                        from unusable
                        where rows_rejected * 100 >= rows_read * ? and rows_rejected > 0
                        """, file.raw().sourceId(), MANY_PERCENT);
        store.query(counts, Counts.class).forEach(found -> {
            int severity = found.rowsRejected * 100 >= found.rowsRead * MOST_PERCENT ? 1 : 2;
            doubts.add(new Doubt("rows_rejected", name, "", severity, List.of(found.rowsRejected, found.rowsRead)));
        });
    }

    /// Cells left out of rows that say without them what they come to.
    private void unread(FilePlan file) {
        Sql counts = Sql.of(
                "select unread as header, count(*) as rows from in_order_lines where source_id = ? and unread is not null group by all order by all",
                file.raw().sourceId());
        store.query(counts, Unread.class)
                .forEach(found -> doubts.add(
                        new Doubt("cells_unreadable", file.raw().file(), found.header, 2, List.of(found.rows))));
    }

    private void decimals(FilePlan file, List<ColumnPlan> amounts) {
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
