package io.filon.stats.draw;

import static io.filon.problem.Require.require;

import java.util.random.RandomGenerator;

// Marsaglia & Tsang (2000), "A simple method for generating gamma variables", with their step for shapes under 1; a
// beta is a gamma over the sum of two.

/// Draws that no class of the platform makes.
public final class Variates {

    private Variates() {}

    /// Mean `shape`, variance `shape`.
    ///
    /// @param shape over 0
    public static double gamma(double shape, RandomGenerator random) {
        require(shape > 0, "shape (%s) must be positive", shape);
        if (shape < 1) {
            return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /// 0..1, mean a / (a + b).
    ///
    /// @param a,b over 0
    public static double beta(double a, double b, RandomGenerator random) {
        double x = gamma(a, random);
        double y = gamma(b, random);
        return x + y > 0 ? x / (x + y) : 0;
    }
}
