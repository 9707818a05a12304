package io.filon.rule.live.log;

import io.filon.rule.live.clock.Micros;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The entries of one customer that are steps of one sequence and have happened, in order, those of one run linked.
///
/// Filled again for each customer looked at; for one thread.
final class StepEntries {

    private final int same;
    private final long longest;
    private final long horizon;
    private final int kindMask;

    /// By number of kind.
    private final Form[] forms;

    private long stamp = -1;

    private long[] times = new long[16];
    private long[] steps = new long[16];
    private long[] keys = new long[16];
    private int[] ends = new int[16];
    private int[] next = new int[16];
    private int[] heads = new int[32];
    private int size;
    private long coming;

    StepEntries(Layout layout, StepPlan plan) {
        int[] matchers =
                plan.matchers().stream().mapToInt(Integer::intValue).toArray();
        this.same = plan.same();
        // shared with others whose matches may take longer
        this.longest = plan.runs().limited() ? layout.longestSequence() : Micros.NEVER;
        this.horizon = Arrays.stream(matchers)
                .mapToLong(matcher -> layout.matchers().get(matcher).horizon())
                .max()
                .orElse(0);
        this.kindMask = layout.kindMask();
        this.forms = layout.ordered().stream()
                .map(kind -> Form.of(kind, matchers, same))
                .toArray(Form[]::new);
    }

    /// Goes back as far as matches reach into what is asked for, one after another.
    void fill(LogView view) {
        if (stamp == view.looked()) {
            return;
        }
        stamp = view.looked();
        Log log = view.log();
        long[] data = log.data();
        boolean limited = longest != Micros.NEVER && horizon != Micros.NEVER;
        long oldest = limited ? view.now() - horizon : Long.MIN_VALUE;
        coming = Micros.NEVER;
        size = 0;
        Form form;
        for (int at = log.end(); at > 0; at -= form.width()) {
            long head = data[at - 1];
            form = forms[(int) head & kindMask];
            long time = Layout.time(head);
            if (time < oldest) {
                break;
            }
            long bits = form.steps(data, at);
            if (bits != 0) {
                oldest = limited ? Math.min(oldest, time - longest) : oldest;
                if (time > view.now()) {
                    coming = time;
                } else {
                    long key = same < 0 ? 0 : form.key(data, at);
                    if (same < 0 || key != Column.MISSING) {
                        put(time, bits, key, at);
                    }
                }
            }
        }
        link();
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
            int slot = (int) ((keys[i] * 0x9e3779b97f4a7c15L) >>> 40) & (heads.length - 1);
            while (heads[slot] >= 0 && keys[heads[slot]] != keys[i]) {
                slot = (slot + 1) & (heads.length - 1);
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

    /// Entries of one kind as one sequence sees them, laid out to be looked up quickly.
    ///
    /// @param width words of an entry
    /// @param sure  the steps that every entry is: a bit each
    /// @param open  the steps that some entries are
    /// @param same  how many words before the end of an entry the shared property stands; -1 when it has none
    private record Form(int width, long sure, List<Open> open, int same) {

        /// @param step  its bit
        /// @param plane how many words before the head it is written
        private record Open(long step, int plane, long mask, long passed) {}

        static Form of(Kind kind, int[] matchers, int same) {
            long sure = 0;
            for (int step = 0; step < matchers.length; step++) {
                boolean each = kind.mask(matchers[step]) == 0 && kind.passed(matchers[step]) == 0;
                sure |= each ? 1L << step : 0;
            }
            List<Open> open = IntStream.range(0, matchers.length)
                    .filter(step -> kind.mask(matchers[step]) != 0)
                    .mapToObj(step -> new Open(
                            1L << step,
                            kind.plane(matchers[step]),
                            kind.mask(matchers[step]),
                            kind.passed(matchers[step])))
                    .toList();
            return new Form(kind.width(), sure, open, same < 0 ? -1 : kind.back(same));
        }

        /// Which steps the entry that ends there is.
        long steps(long[] data, int end) {
            long steps = sure;
            for (int i = 0; i < open.size(); i++) {
                Open each = open.get(i);
                steps |= (data[end - 1 - each.plane] & each.mask) == each.passed ? each.step : 0;
            }
            return steps;
        }

        /// The shared property of the entry that ends there.
        long key(long[] data, int end) {
            return same < 0 ? Column.MISSING : data[end - same];
        }
    }
}
