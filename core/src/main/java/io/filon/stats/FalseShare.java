package io.filon.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Keeps the false share among what is confirmed under a level, on average: Benjamini and Hochberg's correction, and
/// Benjamini and Yekutieli's, which holds however the tests hang together and costs a factor of about the logarithm of
/// their number.
public final class FalseShare {

    private FalseShare() {}

    /// @return for each p the lowest level at which it would be confirmed
    public static double[] adjusted(double[] p) {
        return adjusted(p, p.length);
    }

    /// As [#adjusted(double[])] for the smallest of more tests than are named.
    ///
    /// @param tests how many were made; no other has a smaller p than those given
    public static double[] adjusted(double[] p, long tests) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted((a, b) -> Double.compare(p[a], p[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        Arrays.fill(adjusted, 1);
        double least = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int place = order[rank - 1];
            least = Math.min(least, p[place] * tests / rank);
            adjusted[place] = least;
        }
        return adjusted;
    }

    /// As [#adjusted(double[])], whatever ties the tests.
    public static double[] adjustedUnderAnyDependence(double[] p) {
        double factor =
                IntStream.rangeClosed(1, p.length).mapToDouble(i -> 1.0 / i).sum();
        return Arrays.stream(adjusted(p))
                .map(level -> Math.min(1, level * factor))
                .toArray();
    }
}
