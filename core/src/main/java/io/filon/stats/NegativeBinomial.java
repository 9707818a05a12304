package io.filon.stats;

import java.util.Arrays;

/// Counts of a Poisson process whose rate is gamma distributed.
public final class NegativeBinomial {

    private NegativeBinomial() {}

    /// P(N >= n) for n = 0 … as far as it exceeds 1e-15, at most `most`; chances run through logarithms, so a first
    /// one below the smallest double does not spoil the rest.
    ///
    /// @param size over 0
    /// @param odds time ahead over the rate's own time, over or equal 0
    public static double[] atLeast(double size, double odds, int most) {
        double logStep = Math.log(odds / (1 + odds));
        double logChance = -size * Math.log1p(odds);
        double[] result = new double[most + 1];
        double left = 1;
        double mean = size * odds;
        for (int n = 0; n <= most; n++) {
            if (left < 1e-15 && n > mean) {
                return Arrays.copyOf(result, n);
            }
            result[n] = Math.max(0, left);
            left -= Math.exp(logChance);
            logChance += Math.log((size + n) / (n + 1)) + logStep;
        }
        return result;
    }
}
