package io.filon.behaviour;

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

/// Visits of one year whose truth is known. Every customer goes on from step to step with a share of their own, so that
/// visits of one customer are alike; a third come on a phone.
///
/// - a barrier: on a phone, `barrier` more of the visits that reach the payment stop there;
/// - a habit: one customer in ten comes at weekends in eight visits of ten, when `habits`;
/// - friction: an empty search halves the chance to go on, when there is a barrier.
final class VisitShop {

    static final int CUSTOMERS = 600;
    static final int HABITUAL = 60;
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final List<String> STEPS = List.of("visit", "product", "cart", "checkout", "payment", "purchase");

    private VisitShop() {}

    static DuckStore of(long seed, double barrier, boolean habits) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<List<@Nullable Object>> visits = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            double own = 0.65 + 0.3 * random.nextDouble();
            boolean phone = random.nextInt(3) == 0;
            boolean weekends = habits && customer < HABITUAL;
            for (int visit = 0; visit < 25; visit++) {
                LocalDate day = FROM.plusDays(random.nextInt(364));
                if (weekends && random.nextDouble() < 0.8) {
                    day = day.plusDays(6 - day.getDayOfWeek().getValue() + random.nextInt(2));
                }
                boolean empty = random.nextDouble() < 0.2;
                int depth = 0;
                while (depth < 5) {
                    double on = own * (empty && barrier > 0 ? 0.8 : 1) - (depth == 4 && phone ? barrier : 0);
                    if (random.nextDouble() >= on) {
                        break;
                    }
                    depth++;
                }
                visits.add(Arrays.asList(
                        (long) visits.size(),
                        "c" + customer,
                        day,
                        8 + random.nextInt(14),
                        phone ? "mobile" : "desktop",
                        STEPS.get(depth),
                        depth,
                        empty ? 1 : 0));
            }
        }
        return written(visits);
    }

    private static DuckStore written(List<List<@Nullable Object>> visits) {
        DuckStore store = Tables.empty("2025-12-31");
        store.run(Sql.of("create table made (session_id bigint, customer_id varchar, day date, hour integer, "
                + "device varchar, reached varchar, depth integer, empty integer)"));
        store.append("made", visits);
        store.run(Sql.of("""
                create table sessions as select session_id, customer_id as visitor, customer_id,
                    start_of_day(day, 'UTC') as started_at, cast(day as timestamp) as started_local, hour,
                    isodow(day) as weekday, device, cast(null as varchar) as source, reached,
                    cast(depth >= 1 as bigint) as product_views, cast(depth >= 2 as bigint) as cart_adds,
                    cast(depth >= 3 as bigint) as checkouts, cast(0 as bigint) as shipping_steps,
                    cast(depth >= 4 as bigint) as payment_steps, cast(depth >= 5 as bigint) as purchases,
                    cast(empty as bigint) as searches, cast(empty as bigint) as empty_searches, 0 as comparisons,
                    0 as filters, 0 as lists, 0 as downloads, 0 as videos, 0 as chats, 0 as support_views, 0 as errors,
                    0 as slow_pages
                from made"""));
        store.run(Sql.of("create table purchase_days as select distinct customer_id, cast(started_local as date) as "
                + "bought_on, cast(20 as decimal(18, 4)) as margin from sessions where purchases > 0"));
        store.run(
                Sql.of("create table purchases as select customer_id || bought_on as order_id, customer_id, bought_on "
                        + "from purchase_days"));
        store.run(Sql.of("create table customer_facts as select distinct customer_id, date '2024-12-01' as known_since "
                + "from sessions"));
        store.run(Sql.of("create table units (customer_id varchar, unit_id varchar)"));
        store.run(
                Sql.of("create table buyers as select customer_id, max(bought_on) as last_order_on from purchase_days "
                        + "group by customer_id"));
        store.run(Sql.of(
                "create table purchase_gaps as select customer_id, bought_on, gap_days from (select customer_id, "
                        + "bought_on, days_between(lag(bought_on) over (partition by customer_id order by bought_on), bought_on) "
                        + "as gap_days from purchase_days) gaps where gap_days is not null"));
        store.run(Sql.of("create table rhythm as select customer_id, 30.0 as usual_gap_days from buyers"));
        return store;
    }
}
