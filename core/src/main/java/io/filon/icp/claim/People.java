package io.filon.icp.claim;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Every buyer as personas are judged: what the customer left and bought in 12 months, and whether it is a star.
///
/// Places are in order of the customers' ids. Makes `buyer_places`, so that groups come as numbers: texts of millions
/// of rows would take longer than all else. Reads `customer_facts`, `customer_ledger`.
///
/// @param whole      present for the whole star window, so that stars can be looked for among them
/// @param net,revenue,orders of 12 months
/// @param starNet    of the star window
/// @param gapDays    days between purchases; NaN for who bought once
/// @param acquisition spent on winning the customer
/// @param channels   that brought each; empty when no file says
/// @param places     by row of `buyer_places`; -1 for who is left out
/// @param asked      who was chosen by each select so far: personas and bridges ask for the same groups again
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record People(
        BitSet whole,
        BitSet stars,
        double[] net,
        double[] revenue,
        double[] orders,
        double[] starNet,
        double[] gapDays,
        double[] acquisition,
        String[] channels,
        int[] places,
        Map<Sql, BitSet> asked) {

    private static final Sql PLACES = Sql.of("create or replace table buyer_places as "
            + "select customer_id, row_number() over (order by customer_id) - 1 as place from customer_facts "
            + "where orders_total > 0");

    private static final Sql SELECT = Sql.of("""
            select
                coalesce(customer_facts.acquisition_channel, ''),
                case when customer_facts.present_whole_window then 1.0 else 0.0 end,
                case when customer_facts.star then 1.0 else 0.0 end,
                cast(coalesce(customer_facts.net_12m, 0) as double),
                cast(coalesce(customer_facts.revenue_12m, 0) as double),
                cast(coalesce(customer_facts.orders_12m, 0) as double),
                cast(coalesce(customer_facts.net_window, 0) as double),
                case when customer_facts.order_days > 1
                    then cast(days_between(customer_facts.first_order_on, customer_facts.last_order_on) as double)
                        / (customer_facts.order_days - 1) end,
                cast(coalesce(customer_ledger.acquisition_cost, 0) as double)
            from buyer_places
            inner join customer_facts on customer_facts.customer_id = buyer_places.customer_id
            left join customer_ledger on customer_ledger.customer_id = customer_facts.customer_id
            order by buyer_places.place""");

    public static People of(Store store) {
        store.run(PLACES);
        int size = (int) store.number(Sql.of("select count(*) from buyer_places"));
        double[][] columns = new double[6][size];
        String[] channels = new String[size];
        Map<String, String> said = new HashMap<>();
        BitSet whole = new BitSet(size);
        BitSet stars = new BitSet(size);
        int[] next = {0};
        store.scan(SELECT, row -> {
            int place = next[0]++;
            channels[place] = said.computeIfAbsent(String.valueOf(row.text(0)), Function.identity());
            whole.set(place, row.number(1) > 0);
            stars.set(place, row.number(2) > 0);
            for (int i = 0; i < columns.length; i++) {
                columns[i][place] = row.number(3 + i);
            }
        });
        return new People(
                whole,
                stars,
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                columns[4],
                columns[5],
                channels,
                IntStream.range(0, size).toArray(),
                new ConcurrentHashMap<>());
    }

    public int size() {
        return net.length;
    }

    /// @param members a select of `customer_id`; who is not a buyer is passed over
    public BitSet chosen(Store store, Sql members) {
        return (BitSet)
                asked.computeIfAbsent(members, select -> read(store, select)).clone();
    }

    private BitSet read(Store store, Sql members) {
        BitSet chosen = new BitSet(size());
        store.scan(
                Sql.of("select cast(place as double) from buyer_places where customer_id in (")
                        .then(members)
                        .then(Sql.of(")")),
                row -> set(chosen, (int) row.number(0)));
        return chosen;
    }

    /// @param row of `buyer_places`
    public void set(BitSet chosen, int row) {
        if (places[row] >= 0) {
            chosen.set(places[row]);
        }
    }

    /// Everybody.
    public BitSet all() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }
}
