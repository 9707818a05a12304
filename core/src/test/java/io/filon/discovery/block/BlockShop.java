package io.filon.discovery.block;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.value.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Customers known before an outcome window, whose money in it is made of what the test says: where they live,
/// what they looked at, what they bought before, and chance. Lognormal, as money is.
///
/// @param demography how much of the money's logarithm comes from the region
/// @param browsing   from how much they read
/// @param purchases  from how much they had bought
record BlockShop(double demography, double browsing, double purchases) {

    /// Standard deviation of one of four values.
    private static final double SPREAD = 1.118;

    DuckStore of(long seed, int customers) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        DuckStore store = Tables.empty("2025-12-31");
        List<List<@Nullable Object>> outcomes = new ArrayList<>();
        List<List<@Nullable Object>> known = new ArrayList<>();
        List<List<@Nullable Object>> visits = new ArrayList<>();
        List<List<@Nullable Object>> days = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            String id = "c" + i;
            int region = random.nextInt(4);
            int reading = random.nextInt(4);
            double bought = random.nextGaussian();
            double log =
                    demography * (region - 1.5) / SPREAD + browsing * (reading - 1.5) / SPREAD + purchases * bought;
            outcomes.add(
                    Arrays.asList(id, "2024-Q" + (1 + random.nextInt(4)), Math.exp(3 + log + random.nextGaussian())));
            known.add(Arrays.asList(id, "region", "place " + region, "fixed"));
            known.add(Arrays.asList(id, "gender", random.nextBoolean() ? "f" : "m", "fixed"));
            known.add(Arrays.asList(id, "age", "band " + random.nextInt(6), "fixed"));
            known.add(Arrays.asList(id, "satisfaction", random.nextBoolean() ? "high" : "low", "dated"));
            for (int visit = 0; visit < 4; visit++) {
                visits.add(Arrays.asList(
                        (long) visits.size(),
                        id,
                        LocalDate.of(2024, 12, 1).minusDays(random.nextInt(200)),
                        2 + 3 * reading));
            }
            days.add(Arrays.asList(id, LocalDate.of(2024, 6, 1), Math.exp(3 + bought)));
        }
        store.run(Sql.of("create table made (customer_id varchar, cohort varchar, net double)"));
        store.append("made", outcomes);
        store.run(
                Sql.of("create table outcomes as select customer_id, cohort, net, date '2024-01-01' as first_order_on, "
                        + "false as already_there from made"));
        store.run(Sql.of("create table outcome_window as select date '2025-01-01' as from_on, 365 as window_days"));
        store.run(
                Sql.of("create table told (customer_id varchar, attribute varchar, value varchar, evidence varchar)"));
        store.append("told", known);
        store.run(
                Sql.of("create table known_before as select *, false as named, false as spoken, 'contact' as known_at "
                        + "from told"));
        store.run(Sql.of("create table visited (session_id bigint, customer_id varchar, day date, views integer)"));
        store.append("visited", visits);
        store.run(Sql.of(
                "create table sessions as select session_id, customer_id, cast(day as timestamp) as started_local, "
                        + "12 as hour, 60.0 as seconds, 'mobile' as device, views as product_views, 1 as categories, 0 as searches, "
                        + "0 as lists, 0 as filters, 0 as comparisons, 0 as downloads, 0 as videos, 0 as reviews, 0 as chats, "
                        + "0 as support_views, 0 as wishlists from visited"));
        store.run(Sql.of("create table session_jobs as select session_id, 'unclear' as job from visited"));
        store.run(Sql.of("create table bought (customer_id varchar, bought_on date, margin double)"));
        store.append("bought", days);
        store.run(Sql.of("create table purchase_days as select customer_id, bought_on, "
                + "cast(margin as decimal(18, 4)) as margin from bought"));
        store.run(Sql.of("create table units (customer_id varchar, unit_id varchar)"));
        return store;
    }
}
