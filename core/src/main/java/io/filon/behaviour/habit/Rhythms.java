package io.filon.behaviour.habit;

import io.filon.stats.ChiSquare;
import io.filon.stats.FalseShare;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who buys at intervals more even than chance would: Moran's statistic against purchases at random moments (Cox and
/// Lewis 1966), Bartlett's correction, at least eight gaps, all customers one family. Writes `regular_customers`.
final class Rhythms {

    private static final int FEWEST_GAPS = 8;

    private final double errorRate;

    Rhythms(double errorRate) {
        this.errorRate = errorRate;
    }

    void write(Store store) {
        List<String> customers = new ArrayList<>();
        List<Double> chances = new ArrayList<>();
        store.scan(
                Sql.of("select customer_id, gaps, unevenness from repurchase_cycles where gaps >= " + FEWEST_GAPS
                        + " order by customer_id"),
                cells -> {
                    double gaps = cells.number(1);
                    customers.add(String.valueOf(cells.text(0)));
                    chances.add(ChiSquare.atMost(cells.number(2) / (1 + (gaps + 1) / (6 * gaps)), gaps - 1));
                });
        double[] q = FalseShare.adjusted(
                chances.stream().mapToDouble(Double::doubleValue).toArray());
        store.run(Sql.of("create or replace table regular_customers (customer_id varchar, q double)"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            if (q[i] <= errorRate) {
                rows.add(Arrays.asList(customers.get(i), q[i]));
            }
        }
        store.append("regular_customers", rows);
    }
}
