package io.filon.icp.operating;

import io.filon.discovery.lens.LensAttribute;
import io.filon.discovery.search.Column;
import io.filon.discovery.search.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What was known of customers, in few values: words as they are, rare ones together; numbers in ranges of about as
/// many customers. Ranges are made from the customers learned from, and hold for all.
final class Known {

    /// Values of one attribute kept apart.
    private static final int MOST_WORDS = 25;

    private static final int RANGES = 8;

    /// One attribute.
    ///
    /// @param codes  of each customer: a place in `values`, the last of which is everything else
    /// @param values what each code means; the last has no condition of its own
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Attribute(LensAttribute of, int[] codes, List<Condition> values, boolean ordered) {
        int size() {
            return values.size() + 1;
        }
    }

    private final List<Attribute> attributes;

    private Known(List<Attribute> attributes) {
        this.attributes = attributes;
    }

    /// @param learn places of the customers the ranges are made from
    /// @param least customers that make a value
    static Known of(List<LensAttribute> attributes, List<Column> columns, int[] learn, int least) {
        List<Attribute> known = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Attribute attribute = switch (columns.get(i)) {
                case Column.Words words -> words(attributes.get(i), words, learn, least);
                case Column.Numbers numbers -> numbers(attributes.get(i), numbers, learn, least);
            };
            if (!attribute.values().isEmpty()) {
                known.add(attribute);
            }
        }
        return new Known(known);
    }

    List<Attribute> attributes() {
        return attributes;
    }

    private static Attribute words(LensAttribute of, Column.Words column, int[] learn, int least) {
        int[] counts = new int[column.words().length];
        for (int place : learn) {
            if (column.places()[place] >= 0) {
                counts[column.places()[place]]++;
            }
        }
        int[] kept = IntStream.range(0, counts.length)
                .filter(word -> counts[word] >= least && counts[word] < learn.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer word) -> -counts[word])
                        .thenComparing(word -> column.words()[word]))
                .limit(MOST_WORDS)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] codeOf = new int[counts.length];
        Arrays.fill(codeOf, kept.length);
        List<Condition> values = new ArrayList<>();
        for (int code = 0; code < kept.length; code++) {
            codeOf[kept[code]] = code;
            values.add(new Condition.Is(column.name(), column.words()[kept[code]]));
        }
        int[] codes = Arrays.stream(column.places())
                .map(place -> place < 0 ? kept.length : codeOf[place])
                .toArray();
        return new Attribute(of, codes, values, false);
    }

    private static Attribute numbers(LensAttribute of, Column.Numbers column, int[] learn, int least) {
        double[] sorted = Arrays.stream(learn)
                .mapToDouble(place -> column.values()[place])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int ranges = Math.min(RANGES, sorted.length / Math.max(1, least));
        TreeSet<Double> ends = new TreeSet<>();
        for (int i = 1; i < ranges; i++) {
            ends.add(sayable(sorted[(int) ((long) i * sorted.length / ranges)], sorted));
        }
        double[] bounds = ends.stream().mapToDouble(Double::doubleValue).toArray();
        List<Condition> values = new ArrayList<>();
        for (int i = 0; i <= bounds.length && bounds.length > 0; i++) {
            values.add(
                    i == 0
                            ? new Condition.AtMost(column.name(), bounds[0])
                            : i == bounds.length
                                    ? new Condition.Above(column.name(), bounds[i - 1])
                                    : new Condition.Within(column.name(), bounds[i - 1], bounds[i]));
        }
        int[] codes = Arrays.stream(column.values())
                .mapToInt(value -> Double.isNaN(value) || values.isEmpty() ? values.size() : range(bounds, value))
                .toArray();
        return new Attribute(of, codes, values, true);
    }

    private static int range(double[] bounds, double value) {
        int range = 0;
        while (range < bounds.length && value > bounds[range]) {
            range++;
        }
        return range;
    }

    /// Whole where the numbers spread over more than a few units, else two digits.
    private static double sayable(double value, double[] sorted) {
        double spread = sorted[sorted.length - 1] - sorted[0];
        double unit = Math.pow(10, Math.max(spread >= 10 ? 0 : -2, Math.floor(Math.log10(Math.max(spread, 1e-9))) - 2));
        return Math.round(value / unit) * unit;
    }
}
