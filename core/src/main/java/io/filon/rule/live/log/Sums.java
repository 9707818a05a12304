package io.filon.rule.live.log;

import java.util.Arrays;

/// Running sums of an exact column over the entries of a selection, back from the last: whoever asks for a longer
/// window goes on where the others stopped.
///
/// Begun again for each customer looked at; for one thread.
public final class Sums {

    private final Layout layout;
    private final int column;

    /// Of the last so many entries.
    private long[] sums = new long[17];

    private int[] values = new int[17];
    private int size;
    private long stamp = -1;

    Sums(Layout layout, int column) {
        this.layout = layout;
        this.column = column;
    }

    /// @param looked another number for each customer, log and time looked at
    void extend(Selection of, long[] data, int entries, long looked) {
        if (stamp != looked) {
            stamp = looked;
            size = 0;
        }
        if (entries >= sums.length) {
            sums = Arrays.copyOf(sums, 2 * entries);
            values = Arrays.copyOf(values, 2 * entries);
        }
        for (; size < entries; size++) {
            int end = of.at(size);
            long code = layout.kind(data[end - 1]).value(data, end, column);
            boolean known = code != Column.MISSING;
            sums[size + 1] = known ? Math.addExact(sums[size], code) : sums[size];
            values[size + 1] = known ? values[size] + 1 : values[size];
        }
    }

    /// Of the last so many entries.
    public long sum(int entries) {
        return sums[entries];
    }

    /// How many of the last so many entries have a value.
    public int values(int entries) {
        return values[entries];
    }
}
