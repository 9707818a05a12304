package io.filon.stats;

import static io.filon.problem.Require.require;

import io.filon.stats.permutation.Dice;
import java.util.Arrays;

// The studentised bootstrap (Efron 1979; Hall 1988, "Theoretical comparison of bootstrap confidence intervals"): t is
// recomputed in resamples and its quantiles take the place of the normal's, so the range follows the skewness of money.
// Where skewness / sqrt(n) is under 0.05 the normal range is as good and needs no resampling. Misleads with infinite
// variance (Athreya 1987). Cost: as many draws as DRAWN.

/// A mean and the range that holds the true one in 95 of 100 such samples.
public record MeanRange(double mean, double low, double high) {

    /// Fewer values say too little of a mean of money.
    public static final int FEWEST = 30;

    private static final int RESAMPLES = 999;
    private static final long DRAWN = 3_000_000;
    private static final double TAME = 0.05;
    private static final double NORMAL_95 = 1.959963984540054;

    /// @param values at least [#FEWEST]
    public static MeanRange of(double[] values) {
        require(values.length >= FEWEST, "a range of a mean needs %d values, not %d", FEWEST, values.length);
        int n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double squares = 0;
        double cubes = 0;
        for (double value : values) {
            double off = value - mean;
            squares += off * off;
            cubes += off * off * off;
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        if (error == 0) {
            return new MeanRange(mean, mean, mean);
        }
        double skewness = cubes / n / Math.pow(squares / n, 1.5);
        if (n > RESAMPLES && Math.abs(skewness) / Math.sqrt(n) < TAME) {
            return new MeanRange(mean, mean - NORMAL_95 * error, mean + NORMAL_95 * error);
        }
        double[] t = resampled(values, mean);
        double upper = t[(int) Math.min(t.length - 1.0, Math.ceil(0.975 * (t.length + 1)) - 1)];
        double lower = t[(int) Math.max(0, Math.floor(0.025 * (t.length + 1)) - 1)];
        return new MeanRange(mean, mean - upper * error, mean - lower * error);
    }

    /// How surprising so low a mean would be if the true one were not negative: 0..1, by the same resamples.
    ///
    /// @param values at least [#FEWEST]
    public static double chanceNotNegative(double[] values) {
        require(values.length >= FEWEST, "a chance of a mean needs %d values, not %d", FEWEST, values.length);
        int n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (n - 1) / n);
        if (error == 0) {
            return mean < 0 ? 0 : 1;
        }
        double[] t = resampled(values, mean);
        double seen = mean / error;
        long asLow = Arrays.stream(t).filter(each -> each <= seen).count();
        return (asLow + 1.0) / (t.length + 1);
    }

    private static double[] resampled(double[] values, double mean) {
        double[] off = Arrays.stream(values).map(value -> value - mean).toArray();
        Dice dice = new Dice(1); // the same data, the same range
        int n = off.length;
        double[] t = new double[Math.clamp(DRAWN / n, 199, RESAMPLES)];
        for (int i = 0; i < t.length; i++) {
            double sum = 0;
            double squares = 0;
            for (int draw = 0; draw < n; draw++) {
                double drawn = off[dice.below(n)];
                sum += drawn;
                squares += drawn * drawn;
            }
            double variance = (squares - sum * sum / n) / (n - 1);
            t[i] = variance > 0 ? sum / n / Math.sqrt(variance / n) : 0;
        }
        Arrays.sort(t);
        return t;
    }
}
