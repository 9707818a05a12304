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
/// - *brings*: to a random half of the base, multiplies purchases of the next three days;
/// - *seasonal*: to another random half in the same weeks, brings nothing;
/// - *cart*: a day after a visit, brings nothing; whoever visits is about to buy anyway;
/// - *asleep*: to whoever has not bought for 60 days, brings nothing;
/// - rain in one of twenty towns multiplies that day's purchases; *temp*, its temperature, does nothing;
/// - a third buys *coffee* again about 45 days after; what else is bought has no age;
/// - prices of four products are cut and go up again; whoever bought one buys more in the days after a cut.
final class TriggerShop {

    /// What works, as times as many purchases; 1 for nothing.
    ///
    /// @param coffee whether a third of the customers buys coffee again when it is used up
    record Truth(double brings, double payday, double rain, double cut, boolean coffee) {
        static final Truth ALL = new Truth(2.5, 1.8, 1.6, 3, true);
        static final Truth NOTHING = new Truth(1, 1, 1, 1, false);
    }

    static final int CUSTOMERS = 1_000;
    private static final int DAYS = 365;
    private static final int TOWNS = 20;
    private static final int PRODUCTS = 8;
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    private final RandomGenerator random;
    private final Truth truth;
    private final boolean shuffled;
    private final List<List<@Nullable Object>> purchases = new ArrayList<>();
    private final List<List<@Nullable Object>> messages = new ArrayList<>();
    private final List<List<@Nullable Object>> visits = new ArrayList<>();
    private final List<List<@Nullable Object>> weather = new ArrayList<>();
    private final double[] season = new double[DAYS + 1];
    private final boolean[] waves = new boolean[DAYS + 1];
    private final boolean[][] rain = new boolean[TOWNS][DAYS];
    private final boolean[][] cheap = new boolean[PRODUCTS][DAYS];

    private TriggerShop(long seed, Truth truth, boolean shuffled) {
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.truth = truth;
        this.shuffled = shuffled;
    }

    static DuckStore of(long seed, Truth truth) {
        return of(seed, truth, false);
    }

    /// @param shuffled whether every purchase is moved to any day of the year
    static DuckStore of(long seed, Truth truth, boolean shuffled) {
        TriggerShop shop = new TriggerShop(seed, truth, shuffled);
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
        weather();
        for (int product = 0; product < PRODUCTS / 2; product++) {
            int start = 60 + random.nextInt(200);
            Arrays.fill(cheap[product], start, start + 40, true);
        }
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            live(customer);
        }
    }

    private void weather() {
        for (int day = 0; day < DAYS; day++) {
            double front = random.nextGaussian();
            for (int town = 0; town < TOWNS; town++) {
                double wet = 0.7 * front + 0.7 * random.nextGaussian() - 0.7;
                rain[town][day] = wet > 0;
                double warm = 15 - 8 * Math.cos(2 * Math.PI * day / DAYS) + 3 * random.nextGaussian();
                weather.add(Arrays.asList(FROM.plusDays(day), "t" + town, Math.max(0, wet), warm));
            }
        }
    }

    private void live(int customer) {
        double rate = 0.02 * (0.3 + 1.4 * random.nextDouble());
        int lastBought = -30;
        int brought = -9;
        int visited = -9;
        int due = truth.coffee && customer % 3 == 0 ? random.nextInt(45) : DAYS;
        int[] owned = new int[PRODUCTS];
        Arrays.fill(owned, DAYS);
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
            now *= date.getDayOfMonth() >= 25 ? truth.payday : 1;
            now *= day - brought < 3 ? truth.brings : 1;
            now *= day - visited < 4 ? 5 : 1;
            now *= rain[customer % TOWNS][day] ? truth.rain : 1;
            now *= cutLately(owned, day) ? truth.cut : 1;
            if (day == due) {
                buy(customer, day, -1);
                due += 45 + (int) Math.round(3 * random.nextGaussian());
                lastBought = day;
            } else if (random.nextDouble() < now) {
                int product = random.nextInt(PRODUCTS);
                owned[product] = Math.min(owned[product], day);
                buy(customer, day, product);
                lastBought = day;
            }
        }
    }

    /// Whether something owned became cheaper one to three days ago.
    private boolean cutLately(int[] owned, int day) {
        for (int product = 0; product < PRODUCTS / 2; product++) {
            for (int ago = 1; ago <= 3; ago++) {
                int cut = day - ago;
                if (cut > owned[product] && cheap[product][cut] && !cheap[product][cut - 1]) {
                    return true;
                }
            }
        }
        return false;
    }

    /// @param product -1 for coffee
    private void buy(int customer, int day, int product) {
        int on = shuffled ? random.nextInt(DAYS) : day;
        double price = product >= 0 && cheap[product][day] ? 15 : 20;
        purchases.add(Arrays.asList(
                "c" + customer, FROM.plusDays(on), price, "p" + product, product < 0 ? "coffee" : "rest"));
    }

    private void message(int customer, String campaign, int day) {
        messages.add(Arrays.asList("c" + customer, campaign, FROM.plusDays(day).toString(), 9));
    }

    private DuckStore written() {
        DuckStore store = Tables.empty(FROM.plusDays(DAYS - 1L).toString());
        append(
                store,
                "bought",
                "customer_id varchar, bought_on date, price double, product varchar, category varchar",
                purchases);
        append(store, "days", "noted_on date, place varchar, rain double, temp double", weather);
        store.run(Sql.of("insert into outside_days select noted_on, place, unnest(['rain', 'temp']), "
                + "unnest([rain, temp]), null from days"));
        store.run(Sql.of(
                "insert into customers (customer_id, city) select 'c' || i, 'T' || (i % ?) from range(?) people(i)",
                TOWNS, CUSTOMERS));
        store.run(Sql.of("insert into order_lines (order_id, line_no, customer_id, ordered_on, product_id, product, "
                + "category, quantity, list_amount, discount, amount, is_return) select customer_id || bought_on, "
                + "row_number() over (), customer_id, bought_on, product, product, category, 1, price, 0, price, "
                + "false from bought"));
        append(store, "sent", "customer_id varchar, campaign varchar, sent_on varchar, at_hour integer", messages);
        append(store, "seen", "customer_id varchar, seen_on varchar, at_hour integer", visits);
        store.run(Sql.of("create table purchase_days as select customer_id, bought_on, "
                + "cast(sum(price) as decimal(18, 4)) as margin from bought group by all"));
        store.run(
                Sql.of("create table purchases as select customer_id || bought_on as order_id, customer_id, bought_on "
                        + "from purchase_days"));
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
