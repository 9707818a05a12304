package io.filon.discovery.block;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads what was known of customers before the outcome window, and what each left in it.
final class BlockReader {

    /// More would say little more.
    private static final int MOST_CUSTOMERS = 50_000;

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
                        "select outcomes.customer_id, coalesce(people.account_id, outcomes.customer_id), "
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
        Map<String, Fact> facts = new LinkedHashMap<>();
        store.scan(
                Sql.of("select customer_id, block, attribute, value, number from block_facts "
                        + "order by attribute, customer_id"),
                row -> {
                    Integer place = places.get(String.valueOf(row.text(0)));
                    if (place != null) {
                        facts.computeIfAbsent(
                                        String.valueOf(row.text(2)),
                                        _ -> new Fact(Block.of(String.valueOf(row.text(1))), places.size()))
                                .tell(place, row.text(3), row.number(4));
                    }
                });
        return facts;
    }
}
