package io.filon.discovery.chance;

/// Some customers' target, reduced to what tests read.
///
/// @param variance with n - 1
/// @param skewness third standardised moment; 0 when all are equal
public record Sample(int size, double mean, double variance, double skewness) {

    public static Sample of(double[] values) {
        int n = values.length;
        double mean = 0;
        for (double value : values) {
            mean += value;
        }
        mean /= Math.max(1, n);
        double second = 0;
        double third = 0;
        for (double value : values) {
            double off = value - mean;
            second += off * off;
            third += off * off * off;
        }
        double variance = n > 1 ? second / (n - 1) : 0;
        double skewness = second > 0 ? third / n / Math.pow(second / n, 1.5) : 0;
        return new Sample(n, mean, variance, skewness);
    }

    /// Whether Student's t can be trusted for a mean of so many.
    public boolean tame() {
        return size > 1 && variance > 0 && Math.abs(skewness) / Math.sqrt(size) < 0.05;
    }

    public double squaredError() {
        return variance / size;
    }

    /// Welch's t of the difference of means.
    public static double welch(Sample one, Sample other) {
        double error = Math.sqrt(one.squaredError() + other.squaredError());
        double ahead = one.mean - other.mean;
        return error > 0 ? ahead / error : Math.signum(ahead) * Double.MAX_VALUE;
    }

    /// Welch and Satterthwaite's degrees of freedom.
    public static double freedom(Sample one, Sample other) {
        double a = one.squaredError();
        double b = other.squaredError();
        return (a + b) * (a + b) / (a * a / (one.size - 1) + b * b / (other.size - 1));
    }
}
