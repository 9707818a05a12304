package io.filon.discovery.block;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads what was known of customers before the outcome window, and what each left in it.
final class BlockReader {

    /// More would say little more.
    private static final int MOST_CUSTOMERS = 50_000;

    private static final List<String> VISITED = List.of(
            "visits",
            "days",
            "days_since",
            "product_views",
            "categories",
            "searches",
            "lists",
            "choosing",
            "reading",
            "asking",
            "wishlists",
            "seconds",
            "evenings");
    private static final List<String> BOUGHT = List.of("days", "days_since", "days_known", "margin", "best_day");

    private final Store store;

    BlockReader(Store store) {
        this.store = store;
    }

    /// @param net     in the window
    /// @param cohorts quarter of arrival, 0, 1, 2…
    /// @param keys    one an account
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Known(double[] net, int[] cohorts, long[] keys, Map<String, Fact> facts) {}

    Known read() {
        long customers = store.number(Sql.of("select count(*) from outcomes"));
        long everyNth = Math.max(1, (customers + MOST_CUSTOMERS - 1) / MOST_CUSTOMERS);
        Map<String, Integer> places = new HashMap<>();
        Map<String, Long> accounts = new HashMap<>();
        List<Double> net = new ArrayList<>();
        List<Integer> cohorts = new ArrayList<>();
        List<Long> keys = new ArrayList<>();
        store.scan(
                Sql.of(
                        "select encode(outcomes.customer_id), encode(coalesce(people.account_id, outcomes.customer_id)), "
                                + "cast(outcomes.net as double), "
                                + "cast(dense_rank() over (order by outcomes.cohort) - 1 as double) from outcomes "
                                + "left join (select customer_id, min(account_id) as account_id from customers "
                                + "group by customer_id) as people on people.customer_id = outcomes.customer_id "
                                + "qualify row_number() over (order by outcomes.customer_id) % ? = 0 "
                                + "order by outcomes.customer_id",
                        everyNth),
                row -> {
                    places.put(String.valueOf(row.text(0)), places.size());
                    keys.add(accounts.computeIfAbsent(String.valueOf(row.text(1)), _ -> (long) accounts.size()));
                    net.add(row.number(2));
                    cohorts.add((int) row.number(3));
                });
        return new Known(
                net.stream().mapToDouble(Double::doubleValue).toArray(),
                cohorts.stream().mapToInt(Integer::intValue).toArray(),
                keys.stream().mapToLong(Long::longValue).toArray(),
                facts(places));
    }

    private Map<String, Fact> facts(Map<String, Integer> places) {
        Map<String, Fact> facts = new TreeMap<>(); // in the same order whatever the rows'
        Sql words =
                Sql.of("select encode(customer_id), encode(block), encode(attribute), encode(value) from block_facts");
        store.scan(words, row -> {
            Integer place = places.get(String.valueOf(row.text(0)));
            if (place != null) {
                facts.computeIfAbsent(
                                String.valueOf(row.text(2)),
                                _ -> new Fact(Block.of(String.valueOf(row.text(1))), places.size()))
                        .tell(place, row.text(3));
            }
        });
        numbers(facts, places, Block.BROWSING, "block_visits", VISITED);
        numbers(facts, places, Block.PURCHASES, "block_purchases", BOUGHT);
        return facts;
    }

    private void numbers(
            Map<String, Fact> facts, Map<String, Integer> places, Block block, String table, List<String> columns) {
        List<Fact> read =
                columns.stream().map(_ -> new Fact(block, places.size())).toList();
        store.scan(
                Sql.of("select encode(customer_id), %s from %s".formatted(String.join(", ", columns), table)), row -> {
                    Integer place = places.get(String.valueOf(row.text(0)));
                    if (place != null) {
                        for (int i = 0; i < read.size(); i++) {
                            read.get(i).tell(place, row.number(i + 1));
                        }
                    }
                });
        for (int i = 0; i < read.size(); i++) {
            facts.put(table + " " + columns.get(i), read.get(i));
        }
    }
}
