package io.filon.intake;

import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.List;
import java.util.stream.Collectors;

/// Marks rows that another row stands for: the same id again in a file, or in a file given later. Rows stay where they
/// are, so that the marks can be made anew when files come or go. Nothing is written where nothing repeats.
final class Merges {

    /// @param key what is the same
    private record Unique(String table, String key) {}

    private static final List<Unique> UNIQUE = List.of(
            new Unique("in_products", "product_id"),
            new Unique("in_accounts", "account_id"),
            new Unique("in_deals", "deal_id"),
            new Unique("in_leads", "lead_id"),
            new Unique("in_subscriptions", "subscription_id"),
            new Unique("in_tickets", "ticket_id"),
            new Unique("in_returns", "return_id"),
            new Unique("in_events", "event_id"));

    private final Store store;

    Merges(Store store) {
        this.store = store;
    }

    /// Before identities are known.
    void markRepeats() {
        for (Unique unique : UNIQUE) {
            clear(unique.table);
            if (repeats(unique)) {
                markAllButLast(unique.table, unique.key, unique.key);
            }
        }
        clear("in_order_lines");
        markOrders();
        markParts();
    }

    /// Parts of a bundle, lines for which nothing was charged, merge into the bundle's own line. It costs what they
    /// cost, unless it states a cost itself.
    private void markParts() {
        if (store.number(Sql.of("select count(part_of) from in_order_lines")) == 0) {
            return;
        }
        store.run(Sql.of("""
                update in_order_lines set cost = parts.cost
                from (
                    select source_id, order_id, part_of, sum(cost) as cost
                    from in_order_lines
                    where part_of is not null and coalesce(amount, 0) = 0
                    group by source_id, order_id, part_of
                ) as parts
                where in_order_lines.cost is null
                    and in_order_lines.source_id = parts.source_id
                    and in_order_lines.order_id = parts.order_id
                    and in_order_lines.line_id = parts.part_of
                """));
        store.run(Sql.of("""
                update in_order_lines set merged = true
                where coalesce(amount, 0) = 0
                    and exists (
                        select 1 from in_order_lines as whole
                        where whole.source_id = in_order_lines.source_id
                            and whole.order_id = in_order_lines.order_id
                            and whole.line_id = in_order_lines.part_of
                    )
                """));
    }

    /// Rows of one customer, once it is known who is who.
    void markCustomers() {
        clear("in_customers");
        String customer =
                "coalesce((select identities.customer_id from identities where identities.key = customer_key), customer_key)";
        if (repeats(new Unique("in_customers", customer))) {
            markAllButLast("in_customers", "customer_key", customer);
        }
    }

    /// Makes `merged_rows`: how many rows of each source.
    void count(List<String> tables) {
        String all = tables.stream()
                .map(table -> "select source_id, count(*) as rows from %s where merged%s group by source_id"
                        .formatted(table, table.equals("in_order_lines") ? " and level <> 'event'" : ""))
                .collect(Collectors.joining(" union all "));
        store.run(Sql.of(
                "create or replace table merged_rows as select source_id, cast(sum(rows) as bigint) as rows from (%s) group by source_id"
                        .formatted(all)));
    }

    private void clear(String table) {
        if (store.number(Sql.of("select count(*) from %s where merged".formatted(table))) > 0) {
            store.run(Sql.of("update %s set merged = false where merged".formatted(table)));
        }
    }

    // Equal hashes of different ids only cost a second look.
    private boolean repeats(Unique unique) {
        return store.number(Sql.of("select count(%1$s) - count(distinct hash(%1$s)) from %2$s"
                        .formatted(unique.key, unique.table)))
                > 0;
    }

    private void markAllButLast(String table, String column, String key) {
        store.run(Sql.of("""
                update %1$s set merged = true
                from (
                    select %1$s.source_id, %1$s.row_no
                    from %1$s join in_sources on %1$s.source_id = in_sources.source_id
                    where %2$s is not null
                    qualify row_number() over (
                        partition by %3$s
                        order by in_sources.position desc, %1$s.row_no desc
                    ) > 1
                ) as earlier
                where %1$s.source_id = earlier.source_id and %1$s.row_no = earlier.row_no
                """.formatted(table, column, key)));
    }

    /// Of an order in two exports of one kind the later file's rows stand, unless the files are parts of one export; of
    /// an order's own row given twice in one file the last stands.
    private void markOrders() {
        if (store.number(Sql.of("""
                        select count(*) from (
                            select kind, recipe from in_sources
                            where source_id in (select distinct source_id from in_order_lines where level not in ('event', 'part'))
                            group by kind, recipe having count(*) > 1)
                        """)) > 0) {
            store.stage(Script.beside(Merges.class, "repeated_orders"));
            store.run(Sql.of("""
                    update in_order_lines set merged = true
                    from repeated_orders
                    where in_order_lines.order_id = repeated_orders.order_id
                        and in_order_lines.source_id = repeated_orders.source_id
                    """));
        }
        if (store.number(
                        Sql.of(
                                "select count(order_id) - count(distinct hash(order_id, source_id)) from in_order_lines where level = 'order'"))
                > 0) {
            store.run(Sql.of("""
                    update in_order_lines set merged = true
                    from (
                        select source_id, row_no
                        from in_order_lines
                        where level = 'order' and not merged
                        qualify row_number() over (partition by source_id, order_id order by row_no desc) > 1
                    ) as earlier
                    where in_order_lines.source_id = earlier.source_id and in_order_lines.row_no = earlier.row_no
                    """));
        }
    }
}
