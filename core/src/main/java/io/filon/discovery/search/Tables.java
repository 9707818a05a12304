package io.filon.discovery.search;

import java.util.stream.IntStream;

/// Prefix sums of every attribute and every pair, so that any simpler rule's mean is a few look-ups away.
final class Tables {

    /// Kept means of rules of two conditions: 32 MB.
    private static final int MOST_MEANS = 4_000_000;

    private final Dimension[] dimensions;
    private final int lanes;
    private final double everybody;
    private final long[][][] pairs;
    /// Of every rule of one condition, in units.
    private final double[][] means;

    /// Of every rule of two conditions, the first's one after another, where there are not too many to keep.
    private final double[][][] pairMeans;

    private final boolean keepsMeans;

    Tables(Base base, Dimension[] dimensions) {
        this.dimensions = dimensions;
        this.lanes = base.sums().lanes();
        this.everybody = (double) base.sums().total() / base.customers();
        this.pairs = new long[dimensions.length][dimensions.length][];
        this.means = new double[dimensions.length][];
        this.pairMeans = new double[dimensions.length][dimensions.length][];
        this.keepsMeans = base.rules(2) <= MOST_MEANS;
    }

    void keepSingle(int a, long[] cells) {
        Dimension dimension = dimensions[a];
        long[] prefix = sumUp(Dimension.FLAT, dimension, cells);
        means[a] = IntStream.range(0, dimension.from().length)
                .mapToDouble(selector -> mean(prefix, dimension.width(), 0, 1, dimension, selector))
                .toArray();
    }

    void keepPair(int a, int b, long[] cells) {
        pairs[a][b] = sumUp(dimensions[a], dimensions[b], cells);
        if (keepsMeans) {
            int others = dimensions[b].from().length;
            double[] kept = new double[dimensions[a].from().length * others];
            for (int i = 0; i < kept.length; i++) {
                kept[i] = mean(a, i / others, b, i % others);
            }
            pairMeans[a][b] = kept;
        }
    }

    private long[] sumUp(Dimension a, Dimension b, long[] cells) {
        int row = (b.width() + 1) * lanes;
        long[] prefix = new long[(a.width() + 1) * row];
        for (int i = 0; i < a.width(); i++) {
            for (int k = 0; k < b.width() * lanes; k++) {
                int into = (i + 1) * row + lanes + k;
                prefix[into] = cells[i * b.width() * lanes + k]
                        + prefix[into - row]
                        + prefix[into - lanes]
                        - prefix[into - row - lanes];
            }
        }
        return prefix;
    }

    /// The highest mean among everybody and the simpler rules of up to two of these conditions; or of some of them,
    /// where that is over `enough` already.
    ///
    /// @param places attribute and selector of each condition, in pairs
    double best(int[] places, int conditions, double enough) {
        double best = everybody;
        if (conditions < 2) {
            return best;
        }
        for (int i = 0; i < 2 * conditions; i += 2) {
            best = Math.max(best, means[places[i]][places[i + 1]]);
        }
        // those with the last condition first: of the others the reader of cubes knows already
        for (int j = 2 * conditions - 2; j > 0 && conditions > 2 && best <= enough; j -= 2) {
            for (int i = 0; i < j; i += 2) {
                best = Math.max(best, pairMean(places[i], places[i + 1], places[j], places[j + 1]));
            }
        }
        return best;
    }

    private double pairMean(int a, int first, int b, int second) {
        if (pairs[a][b] == null) {
            return pairMean(b, second, a, first);
        }
        return keepsMeans ? pairMeans[a][b][first * dimensions[b].from().length + second] : mean(a, first, b, second);
    }

    private double mean(int a, int first, int b, int second) {
        Dimension rows = dimensions[a];
        return mean(pairs[a][b], dimensions[b].width(), rows.from()[first], rows.to()[first], dimensions[b], second);
    }

    private double mean(long[] prefix, int width, int low, int high, Dimension b, int selector) {
        int from = b.from()[selector];
        int to = b.to()[selector];
        int edge = width + 1;
        return (double) lane(prefix, edge, low, high, from, to, true) / lane(prefix, edge, low, high, from, to, false);
    }

    private long lane(long[] prefix, int edge, int low, int high, int from, int to, boolean sum) {
        if (lanes == 2) {
            int lane = sum ? 1 : 0;
            return prefix[2 * (high * edge + to) + lane]
                    - prefix[2 * (low * edge + to) + lane]
                    - prefix[2 * (high * edge + from) + lane]
                    + prefix[2 * (low * edge + from) + lane];
        }
        long cell = prefix[high * edge + to]
                - prefix[low * edge + to]
                - prefix[high * edge + from]
                + prefix[low * edge + from];
        return sum ? cell >> Sums.COUNT_BITS : cell & Sums.COUNT;
    }
}
