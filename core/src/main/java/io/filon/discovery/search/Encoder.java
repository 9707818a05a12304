package io.filon.discovery.search;

import io.filon.discovery.search.Column.Numbers;
import io.filon.discovery.search.Column.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Turns columns into codes: numbers into quantile bins, equal values together; words into themselves, the rare ones
/// into "other"; what is not stated into a code of its own.
///
/// A number of at most `bins` different values keeps them all. Otherwise its edges are the values at 1/bins, 2/bins…
/// of the sorted ones (the least value with at least that share at or below it). Nothing here looks at the target.
public final class Encoder {

    private final int bins;

    /// @param bins 2 to 62
    public Encoder(int bins) {
        if (bins < 2 || bins > Attribute.MOST - 2) {
            throw new IllegalArgumentException("bins (%d) must be 2 to %d".formatted(bins, Attribute.MOST - 2));
        }
        this.bins = bins;
    }

    public Attribute encode(Column column) {
        return switch (column) {
            case Numbers numbers -> numbers(numbers);
            case Words words -> words(words);
        };
    }

    private Attribute numbers(Numbers column) {
        double[] values = column.values();
        double[] edges = edges(values);
        int missing = edges.length + 1;
        byte[] codes = new byte[values.length];
        boolean gaps = false;
        for (int i = 0; i < values.length; i++) {
            boolean known = !Double.isNaN(values[i]);
            codes[i] = (byte) (known ? below(edges, values[i]) : missing);
            gaps |= !known;
        }
        return new Attribute(column.name(), codes, missing + (gaps ? 1 : 0), thresholds(column.name(), edges, gaps));
    }

    private static List<Selector> thresholds(String name, double[] edges, boolean gaps) {
        int bins = edges.length + 1;
        List<Selector> selectors = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            selectors.add(new Selector(0, i + 1, new Condition.AtMost(name, edges[i])));
            selectors.add(new Selector(i + 1, bins, new Condition.Above(name, edges[i])));
            for (int j = i + 1; j < edges.length; j++) {
                selectors.add(new Selector(i + 1, j + 1, new Condition.Within(name, edges[i], edges[j])));
            }
        }
        if (gaps) {
            selectors.add(new Selector(bins, bins + 1, new Condition.NotStated(name)));
        }
        return selectors;
    }

    /// How many edges lie under the value.
    private static int below(double[] edges, double value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (edges[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double[] edges(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .map(value -> value + 0.0)
                .toArray();
        Arrays.sort(sorted);
        int known = sorted.length;
        if (known == 0) {
            return new double[0];
        }
        double[] different = different(sorted, bins + 1);
        if (different.length <= bins) {
            return Arrays.copyOf(different, different.length - 1);
        }
        double most = sorted[known - 1];
        return IntStream.range(1, bins)
                .mapToDouble(k -> sorted[(int) (((long) k * known + bins - 1) / bins) - 1])
                .filter(edge -> edge < most)
                .distinct()
                .toArray();
    }

    /// The first different values, at most so many.
    private static double[] different(double[] sorted, int most) {
        double[] different = new double[most];
        int count = 0;
        for (int i = 0; i < sorted.length && count < most; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                different[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(different, count);
    }

    private static Attribute words(Words column) {
        String[] words = column.words();
        int[] counts = new int[words.length];
        boolean gaps = false;
        for (int place : column.places()) {
            if (place < 0) {
                gaps = true;
            } else {
                counts[place]++;
            }
        }
        int[] kept = kept(words, counts);
        boolean rare = Arrays.stream(counts).filter(count -> count > 0).count() > kept.length;
        int missing = kept.length + (rare ? 1 : 0);
        int[] code = new int[words.length];
        Arrays.fill(code, kept.length);
        List<Selector> selectors = new ArrayList<>();
        for (int i = 0; i < kept.length; i++) {
            code[kept[i]] = i;
            selectors.add(new Selector(i, i + 1, new Condition.Is(column.name(), words[kept[i]])));
        }
        if (gaps) {
            selectors.add(new Selector(missing, missing + 1, new Condition.NotStated(column.name())));
        }
        byte[] codes = new byte[column.rows()];
        for (int i = 0; i < codes.length; i++) {
            int place = column.places()[i];
            codes[i] = (byte) (place < 0 ? missing : code[place]);
        }
        return new Attribute(column.name(), codes, missing + (gaps ? 1 : 0), selectors);
    }

    /// The most frequent words, in their own order.
    private static int[] kept(String[] words, int[] counts) {
        return IntStream.range(0, words.length)
                .filter(word -> counts[word] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer word) -> -counts[word]).thenComparing(word -> words[word]))
                .limit(Attribute.MOST - 2L)
                .sorted(Comparator.comparing(word -> words[word]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
