package io.filon.discovery.confirm;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The half that chooses: who is in which segment, and how much a segment gains over every simpler one.
///
/// The target is cut off at its 99.5th percentile of this half, and at the 0.5th where there are losses, so that one
/// customer cannot make a segment.
final class Explored {

    private static final double TAIL = 0.005;

    private final Covers covers;
    private final double[] target;
    private final double spread;
    private final Map<Segment, Double> means = new HashMap<>();

    /// @param target one a customer looked at, already turned around when low values are looked for
    Explored(Covers covers, double[] target) {
        this.covers = covers;
        this.target = target;
        this.spread = Math.sqrt(Sample.of(target).variance());
    }

    static double[] cut(double[] target) {
        double[] sorted = target.clone();
        Arrays.sort(sorted);
        int off = (int) (sorted.length * TAIL);
        double low = sorted[off];
        double high = sorted[sorted.length - 1 - off];
        boolean binary = Arrays.stream(sorted).allMatch(value -> value == 0 || Math.abs(value) == 1);
        return binary
                ? target
                : Arrays.stream(target)
                        .map(value -> Math.clamp(value, low, high))
                        .toArray();
    }

    double mean() {
        return mean(Segment.EVERYBODY);
    }

    double spread() {
        return spread;
    }

    Covers covers() {
        return covers;
    }

    private double mean(Segment segment) {
        return means.computeIfAbsent(segment, some -> mean(covers.of(some)));
    }

    double mean(long[] cover) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < cover.length; i++) {
            for (long word = cover[i]; word != 0; word &= word - 1) {
                sum += target[(i << 6) + Long.numberOfTrailingZeros(word)];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// The root of the size times what the mean exceeds the best simpler segment's by, in spreads: about a z value.
    double gain(Segment segment) {
        long[] cover = covers.of(segment);
        double best = segment.simpler().stream().mapToDouble(this::mean).max().orElse(0);
        return Math.sqrt(Covers.count(cover)) * (mean(cover) - best) / spread;
    }
}
