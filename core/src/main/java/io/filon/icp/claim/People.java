package io.filon.icp.claim;

import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every buyer as personas are judged: what the customer left and bought in 12 months, and whether it is a star.
///
/// Places are in order of the customers' ids. Reads `customer_facts`, `customer_ledger`.
///
/// @param whole      present for the whole star window, so that stars can be looked for among them
/// @param net,revenue,orders of 12 months
/// @param starNet    of the star window
/// @param gapDays    days between purchases; NaN for who bought once
/// @param acquisition spent on winning the customer
/// @param channels   that brought each; empty when no file says
/// @param places     by id
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
        Map<String, Integer> places) {

    private static final Sql SELECT = Sql.of("""
            select
                customer_facts.customer_id,
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
            from customer_facts
            left join customer_ledger on customer_ledger.customer_id = customer_facts.customer_id
            where customer_facts.orders_total > 0
            order by customer_facts.customer_id""");

    public static People of(Store store) {
        List<double[]> rows = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        BitSet whole = new BitSet();
        BitSet stars = new BitSet();
        store.scan(SELECT, row -> {
            int place = rows.size();
            places.put(String.valueOf(row.text(0)), place);
            channels.add(String.valueOf(row.text(1)));
            whole.set(place, row.number(2) > 0);
            stars.set(place, row.number(3) > 0);
            double[] numbers = new double[6];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = row.number(4 + i);
            }
            rows.add(numbers);
        });
        return new People(
                whole,
                stars,
                column(rows, 0),
                column(rows, 1),
                column(rows, 2),
                column(rows, 3),
                column(rows, 4),
                column(rows, 5),
                channels.toArray(String[]::new),
                places);
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    public int size() {
        return net.length;
    }

    /// @param members a select of `customer_id`; who is not a buyer is passed over
    public BitSet chosen(Store store, Sql members) {
        BitSet chosen = new BitSet(size());
        store.scan(members, row -> {
            Integer place = places.get(String.valueOf(row.text(0)));
            if (place != null) {
                chosen.set(place);
            }
        });
        return chosen;
    }

    /// Everybody.
    public BitSet all() {
        BitSet all = new BitSet(size());
        all.set(0, size());
        return all;
    }
}
