package io.filon.discovery.chance;

import io.filon.stats.Student;
import io.filon.stats.permutation.Dice;
import java.util.Arrays;

/// An interval for the mean of a segment: Student's where the sample is tame, else the studentised bootstrap, which
/// follows the skewness of money.
public record MeanInterval(double low, double high) {

    private static final int RESAMPLES = 1999;

    /// Resamples that lie beyond each end, where fewer are enough.
    private static final double BEYOND = 5;

    /// Numbers drawn at most in all; big samples take fewer resamples.
    private static final long DRAWN = 1_000_000;

    /// @param miss share of such intervals that may miss the true mean
    public static MeanInterval of(double[] values, double miss, Dice random) {
        Sample sample = Sample.of(values);
        double error = Math.sqrt(sample.squaredError());
        if (sample.size() < 2 || error == 0) {
            return new MeanInterval(sample.mean(), sample.mean());
        }
        if (sample.tame()) {
            double reach = Student.quantile(miss / 2, sample.size() - 1.0) * error;
            return new MeanInterval(sample.mean() - reach, sample.mean() + reach);
        }
        int most = (int) Math.clamp(2 * BEYOND / miss, 499, RESAMPLES);
        int resamples = Math.clamp(DRAWN / sample.size(), 199, most);
        double[] t = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            t[i] = resampled(values, sample.mean(), random);
        }
        Arrays.sort(t);
        double upper = t[(int) Math.min(resamples - 1.0, Math.ceil((1 - miss / 2) * (resamples + 1)) - 1)];
        double lower = t[(int) Math.max(0, Math.floor(miss / 2 * (resamples + 1)) - 1)];
        return new MeanInterval(sample.mean() - upper * error, sample.mean() - lower * error);
    }

    private static double resampled(double[] values, double mean, Dice random) {
        int n = values.length;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double off = values[random.below(n)] - mean;
            sum += off;
            squares += off * off;
        }
        double variance = (squares - sum * sum / n) / (n - 1);
        return variance > 0 ? sum / n / Math.sqrt(variance / n) : 0;
    }
}
