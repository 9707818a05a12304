package io.filon.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// The rising step function nearest to yes and no (pool adjacent violators), read off linearly between its steps.
///
/// @param scores centres of the steps, rising
/// @param chances of yes at each
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Isotonic(double[] scores, double[] chances) {

    public static Isotonic fit(double[] scores, boolean[] yes) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double[] centre = new double[order.length];
        double[] level = new double[order.length];
        double[] weight = new double[order.length];
        int blocks = 0;
        for (int i : order) {
            centre[blocks] = scores[i];
            level[blocks] = yes[i] ? 1 : 0;
            weight[blocks] = 1;
            while (blocks > 0 && level[blocks - 1] >= level[blocks]) {
                double both = weight[blocks - 1] + weight[blocks];
                centre[blocks - 1] = (centre[blocks - 1] * weight[blocks - 1] + centre[blocks] * weight[blocks]) / both;
                level[blocks - 1] = (level[blocks - 1] * weight[blocks - 1] + level[blocks] * weight[blocks]) / both;
                weight[blocks - 1] = both;
                blocks--;
            }
            blocks++;
        }
        return new Isotonic(Arrays.copyOf(centre, blocks), Arrays.copyOf(level, blocks));
    }

    /// Never quite 0 or 1, which no past can show.
    public double chance(double score) {
        int place = Arrays.binarySearch(scores, score);
        double chance;
        if (place >= 0) {
            chance = chances[place];
        } else if (place == -1) {
            chance = chances[0];
        } else if (-place - 1 == scores.length) {
            chance = chances[chances.length - 1];
        } else {
            int after = -place - 1;
            double part = (score - scores[after - 1]) / (scores[after] - scores[after - 1]);
            chance = chances[after - 1] + part * (chances[after] - chances[after - 1]);
        }
        return Math.clamp(chance, 0.001, 0.999);
    }
}
