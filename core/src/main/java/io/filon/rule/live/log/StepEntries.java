package io.filon.rule.live.log;

import java.util.Arrays;

/// The entries of one customer that are steps of one sequence and have happened, in order, those of one run linked.
///
/// Filled again for each customer looked at; for one thread.
final class StepEntries {

    private final int[] matchers;
    private final int same;

    private long[] times = new long[16];
    private long[] steps = new long[16];
    private long[] keys = new long[16];
    private int[] ends = new int[16];
    private int[] next = new int[16];
    private int[] heads = new int[32];
    private int size;
    private long coming;

    /// @param matchers of each step
    /// @param same     column of the property that a run shares; -1 for none
    StepEntries(int[] matchers, int same) {
        this.matchers = matchers.clone();
        this.same = same;
    }

    void fill(LogView view) {
        Log log = view.log();
        long[] data = log.data();
        coming = Micros.NEVER;
        size = 0;
        for (int at = log.end(); at > 0; ) {
            Kind kind = view.layout().kind(data[at - 1]);
            long bits = bits(kind, data, at);
            if (bits != 0) {
                long time = Layout.time(data[at - 1]);
                if (time > view.now()) {
                    coming = time;
                } else {
                    long key = same < 0 ? 0 : kind.value(data, at, same);
                    if (same < 0 || key != Column.MISSING) {
                        put(time, bits, key, at);
                    }
                }
            }
            at -= kind.width();
        }
        link();
    }

    private long bits(Kind kind, long[] data, int at) {
        long bits = 0;
        for (int step = 0; step < matchers.length; step++) {
            bits |= kind.passes(data, at, matchers[step]) ? 1L << step : 0;
        }
        return bits;
    }

    /// They come from the last to the first.
    private void put(long time, long bits, long key, int at) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            steps = Arrays.copyOf(steps, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            next = new int[2 * size];
            heads = new int[4 * size];
        }
        times[size] = time;
        steps[size] = bits;
        keys[size] = key;
        ends[size] = at;
        size++;
    }

    /// Entries are numbered from the last; the next of a run is the latest found of its key.
    private void link() {
        if (same < 0) {
            for (int i = 0; i < size; i++) {
                next[i] = i - 1;
            }
            return;
        }
        Arrays.fill(heads, -1);
        for (int i = 0; i < size; i++) {
            int slot = (int) (keys[i] * 0x9e3779b97f4a7c15L >>> 40) & heads.length - 1;
            while (heads[slot] >= 0 && keys[heads[slot]] != keys[i]) {
                slot = slot + 1 & heads.length - 1;
            }
            next[i] = heads[slot];
            heads[slot] = i;
        }
    }

    /// The first of all; count down to 0 for the following.
    int first() {
        return size - 1;
    }

    /// The one after it in its run; -1 when there is none.
    int next(int entry) {
        return next[entry];
    }

    long time(int entry) {
        return times[entry];
    }

    boolean isStep(int entry, int step) {
        return (steps[entry] >>> step & 1) != 0;
    }

    boolean isAny(int entry, long of) {
        return (steps[entry] & of) != 0;
    }

    int end(int entry) {
        return ends[entry];
    }

    /// When the first that has arrived but not happened yet will.
    long coming() {
        return coming;
    }
}
