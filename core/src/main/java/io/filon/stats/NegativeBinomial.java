package io.filon.stats;

import java.util.Arrays;

/// Counts of a Poisson process whose rate is gamma distributed.
public final class NegativeBinomial {

    private static final double NONE = 1e-15;
    private static final double SMALLEST_LOG = -600;

    private NegativeBinomial() {}

    /// P(N >= n) for n = 0 … as far as it exceeds 1e-15, at most `most`; where the first chances are too small for
    /// a double they run through logarithms, so they do not spoil the rest.
    ///
    /// @param size over 0
    /// @param odds time ahead over the rate's own time, over or equal 0
    public static double[] atLeast(double size, double odds, int most) {
        double mean = size * odds;
        double step = odds / (1 + odds);
        double logChance = -size * Math.log1p(odds);
        double chance = Math.exp(logChance);
        double[] result = new double[(int) Math.min(most + 1.0, 24 + mean + 12 * Math.sqrt(mean * (1 + odds)))];
        double left = 1;
        for (int n = 0; n <= most; n++) {
            if (n > mean && Math.min(left, chance) < NONE) { // what rounding leaves of `left` never vanishes
                return Arrays.copyOf(result, n);
            }
            result = n < result.length ? result : Arrays.copyOf(result, Math.min(most + 1, 2 * n));
            result[n] = Math.max(0, left);
            left -= chance;
            double ratio = (size + n) / (n + 1) * step;
            if (logChance < SMALLEST_LOG) {
                logChance += Math.log(ratio);
                chance = Math.exp(logChance);
            } else {
                chance *= ratio;
            }
        }
        return Arrays.copyOf(result, most + 1);
    }
}
