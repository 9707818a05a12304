package io.filon.report.sensitivity;

import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import java.util.Optional;

/// How many of today's star customers would still be if an assumed cost were otherwise: the star rule, evaluated anew
/// on everybody's net with that cost.
final class StarsHeld {

    /// Four in five stay: less, and the list is another one.
    static final double ENOUGH = 0.8;

    private static final int STEPS = 6;

    private final Store store;
    private final Settings.Stars rule;
    private final long stars;

    StarsHeld(Store store, Settings.Stars rule) {
        this.store = store;
        this.rule = rule;
        this.stars = store.number(Sql.of("select count(*) from star_customers"));
    }

    boolean any() {
        return stars > 0;
    }

    /// @param growth of the cost that rests on the assumption
    /// @return share of today's stars, 0..1
    double kept(String assumption, double growth) {
        long kept = store.number(Sql.of("""
                with moved as (
                    select
                        customer_facts.star,
                        customer_facts.net_window - coalesce(assumed_costs.cost_window, 0) * ? as net,
                        not customer_facts.usually_reorders or customer_facts.has_contract
                            or customer_facts.orders_window >= ? as orders_enough
                    from customer_facts
                    left join assumed_costs
                        on assumed_costs.customer_id = customer_facts.customer_id and assumed_costs.name = ?
                    where customer_facts.present_whole_window and customer_facts.orders_total >= 1
                ),
                best as (
                    select *
                    from moved
                    qualify rank() over (order by net desc nulls last) - 1 < ? * count(*) over ()
                )
                select count(*) from best where star and net > 0 and orders_enough
                """, growth, rule.minOrders(), assumption, rule.topShare()));
        return stars == 0 ? 0 : (double) kept / stars;
    }

    /// The value between now and an end of the range at which fewer than four in five stay; empty when enough stay at
    /// the end.
    Optional<Double> losesAt(Scale scale, double end) {
        if (kept(scale.name(), scale.growth(end)) >= ENOUGH) {
            return Optional.empty();
        }
        double holds = scale.value();
        double fails = end;
        for (int step = 0; step < STEPS; step++) {
            double middle = (holds + fails) / 2;
            if (kept(scale.name(), scale.growth(middle)) >= ENOUGH) {
                holds = middle;
            } else {
                fails = middle;
            }
        }
        return Optional.of(fails);
    }
}
