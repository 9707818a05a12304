package io.filon.icp.claim;

import io.filon.stats.Student;
import org.jspecify.annotations.Nullable;

/// How far from a claim still counts as right: what the company says, else a quarter of the claim and, of a share, at
/// least 5 points.
///
/// @param low,high the ends, in the unit of the claim
public record Tolerance(double low, double high) {

    /// Customers beyond which no number is given.
    public static final long MOST = 1_000_000;

    private static final double PART = 0.25;
    private static final double LEAST_POINTS = 0.05;

    static Tolerance ofShare(double claim, @Nullable Double said) {
        double off = said == null ? Math.max(PART * claim, LEAST_POINTS) : said;
        return new Tolerance(claim - off, claim + off);
    }

    static Tolerance ofAverage(double claim, @Nullable Double said) {
        double off = said == null ? PART * claim : said;
        return new Tolerance(claim - off, claim + off);
    }

    /// At least so much, without an upper end.
    static Tolerance atLeast(double least) {
        return new Tolerance(least, Double.POSITIVE_INFINITY);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    Verdict of(Measured measured) {
        if (measured.low() >= low && measured.high() <= high) {
            return Verdict.HOLDS;
        }
        return measured.high() < low || measured.low() > high ? Verdict.FAILS : Verdict.TOO_FEW;
    }

    /// How surprising the measured value would be if the opposite of its verdict were true: one side, by the half of
    /// the range that looks at the nearest end.
    double chance(Measured measured) {
        double value = measured.value();
        double above = measured.high() - value;
        double below = value - measured.low();
        if (holds(value)) {
            return Math.max(beyond(value - low, below), beyond(high - value, above));
        }
        return value < low ? beyond(low - value, above) : beyond(value - high, below);
    }

    /// @param half of a 95 % range, on the side looked at
    private static double beyond(double distance, double half) {
        if (Double.isInfinite(distance)) {
            return 0;
        }
        return half <= 0 ? (distance > 0 ? 0 : 0.5) : Student.tail(1.959964 * distance / half, 1e5);
    }

    /// Customers it would take for the range to leave the nearest end free; [#MOST] when more.
    long needed(Measured measured) {
        double value = measured.value();
        double distance = Math.min(Math.abs(value - low), Math.abs(value - high));
        double half = Math.max(measured.high() - value, value - measured.low());
        double needed = measured.customers() * Math.pow(half / Math.max(distance, 1e-12), 2);
        return (long) Math.ceil(Math.min(needed, (double) MOST));
    }
}
