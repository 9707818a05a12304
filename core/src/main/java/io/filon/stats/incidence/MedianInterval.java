package io.filon.stats.incidence;

import static java.lang.Math.sqrt;

import java.util.Arrays;

/// The middle of some numbers, with a 95 % interval from their order alone (binomial, normal approximation).
///
/// @param count  numbers there are; 1 or more
/// @param median the middle one, or between the two middle ones
public record MedianInterval(int count, double median, double low, double high) {

    private static final double Z = 1.959964;

    public static MedianInterval of(int[] numbers) {
        int[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        int low = Math.max(0, (int) Math.floor((n - Z * sqrt(n)) / 2));
        return new MedianInterval(n, (sorted[(n - 1) / 2] + sorted[n / 2]) / 2.0, sorted[low], sorted[n - 1 - low]);
    }
}
