package io.filon.discovery.confirm;

import io.filon.discovery.search.Column;
import io.filon.discovery.search.Column.Numbers;
import io.filon.discovery.search.Column.Words;
import io.filon.discovery.search.Condition;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Who belongs to a segment among some of the customers, as bits. One thread.
final class Covers {

    /// Conditions kept; a big base would fill the memory with more.
    private static final int KEPT = 400;

    private final Map<String, Column> columns = new HashMap<>();
    private final int[] rows;
    private final Map<Condition, long[]> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Condition, long[]> eldest) {
            return size() > KEPT;
        }
    };

    /// @param rows the customers looked at
    Covers(List<Column> columns, int[] rows) {
        columns.forEach(column -> this.columns.put(column.name(), column));
        this.rows = rows;
    }

    int[] rows() {
        return rows;
    }

    Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("no attribute " + name);
        }
        return column;
    }

    /// One bit a customer looked at.
    long[] of(Segment segment) {
        long[] cover = new long[(rows.length + 63) / 64];
        Arrays.fill(cover, -1);
        if (rows.length % 64 != 0) {
            cover[cover.length - 1] = (1L << (rows.length % 64)) - 1;
        }
        for (Condition condition : segment.conditions()) {
            long[] bits = known.computeIfAbsent(condition, this::bits);
            for (int i = 0; i < cover.length; i++) {
                cover[i] &= bits[i];
            }
        }
        return cover;
    }

    private long[] bits(Condition condition) {
        return switch (column(condition.attribute())) {
            case Numbers(String _, double[] values) -> number(condition, values);
            case Words(String _, String[] words, int[] places) -> word(condition, words, places);
        };
    }

    private long[] number(Condition condition, double[] values) {
        return switch (condition) {
            case Condition.AtMost(String _, double bound) -> between(values, Double.NEGATIVE_INFINITY, bound);
            case Condition.Above(String _, double bound) -> between(values, bound, Double.POSITIVE_INFINITY);
            case Condition.Within(String _, double low, double high) -> between(values, low, high);
            case Condition.NotStated _ -> bits(row -> Double.isNaN(values[row]));
            case Condition.Is _ -> throw new IllegalArgumentException(condition.text() + ": a number is compared");
        };
    }

    private long[] word(Condition condition, String[] words, int[] places) {
        return switch (condition) {
            case Condition.Is(String _, String value) -> {
                int place = Arrays.asList(words).indexOf(value);
                yield at(places, place < 0 ? words.length : place);
            }
            case Condition.NotStated _ -> at(places, -1);
            case Condition.AtMost _, Condition.Above _, Condition.Within _ ->
                throw new IllegalArgumentException(condition.text() + ": words have no order");
        };
    }

    // the two kinds of condition that big bases ask hundreds of times have a loop of their own, without calls

    private long[] between(double[] values, double low, double high) {
        long[] bits = none();
        boolean open = low == Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            double value = values[rows[i]];
            long holds = (open || value > low) && value <= high ? 1 : 0;
            bits[i >> 6] |= holds << i;
        }
        return bits;
    }

    private long[] at(int[] places, int place) {
        long[] bits = none();
        for (int i = 0; i < rows.length; i++) {
            long holds = places[rows[i]] == place ? 1 : 0;
            bits[i >> 6] |= holds << i;
        }
        return bits;
    }

    private long[] bits(IntPredicate holds) {
        long[] bits = none();
        for (int i = 0; i < rows.length; i++) {
            if (holds.test(rows[i])) {
                bits[i >> 6] |= 1L << i;
            }
        }
        return bits;
    }

    private long[] none() {
        return new long[(rows.length + 63) / 64];
    }

    static int count(long[] cover) {
        int count = 0;
        for (long word : cover) {
            count += Long.bitCount(word);
        }
        return count;
    }

    static int common(long[] one, long[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += Long.bitCount(one[i] & other[i]);
        }
        return count;
    }

    /// Places of the set bits, ascending.
    static int[] places(long[] cover) {
        int[] places = new int[count(cover)];
        int next = 0;
        for (int i = 0; i < cover.length; i++) {
            for (long word = cover[i]; word != 0; word &= word - 1) {
                places[next++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return places;
    }

    /// The target of those whose bit is set.
    static double[] values(long[] cover, double[] target) {
        int[] places = places(cover);
        double[] values = new double[places.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = target[places[i]];
        }
        return values;
    }

    static long[] without(long[] cover, long[] members) {
        long[] rest = cover.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] &= ~members[i];
        }
        return rest;
    }
}
