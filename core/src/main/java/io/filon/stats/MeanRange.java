package io.filon.stats;

import static io.filon.problem.Require.require;

import io.filon.stats.permutation.Dice;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

// The studentised bootstrap (Efron 1979; Hall 1988, "Theoretical comparison of bootstrap confidence intervals"): t is
// recomputed in resamples and its quantiles take the place of the normal's, so the range follows the skewness of money.
// Where skewness / sqrt(n) is under 0.05 the normal range is as good and needs no resampling. t depends on the shape of
// the values only, so many of them are drawn by groups of neighbours: none larger than a part of its rank from either
// end, where the shape is made; each as often as a Poisson draw says (Hanley and MacGibbon 2006). Misleads with
// infinite variance (Athreya 1987). Cost: DRAWN draws, or the order of the values and some hundred groups a resample.

/// A mean and the range that holds the true one in 95 of 100 such samples.
public record MeanRange(double mean, double low, double high) {

    /// Fewer values say too little of a mean of money.
    public static final int FEWEST = 30;

    private static final int RESAMPLES = 999;
    private static final int MORE_RESAMPLES = 9_999;
    private static final int CLEAR = 10;
    private static final int DRAWN_ONE_BY_ONE = 3_000;
    private static final int PART_OF_RANK = 17;
    private static final double TAME = 0.05;
    private static final double NORMAL_95 = 1.959963984540054;

    /// @param values at least [#FEWEST]
    public static MeanRange of(double[] values) {
        Moments moments = Moments.of(values);
        double mean = moments.mean;
        double error = moments.error();
        if (error == 0) {
            return new MeanRange(mean, mean, mean);
        }
        if (moments.tame()) {
            return new MeanRange(mean, mean - NORMAL_95 * error, mean + NORMAL_95 * error);
        }
        double[] t = resampled(values, mean, RESAMPLES);
        double upper = t[(int) Math.min(t.length - 1.0, Math.ceil(0.975 * (t.length + 1)) - 1)];
        double lower = t[(int) Math.max(0, Math.floor(0.025 * (t.length + 1)) - 1)];
        return new MeanRange(mean, mean - upper * error, mean - lower * error);
    }

    /// How surprising so low a mean would be if the true one were not negative: 0..1, by the same resamples, and ten
    /// times as many where hardly one is as low: among some hundred tests even a lone surprise can then be told.
    ///
    /// @param values at least [#FEWEST]
    public static double chanceNotNegative(double[] values) {
        Moments moments = Moments.of(values);
        double error = moments.error();
        if (error == 0) {
            return moments.mean < 0 ? 0 : 1;
        }
        double seen = moments.mean / error;
        if (moments.tame()) {
            return Student.tail(-seen, moments.n - 1.0);
        }
        double few = notAbove(seen, resampled(values, moments.mean, RESAMPLES));
        return few * (RESAMPLES + 1) > CLEAR ? few : notAbove(seen, resampled(values, moments.mean, MORE_RESAMPLES));
    }

    private static double notAbove(double seen, double[] t) {
        return (Arrays.stream(t).filter(each -> each <= seen).count() + 1.0) / (t.length + 1);
    }

    /// @param squares,cubes sums of what the values are off their mean
    private record Moments(int n, double mean, double squares, double cubes) {
        static Moments of(double[] values) {
            int n = values.length;
            require(n >= FEWEST, "a range of a mean needs %d values, not %d", FEWEST, n);
            double mean = Arrays.stream(values).sum() / n;
            double squares = 0;
            double cubes = 0;
            for (double value : values) {
                double off = value - mean;
                squares += off * off;
                cubes += off * off * off;
            }
            return new Moments(n, mean, squares, cubes);
        }

        double error() {
            return Math.sqrt(squares / (n - 1) / n);
        }

        /// Whether the normal range is as good.
        boolean tame() {
            double skewness = cubes / n / Math.pow(squares / n, 1.5);
            return n > RESAMPLES && Math.abs(skewness) / Math.sqrt(n) < TAME;
        }
    }

    private static double[] resampled(double[] values, double mean, int times) {
        double[] off = Arrays.stream(values).map(value -> value - mean).toArray();
        double[] t = off.length > DRAWN_ONE_BY_ONE ? byGroups(off, times) : oneByOne(off, times);
        Arrays.sort(t);
        return t;
    }

    private static double[] oneByOne(double[] off, int resamples) {
        Dice dice = new Dice(1); // the same data, the same range
        int n = off.length;
        double[] t = new double[resamples];
        for (int i = 0; i < t.length; i++) {
            double sum = 0;
            double squares = 0;
            for (int draw = 0; draw < n; draw++) {
                double drawn = off[dice.below(n)];
                sum += drawn;
                squares += drawn * drawn;
            }
            t[i] = studentised(n, sum, squares);
        }
        return t;
    }

    private static double[] byGroups(double[] off, int resamples) {
        double[] sorted = off.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double[] counts = new double[n];
        double[] middles = new double[n];
        int groups = 0;
        for (int from = 0; from < n; groups++) {
            int size = 1 + Math.min(from, n - from) / PART_OF_RANK;
            int to = Math.min(n, from + size);
            counts[groups] = to - from;
            middles[groups] = Arrays.stream(sorted, from, to).sum() / (to - from);
            from = to;
        }
        RandomGenerator random = new SplittableRandom(1);
        double[] t = new double[resamples];
        for (int i = 0; i < t.length; i++) {
            double drawn = 0;
            double sum = 0;
            double squares = 0;
            for (int group = 0; group < groups; group++) {
                double times = Poisson.draw(random, counts[group]);
                drawn += times;
                sum += times * middles[group];
                squares += times * middles[group] * middles[group];
            }
            t[i] = studentised(drawn, sum, squares);
        }
        return t;
    }

    private static double studentised(double n, double sum, double squares) {
        double variance = (squares - sum * sum / n) / (n - 1);
        return variance > 0 ? sum / n / Math.sqrt(variance / n) : 0;
    }
}
