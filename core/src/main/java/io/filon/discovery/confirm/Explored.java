package io.filon.discovery.confirm;

import io.filon.discovery.chance.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The half that chooses: who is in which segment, and how much a segment gains over every simpler one.
///
/// For the search the target is cut off at its 99.5th percentile of this half, and at the 0.5th where there are losses;
/// for choosing among what it found, inside the customers of each simpler segment ([Tails]). So one customer cannot
/// make a segment.
final class Explored {

    private static final double TAIL = 0.005;

    /// Share of all customers who count as the most valuable.
    private static final double TOP = 0.01;

    private final Covers covers;
    private final double[] raw;
    private final double[] cut;
    private final boolean binary;
    private final double spread;
    private final Tails tails;
    private final Map<Segment, Simpler> simpler = new HashMap<>();

    /// A simpler segment with its own bounds and, within them, its mean.
    private record Simpler(Tails.Bounds bounds, double mean) {}

    /// @param target one a customer looked at, already turned around when low values are looked for
    Explored(Covers covers, double[] target) {
        this.covers = covers;
        this.raw = target;
        this.binary = Arrays.stream(target).allMatch(value -> value == 0 || Math.abs(value) == 1);
        this.cut = binary ? target : cut(target);
        this.spread = Math.sqrt(Sample.of(cut).variance());
        this.tails = new Tails(binary ? new double[] {0} : target);
    }

    private static double[] cut(double[] target) {
        double[] sorted = target.clone();
        Arrays.sort(sorted);
        int off = (int) (sorted.length * TAIL);
        double low = sorted[off];
        double high = sorted[sorted.length - 1 - off];
        double[] cut = new double[target.length];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = Math.clamp(target[i], low, high);
        }
        return cut;
    }

    /// The target with its extremes cut off.
    double[] cut() {
        return cut;
    }

    /// 1 for the most valuable hundredth and 0 for the others; none when there is no such hundredth.
    double[] top() {
        double[] sorted = raw.clone();
        Arrays.sort(sorted);
        double edge = sorted[sorted.length - 1 - (int) (sorted.length * TOP)];
        double[] top = Arrays.stream(raw).map(value -> value > edge ? 1 : 0).toArray();
        return binary || Arrays.stream(top).sum() < sorted.length * TOP / 2 ? new double[0] : top;
    }

    double mean() {
        return mean(covers.of(Segment.EVERYBODY));
    }

    double spread() {
        return spread;
    }

    Covers covers() {
        return covers;
    }

    /// With the extremes of all customers cut off.
    double mean(long[] cover) {
        return sum(cover, cut) / Math.max(1, Covers.count(cover));
    }

    private static double sum(long[] cover, double[] values) {
        double sum = 0;
        for (int i = 0; i < cover.length; i++) {
            for (long word = cover[i]; word != 0; word &= word - 1) {
                sum += values[(i << 6) + Long.numberOfTrailingZeros(word)];
            }
        }
        return sum;
    }

    /// The root of the size times what the mean exceeds the best simpler segment's by, in spreads: about a z value.
    double gain(Segment segment) {
        long[] cover = covers.of(segment);
        int size = Covers.count(cover);
        double sum = sum(cover, raw);
        double least = Double.POSITIVE_INFINITY;
        for (Segment some : segment.simpler()) {
            Simpler parent = simpler.computeIfAbsent(some, this::simpler);
            double mean = binary ? sum / Math.max(1, size) : tails.mean(cover, size, sum, parent.bounds);
            least = Math.min(least, mean - parent.mean);
        }
        return Math.sqrt(size) * least / spread;
    }

    private Simpler simpler(Segment segment) {
        long[] cover = covers.of(segment);
        int size = Covers.count(cover);
        double sum = sum(cover, raw);
        if (binary) {
            return new Simpler(new Tails.Bounds(0, 0), sum / Math.max(1, size));
        }
        Tails.Bounds bounds = tails.bounds(cover, size);
        return new Simpler(bounds, tails.mean(cover, size, sum, bounds));
    }
}
