package io.filon.stats.matched;

import java.util.Arrays;

/// The middle of a few differences, and whether it is other than zero: Wilcoxon's signed ranks, exact, with Hodges and
/// Lehmann's estimate and range (Hollander and Wolfe 1999, 3.1 to 3.3). One wild difference changes little. Assumes
/// that differences lie evenly about their middle.
///
/// @param middle   median of all means of two
/// @param low,high 95 % range; infinite under six differences
/// @param p        both directions
record SignedRank(double middle, double low, double high, double p) {

    static SignedRank of(double[] differences) {
        int n = differences.length;
        double[] means = new double[n * (n + 1) / 2];
        int above = 0;
        int next = 0;
        int ties = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                double mean = (differences[i] + differences[j]) / 2;
                means[next++] = mean;
                above += mean > 0 ? 1 : 0;
                ties += mean == 0 ? 1 : 0;
            }
        }
        Arrays.sort(means);
        double[] upTo = cumulated(n);
        int side = Math.min(above, means.length - above - ties) + ties / 2;
        double p = Math.min(1, 2 * upTo[Math.min(side, means.length)]);
        int out = 0; // the largest number of means to leave out at each end
        while (out < means.length / 2 && upTo[out] <= 0.025) {
            out++;
        }
        double low = out == 0 ? Double.NEGATIVE_INFINITY : means[out - 1];
        double high = out == 0 ? Double.POSITIVE_INFINITY : means[means.length - out];
        return new SignedRank((means[(means.length - 1) / 2] + means[means.length / 2]) / 2, low, high, p);
    }

    /// Chance that the ranks of the positive ones add up to at most k, for every k.
    private static double[] cumulated(int n) {
        int most = n * (n + 1) / 2;
        double[] chance = new double[most + 1];
        chance[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = most; sum >= 0; sum--) {
                chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
            }
        }
        for (int sum = 1; sum <= most; sum++) {
            chance[sum] += chance[sum - 1];
        }
        return chance;
    }
}
