package io.filon.discovery.confirm;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Benjamini and Hochberg's correction: keeps the false share among what is confirmed under a level, on average.
final class FalseShare {

    private FalseShare() {}

    /// @return for each p the lowest level at which it would be confirmed
    static double[] adjusted(double[] p) {
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
            least = Math.min(least, p[place] * p.length / rank);
            adjusted[place] = least;
        }
        return adjusted;
    }
}
