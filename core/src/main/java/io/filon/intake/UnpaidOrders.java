package io.filon.intake;

import io.filon.intake.plan.Doubt;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings.Purchase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Says how many orders were left out because they were not paid, and what they add up to.
final class UnpaidOrders {

    private record Found(String file, long orders, BigDecimal amount) {}

    private UnpaidOrders() {}

    /// Call when the tables are built.
    static List<Doubt> doubts(Store store, Purchase purchase) {
        if (purchase != Purchase.CREATED) {
            return List.of(); // somebody said which orders count
        }
        return store.query(Sql.of("""
                        with unpaid as (
                            select
                                orders.order_id,
                                orders.source_id,
                                coalesce(sum(order_lines.amount), 0) - any_value(orders.discount) - any_value(orders.tax) as amount
                            from orders
                            left join order_lines on orders.order_id = order_lines.order_id
                            where orders.status = 'unpaid' and not orders.counts
                            group by orders.order_id, orders.source_id
                        )
                        select
                            in_sources.file,
                            count(*)                    as orders,
                            sum(unpaid.amount)          as amount
                        from unpaid
                        join in_sources on unpaid.source_id = in_sources.source_id
                        group by in_sources.file
                        order by in_sources.file
                        """), Found.class).stream()
                .map(found -> new Doubt(
                        "unpaid_orders",
                        found.file,
                        "",
                        2,
                        List.of(
                                found.orders,
                                found.amount.setScale(0, RoundingMode.HALF_UP).longValueExact(),
                                store.text(Sql.of("select currency from import_options"))
                                        .orElseThrow())))
                .toList();
    }
}
