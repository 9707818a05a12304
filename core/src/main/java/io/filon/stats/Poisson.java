package io.filon.stats;

import java.util.random.RandomGenerator;

/// Counts of what happens at random moments.
public final class Poisson {

    private static final double NEARLY_NORMAL = 40;

    private Poisson() {}

    /// A count with that mean, which is the variance too.
    public static double draw(RandomGenerator random, double mean) {
        if (mean > NEARLY_NORMAL) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
