package io.filon.priority;

import java.util.List;

// Normal-normal empirical Bayes: the spread of the true effects by the moments of DerSimonian & Laird (1986), then each
// estimate moves towards the weighted mean of all as far as its own noise asks, and its variance follows Morris (1983),
// the mean being estimated too. Assumes that the segments' effects are alike enough to come from one bell; misleads when
// one of few is quite apart, which then moves a little too far. Without it the best of many noisy estimates is announced
// too high (Smith & Winkler 2006).

/// Moves measured effects towards each other before they are ranked.
final class Shrinkage {

    /// Of fewer the spread between them cannot be told from noise.
    static final int FEWEST = 3;

    private Shrinkage() {}

    /// @return in the same order; as they were when there are fewer than [#FEWEST]
    static List<Measured> of(List<Measured> measured) {
        if (measured.size() < FEWEST) {
            return measured;
        }
        double between = between(measured);
        double weights = 0;
        double mean = 0;
        for (Measured one : measured) {
            double weight = 1 / (one.variance() + between);
            weights += weight;
            mean += weight * one.extraRate();
        }
        double centre = mean / weights;
        double centreVariance = 1 / weights;
        return measured.stream()
                .map(one -> {
                    double towards = one.variance() / (one.variance() + between);
                    return one.with(
                            (1 - towards) * one.extraRate() + towards * centre,
                            (1 - towards) * one.variance() + towards * towards * centreVariance);
                })
                .toList();
    }

    /// Variance of the true effects; 0 when the estimates differ no more than chance makes them.
    static double between(List<Measured> measured) {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (Measured one : measured) {
            double weight = 1 / one.variance();
            weights += weight;
            squares += weight * weight;
            sum += weight * one.extraRate();
        }
        double mean = sum / weights;
        double q = 0;
        for (Measured one : measured) {
            q += (one.extraRate() - mean) * (one.extraRate() - mean) / one.variance();
        }
        return Math.max(0, (q - (measured.size() - 1)) / (weights - squares / weights));
    }
}
