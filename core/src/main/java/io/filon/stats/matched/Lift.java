package io.filon.stats.matched;

import static io.filon.problem.Require.require;

import io.filon.stats.Student;

/// How many times as likely something makes a choice, with its 95 % range.
///
/// @param log             logarithm of the factor; 0 = no difference
/// @param logLow,logHigh  its range
/// @param p               chance of a difference as large as this if there were none, both directions
public record Lift(double log, double logLow, double logHigh, double p) {

    private static final double HALF_WIDTH = 1.959964;

    /// From here on the tails of Student's distribution are those of the normal one for our purposes.
    private static final double MOST_FREEDOM = 2_000;

    public Lift {
        require(logLow <= log && log <= logHigh, "%s is not within %s and %s", log, logLow, logHigh);
        require(p >= 0 && p <= 1, "p (%s) must be a chance", p);
    }

    /// @param error standard error of `log`, errors of one person taken together
    static Lift of(double log, double error, double p) {
        return new Lift(log, log - HALF_WIDTH * error, log + HALF_WIDTH * error, p);
    }

    /// With few people, whose errors are known less well.
    ///
    /// @param freedom people that bear on it, less one
    static Lift of(double log, double error, double p, double freedom) {
        double half = error * Student.quantile(0.025, Math.clamp(freedom, 1, MOST_FREEDOM));
        return new Lift(log, log - half, log + half, p);
    }

    /// @param z       difference over its error
    /// @param freedom people that bear on it, less one
    static double chance(double z, double freedom) {
        return Math.min(1, 2 * Student.tail(Math.abs(z), Math.clamp(freedom, 1, MOST_FREEDOM)));
    }

    public double times() {
        return Math.exp(log);
    }

    public double low() {
        return Math.exp(logLow);
    }

    public double high() {
        return Math.exp(logHigh);
    }

    double error() {
        return (logHigh - logLow) / (2 * HALF_WIDTH);
    }
}
