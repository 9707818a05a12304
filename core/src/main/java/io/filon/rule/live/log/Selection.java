package io.filon.rule.live.log;

import io.filon.rule.live.clock.Micros;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The entries of one customer that passed one matcher and have happened, numbered back from the last, which is 0.
///
/// Read off the log only as far back as somebody asks: most claims turn on the last few. Begun again for each customer
/// looked at; for one thread.
public final class Selection {

    private final Layout layout;
    private final long horizon;
    private final @Nullable Sums[] sums;

    /// By number of kind: its width, and where and how it writes that the matcher was passed; laid out to be looked up
    /// quickly.
    private final int kindMask;

    private final int[] widths;
    private final int[] planes;
    private final long[] masks;
    private final long[] passed;

    private long[] times = new long[16];
    private int[] ends = new int[16];
    private int size;
    private long coming;
    private long stamp = -1;

    /// Where reading goes on, and how far back it may go.
    private long[] data = {};

    private int at;
    private long oldest;

    Selection(Layout layout, Matcher matcher) {
        this.layout = layout;
        horizon = matcher.horizon();
        sums = new @Nullable Sums[layout.columns().size()];
        int number = matcher.number();
        kindMask = layout.kindMask();
        widths = layout.ordered().stream().mapToInt(Kind::width).toArray();
        planes = layout.ordered().stream().mapToInt(kind -> kind.plane(number)).toArray();
        masks = layout.ordered().stream().mapToLong(kind -> kind.mask(number)).toArray();
        passed =
                layout.ordered().stream().mapToLong(kind -> kind.passed(number)).toArray();
    }

    boolean isOf(long looked) {
        return stamp == looked;
    }

    /// Goes over what has arrived and not happened yet.
    ///
    /// @param ahead whether there is any
    void begin(long looked, Log log, long now, boolean ahead) {
        stamp = looked;
        data = log.data();
        oldest = horizon == Micros.NEVER ? Long.MIN_VALUE : now - horizon;
        coming = Micros.NEVER;
        size = 0;
        at = log.end();
        while (ahead && at > 0 && Layout.time(data[at - 1]) > now) {
            int kind = (int) data[at - 1] & kindMask;
            coming = passes(kind, at) ? Layout.time(data[at - 1]) : coming;
            at -= widths[kind];
        }
    }

    private boolean passes(int kind, int end) {
        return (data[end - 1 - planes[kind]] & masks[kind]) == passed[kind];
    }

    /// Reads back until so many are known, or to the last that is not before an instant.
    private void read(long since, int most) {
        long limit = Math.max(since, oldest);
        int end = at;
        while (end > 0 && size < most) {
            long head = data[end - 1];
            if (Layout.time(head) < limit) {
                break;
            }
            int kind = (int) head & kindMask;
            if (passes(kind, end)) {
                put(Layout.time(head), end);
            }
            end -= widths[kind];
        }
        at = end;
    }

    private void put(long time, int end) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        times[size] = time;
        ends[size++] = end;
    }

    /// How many happened at or after an instant.
    public int since(long instant) {
        return since(instant, Integer.MAX_VALUE);
    }

    /// How many happened at or after an instant; not more than so many.
    public int since(long instant, int most) {
        read(instant, most);
        int count = Math.min(size, most);
        while (count > 0 && times[count - 1] < instant) {
            count--;
        }
        return count;
    }

    /// Running sums of an exact column over so many of the last.
    public Sums sums(int column, int entries) {
        Sums known = sums[column];
        if (known == null) {
            known = new Sums(layout, column);
            sums[column] = known;
        }
        known.extend(this, data, entries, stamp);
        return known;
    }

    public long time(int back) {
        return times[back];
    }

    int at(int back) {
        return ends[back];
    }

    /// When the first that has arrived but not happened yet will; [Micros#NEVER] when there is none.
    public long coming() {
        return coming;
    }
}
