package io.filon.priority;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// Normal-normal hierarchy with a flat prior on the spread of the true effects (Gelman 2006, equation numbers of Gelman
// et al., Bayesian Data Analysis, 5.20-5.21), integrated on a grid: an estimated spread of exactly 0, which moments
// often give with a handful of segments, would make them all alike. Each estimate moves towards the weighted mean of
// all as far as its own noise asks. Assumes that the effects are alike enough to come from one bell; one of few that is
// quite apart moves a little too far. Without it the best of many noisy estimates is announced too high (Smith &
// Winkler 2006).

/// Moves measured effects towards each other before they are ranked.
final class Shrinkage {

    /// Of fewer the spread between them cannot be told from noise.
    static final int FEWEST = 3;

    private static final int GRID = 400;

    private Shrinkage() {}

    /// @return in the same order; as they were when there are fewer than [#FEWEST]
    static List<Measured> of(List<Measured> measured) {
        if (measured.size() < FEWEST) {
            return measured;
        }
        int count = measured.size();
        double widest = widest(measured);
        double[] logs = new double[GRID];
        double[][] means = new double[GRID][count];
        double[][] variances = new double[GRID][count];
        for (int step = 0; step < GRID; step++) {
            double spread = widest * (step + 0.5) / GRID;
            logs[step] = given(spread * spread, measured, means[step], variances[step]);
        }
        double top = Arrays.stream(logs).max().orElseThrow();
        double[] mean = new double[count];
        double[] square = new double[count];
        double whole = 0;
        for (int step = 0; step < GRID; step++) {
            double weight = Math.exp(logs[step] - top);
            whole += weight;
            for (int i = 0; i < count; i++) {
                mean[i] += weight * means[step][i];
                square[i] += weight * (variances[step][i] + means[step][i] * means[step][i]);
            }
        }
        List<Measured> shrunk = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double centre = mean[i] / whole;
            shrunk.add(measured.get(i).with(centre, square[i] / whole - centre * centre));
        }
        return List.copyOf(shrunk);
    }

    /// Fills in what each effect is believed to be if the true ones spread with this variance.
    ///
    /// @return log of the chance of that spread, but for a constant
    private static double given(double between, List<Measured> measured, double[] means, double[] variances) {
        double weights = 0;
        double sum = 0;
        for (Measured one : measured) {
            double weight = 1 / (one.variance() + between);
            weights += weight;
            sum += weight * one.extraRate();
        }
        double centre = sum / weights;
        double log = -0.5 * Math.log(weights);
        for (int i = 0; i < means.length; i++) {
            Measured one = measured.get(i);
            double all = one.variance() + between;
            double off = one.extraRate() - centre;
            log -= 0.5 * (Math.log(all) + off * off / all);
            double towards = one.variance() / all;
            means[i] = one.extraRate() - towards * off;
            variances[i] = (1 - towards) * one.variance() + towards * towards / weights;
        }
        return log;
    }

    /// A spread that the estimates make all but impossible.
    private static double widest(List<Measured> measured) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double noise = 0;
        for (Measured one : measured) {
            low = Math.min(low, one.extraRate());
            high = Math.max(high, one.extraRate());
            noise = Math.max(noise, Math.sqrt(one.variance()));
        }
        return 3 * (high - low + noise);
    }
}
