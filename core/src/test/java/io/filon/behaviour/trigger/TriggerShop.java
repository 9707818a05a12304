package io.filon.behaviour.trigger;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// A shop of one year whose truth is known. Everybody buys more in four seasons and around the month's end when asked;
/// messages go out as those seasons begin.
///
/// - *brings*: to a random half of the base, multiplies purchases of the next three days by `lift`;
/// - *seasonal*: to another random half in the same weeks, brings nothing;
/// - *cart*: a day after a visit, brings nothing; whoever visits is about to buy anyway;
/// - *asleep*: to whoever has not bought for 60 days, brings nothing.
final class TriggerShop {

    static final int CUSTOMERS = 1_000;
    private static final int DAYS = 365;
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    private final RandomGenerator random;
    private final double lift;
    private final double payday;
    private final List<List<@Nullable Object>> purchases = new ArrayList<>();
    private final List<List<@Nullable Object>> messages = new ArrayList<>();
    private final List<List<@Nullable Object>> visits = new ArrayList<>();
    private final double[] season = new double[DAYS + 1];
    private final boolean[] waves = new boolean[DAYS + 1];

    private TriggerShop(long seed, double lift, double payday) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.lift = lift;
        this.payday = payday;
    }

    /// @param lift   times as many purchases in the three days after *brings*; 1 for none
    /// @param payday times as many purchases from the 25th on; 1 for none
    static DuckStore of(long seed, double lift, double payday) {
        TriggerShop shop = new TriggerShop(seed, lift, payday);
        shop.live();
        return shop.written();
    }

    private void live() {
        Arrays.fill(season, 1);
        for (int wave = 0; wave < 8; wave++) {
            int start = 20 + wave * 42 + random.nextInt(20);
            waves[start] = true;
            for (int day = start; day < Math.min(DAYS, start + 5); day++) {
                season[day] = wave % 2 == 0 ? 3 : 1;
            }
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            live(customer);
        }
    }

    private void live(int customer) {
        double rate = 0.02 * (0.3 + 1.4 * random.nextDouble());
        int lastBought = -30;
        int brought = -9;
        int visited = -9;
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = FROM.plusDays(day);
            if (waves[day]) {
                if (random.nextBoolean()) {
                    message(customer, "brings", day);
                    brought = day;
                }
                if (random.nextBoolean()) {
                    message(customer, "seasonal", day);
                }
                if (day - lastBought > 60) {
                    message(customer, "asleep", day);
                }
            }
            if (visited == day - 1) {
                message(customer, "cart", day);
            }
            if (random.nextDouble() < 0.02) {
                visits.add(Arrays.asList("c" + customer, date.toString(), 18));
                visited = day;
            }
            double now = rate * season[day];
            now *= date.getDayOfMonth() >= 25 ? payday : 1;
            now *= day - brought < 3 ? lift : 1;
            now *= day - visited < 4 ? 5 : 1;
            if (random.nextDouble() < now) {
                purchases.add(Arrays.asList("c" + customer, date, 20.0));
                lastBought = day;
            }
        }
    }

    private void message(int customer, String campaign, int day) {
        messages.add(Arrays.asList("c" + customer, campaign, FROM.plusDays(day).toString(), 9));
    }

    private DuckStore written() {
        DuckStore store = Tables.empty(FROM.plusDays(DAYS - 1L).toString());
        append(store, "bought", "customer_id varchar, bought_on date, margin double", purchases);
        append(store, "sent", "customer_id varchar, campaign varchar, sent_on varchar, at_hour integer", messages);
        append(store, "seen", "customer_id varchar, seen_on varchar, at_hour integer", visits);
        store.run(Sql.of("create table purchase_days as select customer_id, bought_on, "
                + "cast(margin as decimal(18, 4)) as margin from bought"));
        store.run(
                Sql.of("create table purchases as select customer_id || bought_on as order_id, customer_id, bought_on "
                        + "from bought"));
        store.run(Sql.of(
                "insert into orders (order_id, customer_id, ordered_on, ordered_at) select order_id, customer_id, "
                        + "bought_on, cast(bought_on || ' 20:00:00+00' as timestamptz) from purchases"));
        store.run(Sql.of(
                "create table customer_facts as select 'c' || i as customer_id, date '2024-12-01' as known_since "
                        + "from range(?) people(i)",
                CUSTOMERS));
        store.run(Sql.of("create table units (customer_id varchar, unit_id varchar)"));
        store.run(Sql.of("insert into touches (customer_id, campaign, sent_at, kind, is_control) select customer_id, "
                + "campaign, cast(sent_on || ' ' || at_hour || ':00:00+00' as timestamptz), 'sent', false from sent"));
        store.run(Sql.of("insert into events (event_id, customer_id, name, occurred_at) select "
                + "customer_id || seen_on, customer_id, 'Product Viewed', "
                + "cast(seen_on || ' ' || at_hour || ':00:00+00' as timestamptz) from seen"));
        return store;
    }

    private static void append(Store store, String table, String columns, List<List<@Nullable Object>> rows) {
        store.run(Sql.of("create table %s (%s)".formatted(table, columns)));
        store.append(table, rows);
    }
}
