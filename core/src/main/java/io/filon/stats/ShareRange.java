package io.filon.stats;

import static io.filon.problem.Require.require;

// Clopper and Pearson (1934): the shares under which neither so many nor so few would be surprising. Exact for any
// number, a little wide for few. By halving on the binomial tail, P(X >= k) = I_p(k, n - k + 1).

/// A counted share and the range that holds the true one in at least 95 of 100 such samples.
public record ShareRange(double share, double low, double high) {

    private static final double TAIL = 0.025;

    /// @param of at least 1
    public static ShareRange of(long count, long of) {
        require(of >= 1 && count >= 0 && count <= of, "no share: %d of %d", count, of);
        return new ShareRange(
                (double) count / of,
                count == 0 ? 0 : bound((double) count, of - count + 1.0, TAIL),
                count == of ? 1 : bound(count + 1.0, (double) (of - count), 1 - TAIL));
    }

    /// The share at which the beta distribution reaches `level`.
    private static double bound(double a, double b, double level) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (Student.beta(middle, a, b) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
