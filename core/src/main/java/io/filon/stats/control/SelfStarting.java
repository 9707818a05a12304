package io.filon.stats.control;

import org.apache.commons.numbers.gamma.InverseErfc;
import org.apache.commons.numbers.gamma.RegularizedBeta;

// Quesenberry (1991, Journal of Quality Technology 23, "SPC Q charts for start-up processes", case mean and variance
// unknown), the same scores as Hawkins (1987, The Statistician 36): with mean m and standard deviation s of the first
// t - 1 values,
//     Q_t = normal quantile of P( T <= sqrt((t - 1) / t) (x_t - m) / s ),  T Student's with t - 2 degrees of freedom.
// For independent values of one normal distribution the Q_t are independent standard normal, exactly, however few
// values there are. Misleads where values depend on each other or have heavy tails.

/// Turns values whose usual level and spread nobody knows into scores that are standard normal while nothing changes.
/// One accumulator for one series.
public final class SelfStarting {

    /// Values that only teach.
    public static final int FIRST = 2;

    private static final double FARTHEST = 1e-15;

    private int count;
    private double mean;
    private double squares;

    /// The next value's score; NaN for the first two, and where all values so far are equal.
    public double score(double value) {
        double score = Double.NaN;
        if (count >= FIRST && squares > 0) {
            double spread = Math.sqrt(squares / (count - 1));
            score = normal(Math.sqrt(count / (count + 1.0)) * (value - mean) / spread, count - 1.0);
        }
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
        return score;
    }

    /// The standard normal value as probable as a value of Student's t.
    private static double normal(double t, double freedom) {
        double tail = RegularizedBeta.value(freedom / (freedom + t * t), freedom / 2, 0.5) / 2;
        double size = Math.sqrt(2) * InverseErfc.value(2 * Math.max(tail, FARTHEST));
        return t < 0 ? -size : size;
    }
}
