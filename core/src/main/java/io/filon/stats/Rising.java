package io.filon.stats;

// ln Γ(p + n) - ln Γ(p) as a running sum: it keeps its digits when p is large, where the difference of two log-gammas
// loses them, and a whole table costs what one log-gamma would.

/// ln (p (p+1) … (p+n-1)) and its derivative by p, for every n up to a largest.
public final class Rising {

    private final double[] log;
    private final double[] slope;

    /// @param p over 0
    public Rising(double p, int largest) {
        log = new double[largest + 1];
        slope = new double[largest + 1];
        for (int n = 1; n <= largest; n++) {
            log[n] = log[n - 1] + Math.log(p + n - 1);
            slope[n] = slope[n - 1] + 1 / (p + n - 1);
        }
    }

    public double log(int n) {
        return log[n];
    }

    public double slope(int n) {
        return slope[n];
    }
}
