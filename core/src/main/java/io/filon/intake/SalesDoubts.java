package io.filon.intake;

import io.filon.intake.load.Loader;
import io.filon.intake.plan.ColumnPlan;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Doubts that only the finished tables show: sales whose amount no file states, which would silently count as a
/// revenue of zero, sales that are nobody's, and orders that say less than their lines.
final class SalesDoubts {

    private static final Set<Role> NOT_SOLD = EnumSet.of(Role.IGNORED, Role.TRAIT, Role.COST, Role.UNIT_COST);

    /// Columns named in a doubt.
    private static final int NAMED = 5;

    private final Store store;
    private final Plan plan;
    private final List<Doubt> doubts = new ArrayList<>();

    /// @param valued those with an amount other than 0
    /// @param owned those that are somebody's
    private record Sold(String sourceId, long sales, long valued, long owned) {}

    /// @param amount by which their lines come to more, in whole units of money
    private record Gap(long orders, long amount) {}

    SalesDoubts(Store store, Plan plan) {
        this.store = store;
        this.plan = plan;
    }

    /// Call when all tables are built.
    List<Doubt> find() {
        query("order_lines", "true", "customer_id").forEach(this::orders);
        query("in_deals", "not merged and state = 'won'", "customer_key")
                .forEach(found -> worth(found, "deals_unvalued"));
        query("in_subscriptions", "not merged and started_on is not null", "customer_key")
                .forEach(found -> worth(found, "fees_unread"));
        Loader.unnumbered(store)
                .forEach(found -> file(found.sourceId())
                        .ifPresent(file -> doubts.add(new Doubt(
                                "unnumbered_purchases", file.raw().file(), "", 1, List.of(found.purchases())))));
        heads();
        return List.copyOf(doubts);
    }

    /// Where orders say their own net and most agree with their lines, those that say less had a discount that the file
    /// does not state; one that it states as a share is taken off lines that may be after it.
    private void heads() {
        String net = "coalesce(order_subtotal, order_total - paid_besides)";
        gap(
                "net_below_lines",
                "abs(lines_amount) - abs(%s)".formatted(net),
                "order_discount is null and %s is not null".formatted(net),
                "count(*) filter (abs(less) <= 0.02) * 2 >= count(*)",
                Role.ORDER_SUBTOTAL,
                Role.ORDER_TOTAL);
        gap(
                "discount_of_lines",
                "abs(order_discount)",
                "order_discount_rate is not null and order_total is null",
                "true",
                Role.DISCOUNT_RATE);
    }

    /// @param less SQL of what orders come to less than their lines
    /// @param when SQL of the orders that tell
    /// @param rule SQL of all of them that makes it worth telling
    /// @param says the role of the column that says it, the first that there is
    private void gap(String code, String less, String when, String rule, Role... says) {
        List<FilePlan> files = plan.files().stream()
                .filter(file -> file.kind() == Kind.ORDERS && says(file, says).isPresent())
                .toList();
        if (files.size() != 1) {
            return; // an order put together from several files does not tell whose net it states
        }
        store.query(Sql.of("""
                        with differences as (
                            select %s as less
                            from order_heads
                            where lines > 0 and %s
                        )
                        select count(*) filter (less > 0.02) as orders,
                            cast(coalesce(sum(less) filter (less > 0.02), 0) as bigint) as amount
                        from differences
                        having %s
                        """.formatted(less, when, rule)), Gap.class).stream()
                .filter(found -> found.orders > 0)
                .forEach(found -> doubts.add(new Doubt(
                        code,
                        files.getFirst().raw().file(),
                        says(files.getFirst(), says).orElseThrow().header(),
                        2,
                        List.of(found.orders, found.amount))));
    }

    private static Optional<ColumnPlan> says(FilePlan file, Role... roles) {
        return Stream.of(roles).flatMap(role -> file.column(role).stream()).findFirst();
    }

    private List<Sold> query(String table, String counted, String owner) {
        return store.query(Sql.of("""
                        select
                            source_id,
                            count(*)                        as sales,
                            count(*) filter (amount <> 0)   as valued,
                            count(%s)                       as owned
                        from %s
                        where %s
                        group by source_id
                        order by source_id
                        """.formatted(owner, table, counted)), Sold.class);
    }

    private void orders(Sold found) {
        worth(found, "no_sale_amount");
        if (found.owned == 0) {
            file(found.sourceId)
                    .map(file -> new Doubt("no_customer", file.raw().file(), "", 1, List.of()))
                    .filter(doubt -> !plan.doubts().contains(doubt))
                    .ifPresent(doubts::add);
        }
    }

    /// The file, unless it was given to an earlier import.
    private Optional<FilePlan> file(String sourceId) {
        return plan.files().stream()
                .filter(file -> file.raw().sourceId().equals(sourceId))
                .findFirst();
    }

    private void worth(Sold found, String code) {
        if (found.valued == 0) {
            file(found.sourceId).ifPresent(file -> unvalued(file, found.sales, code));
        }
    }

    private void unvalued(FilePlan file, long sales, String code) {
        String name = file.raw().file();
        String unused = file.columns().stream()
                .filter(SalesDoubts::perhapsMoney)
                .limit(NAMED)
                .map(ColumnPlan::header)
                .collect(Collectors.joining(", "));
        if (file.kind() == Kind.EVENTS) {
            doubts.add(new Doubt("no_event_amount", name, "", 1, List.of(sales)));
        } else if (!unused.isEmpty()) {
            doubts.add(new Doubt(code, name, "", 1, List.of(sales, unused)));
        } else if (!code.equals("fees_unread")) {
            doubts.add(new Doubt("no_money", name, "", 1, List.of(sales)));
        }
    }

    /// Figures of which some have cents, in a column that was not taken for what was sold.
    private static boolean perhapsMoney(ColumnPlan column) {
        return NOT_SOLD.contains(column.role())
                && column.examples().size() > 1
                && column.examples().stream().allMatch(text -> text.matches("\\D{0,4}\\d[\\d., ]*\\D{0,4}"))
                && column.examples().stream().anyMatch(text -> text.matches(".*\\d[.,]\\d{1,2}\\D*"));
    }
}
