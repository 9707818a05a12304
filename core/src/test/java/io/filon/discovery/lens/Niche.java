package io.filon.discovery.lens;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.value.Tables;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A shop of two years in which two facts matter only together: vets in rural places.
final class Niche {

    private Niche() {}

    /// @param lift by which vets of rural places spend more than everybody else
    static DuckStore of(long seed, int customers, double lift) {
        DuckStore store = Tables.empty("2025-12-31");
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        store.run(Sql.of("select setseed(?)", random.nextDouble()));
        store.run(Sql.of(
                "create temp table people as select i, 'c' || lpad(cast(i as varchar), 6, '0') as id, "
                        + "cast(date '2024-01-01' + cast(floor(random() * 600) as integer) as date) as first_on, "
                        + "case when random() < 0.25 then 'rural' else 'town' end as region, "
                        + "case when random() < 0.25 then 'vet' when random() < 0.5 then 'cook' else 'clerk' end as job, "
                        + "random() as luck from range(?) t(i)",
                (long) customers));
        // the channel's share grows with time and matters to nobody
        store.run(Sql.of("insert into customers (customer_id, created_on, region, acquisition_channel, gender, email) "
                + "select id, first_on, region, case when random() < days_between(date '2024-01-01', first_on) / 600.0 "
                + "then 'social' else 'search' end, case when random() < 0.5 then 'f' else 'm' end, "
                + "case when random() < 0.8 then id || '@example.org' end from people"));
        store.run(Sql.of("insert into traits (customer_id, name, value, observed_at) "
                + "select id, 'Oficio', job, cast(first_on as timestamptz) from people"));
        store.run(Sql.of(
                "create temp table bought as select id, id || '-' || m as order_id, "
                        + "cast(first_on + cast(m * 30 as integer) as date) as bought_on, "
                        + "exp(0.8 * sqrt(-2 * ln(1 - random())) * cos(6.283185 * random()) + luck) "
                        + "* case when region = 'rural' and job = 'vet' then ? else 1 end * 10 "
                        // who came early found a better shop
                        + "* (1 + (600 - days_between(date '2024-01-01', first_on)) / 600.0) as amount "
                        + "from people, range(24) t(m) where (m = 0 or random() < 0.3) "
                        + "and first_on + cast(m * 30 as integer) <= date '2025-12-31'",
                lift));
        store.run(Sql.of("insert into orders (order_id, customer_id, ordered_on, counts, discount, tax, tax_stated, "
                + "shipping_charged, channel) select order_id, id, bought_on, true, 0, 0, false, 0, "
                + "case when random() < 0.7 then 'web' else 'store' end from bought"));
        store.run(Sql.of("insert into order_lines (order_id, line_no, customer_id, ordered_on, quantity, list_amount, "
                + "discount, amount, cost, category, is_return) select order_id, 1, id, bought_on, 1, "
                + "cast(amount as decimal(18, 4)), 0, cast(amount as decimal(18, 4)), cast(amount * 0.6 as decimal(18, 4)), "
                + "case when random() < 0.3 then 'shoes' when random() < 0.5 then 'hats' else 'coats' end, false "
                + "from bought"));
        return store;
    }
}
