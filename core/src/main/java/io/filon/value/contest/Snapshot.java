package io.filon.value.contest;

import io.filon.value.model.OrderValues;
import io.filon.value.model.PurchaseHistories;
import java.util.stream.IntStream;

/// What was known of the customers on one day, and nothing of what came later.
///
/// Arrays have one entry a customer who had bought by then; `customer` leads to the log's.
///
/// @param until      the day, the last that counts
/// @param customer   index in the log
/// @param histories  repeats and days, customers with unlike traits apart where the log knows traits
/// @param all        revenue and margin of all purchase days
/// @param repeat     the same without the first day
/// @param lastYear   margin of the 365 days up to `until`
/// @param newcomers  customers who bought for the first time after `until`
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Snapshot(
        int until,
        int[] customer,
        PurchaseHistories histories,
        OrderValues all,
        OrderValues repeat,
        double[] lastYear,
        int newcomers) {

    private static final int YEAR = 365;

    public static Snapshot of(PurchaseLog log, int until) {
        int[] customer = IntStream.range(0, log.size())
                .filter(i -> log.day()[log.start()[i]] <= until)
                .toArray();
        int n = customer.length;
        int[] repeats = new int[n];
        int[] last = new int[n];
        int[] observed = new int[n];
        double[] lastYear = new double[n];
        double logGaps = 0;
        Tally all = new Tally(n);
        Tally repeat = new Tally(n);
        for (int i = 0; i < n; i++) {
            int from = log.start()[customer[i]];
            int first = log.day()[from];
            observed[i] = until - first;
            for (int row = from; row < log.start()[customer[i] + 1] && log.day()[row] <= until; row++) {
                all.add(i, log.revenue()[row], log.margin()[row]);
                if (row > from) {
                    repeats[i]++;
                    last[i] = log.day()[row] - first;
                    logGaps += Math.log(log.day()[row] - log.day()[row - 1]);
                    repeat.add(i, log.revenue()[row], log.margin()[row]);
                }
                if (log.day()[row] > until - YEAR) {
                    lastYear[i] += log.margin()[row];
                }
            }
        }
        return new Snapshot(
                until,
                customer,
                PurchaseHistories.of(repeats, last, observed)
                        .withLogGaps(logGaps)
                        .with(log.traits().among(customer)),
                all.values(),
                repeat.values(),
                lastYear,
                log.size() - n);
    }

    public int size() {
        return customer.length;
    }

    public int repeats(int i) {
        return histories.repeats(histories.groupOf(i));
    }

    /// Days from the first to the last purchase.
    public int lastDays(int i) {
        return histories.lastDays(histories.groupOf(i));
    }

    public int observedDays(int i) {
        return histories.observedDays(histories.groupOf(i));
    }

    /// Days since the last purchase.
    public int hiatusDays(int i) {
        return observedDays(i) - lastDays(i);
    }

    /// What these customers did in the days after, one entry a customer.
    ///
    /// @param orders purchase days
    /// @param margin what they left
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    public record Outcome(double[] orders, double[] margin) {}

    /// @param days how many; the log must know them
    public Outcome outcome(PurchaseLog log, int days) {
        double[] orders = new double[size()];
        double[] margin = new double[size()];
        for (int i = 0; i < orders.length; i++) {
            for (int row = log.start()[customer[i]]; row < log.start()[customer[i] + 1]; row++) {
                if (log.day()[row] > until && log.day()[row] <= until + days) {
                    orders[i]++;
                    margin[i] += log.margin()[row];
                }
            }
        }
        return new Outcome(orders, margin);
    }

    /// Means and squares about them, one purchase day after the other (Welford).
    private static final class Tally {
        private final int[] orders;
        private final double[] revenue;
        private final double[] margin;
        private final double[] squares;

        Tally(int size) {
            orders = new int[size];
            revenue = new double[size];
            margin = new double[size];
            squares = new double[size];
        }

        void add(int i, double dayRevenue, double dayMargin) {
            orders[i]++;
            revenue[i] += (dayRevenue - revenue[i]) / orders[i];
            double off = dayMargin - margin[i];
            margin[i] += off / orders[i];
            squares[i] += off * (dayMargin - margin[i]);
        }

        OrderValues values() {
            return new OrderValues(orders, revenue, margin, squares);
        }
    }
}
