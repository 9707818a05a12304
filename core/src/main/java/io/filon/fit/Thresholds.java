package io.filon.fit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

// Set on the second period, which did not teach the model: whoever is served beyond capacity costs the shadow price,
// what the last lead that can be served leaves. From the lowest score up, twentieth by twentieth (30 leads at least),
// leads are turned away as long as each such part surely leaves less than that (mean plus 1.645 standard errors); up to
// where their sum is least they are nurtured.

/// From which expected value leads are accepted, and under which they are not prioritised.
///
/// @param acceptFrom   null: everybody
/// @param declineUnder null: nobody is turned away
record Thresholds(@Nullable Double acceptFrom, @Nullable Double declineUnder, double shadowPrice) {

    private static final int FEWEST = 30;
    private static final double ONE_SIDED_95 = 1.645;

    /// @param capacity leads of 100 that can be served
    static Thresholds of(double[] scores, double[] net, double capacity) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> scores[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> scores[i]).toArray();
        double price = shadowPrice(sorted, capacity);
        Double accept = null;
        Double decline = null;
        boolean sure = true;
        double least = 0;
        double sum = 0;
        int from = 0;
        for (int k = 0; k + 1 < order.length; k++) {
            sum += net[order[k]] - price;
            if (sorted[k + 1] == sorted[k]) {
                continue;
            }
            double cut = (sorted[k] + sorted[k + 1]) / 2;
            if (k + 1 >= FEWEST && sum < least) {
                least = sum;
                accept = cut;
            }
            if (k + 1 - from >= Math.max(FEWEST, order.length / 20)) {
                sure &= surelyLess(order, net, price, from, k + 1);
                decline = sure ? Double.valueOf(cut) : decline;
                from = k + 1;
            }
        }
        if (accept == null) {
            return new Thresholds(null, null, price);
        }
        return new Thresholds(accept, decline == null ? null : Math.min(decline, accept), price);
    }

    private static boolean surelyLess(int[] order, double[] net, double price, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int k = from; k < to; k++) {
            double over = net[order[k]] - price;
            sum += over;
            squares += over * over;
        }
        int count = to - from;
        double mean = sum / count;
        double error = Math.sqrt(Math.max(0, squares / count - mean * mean) / count);
        return mean + ONE_SIDED_95 * error < 0;
    }

    private static double shadowPrice(double[] sorted, double capacity) {
        if (capacity >= 100 || sorted.length == 0) {
            return 0;
        }
        int turned = (int) Math.round(sorted.length * (1 - capacity / 100));
        return Math.max(0, sorted[Math.min(sorted.length - 1, turned)]);
    }
}
