package io.filon.rule.live.log;

import io.filon.rule.live.clock.Micros;
import java.util.Arrays;

/// The entries of one customer that passed one matcher and have happened, in order; one that is to come ends them.
///
/// Filled again for each customer looked at; for one thread.
public final class Selection {

    private final LogReader reader;
    private final long horizon;
    private long[] times = new long[16];
    private int[] ends = new int[16];
    private int from;
    private int end;
    private long coming;
    private long stamp = -1;

    Selection(Layout layout, Matcher matcher) {
        reader = new LogReader(layout, matcher.number());
        horizon = matcher.horizon();
    }

    boolean isOf(long looked) {
        return stamp == looked;
    }

    /// Reads the log backwards, so that only what the matcher can look back to is touched.
    void fill(long looked, Log log, long now) {
        stamp = looked;
        long[] data = log.data();
        long oldest = horizon == Micros.NEVER ? Long.MIN_VALUE : now - horizon;
        coming = Micros.NEVER;
        end = times.length;
        from = end;
        for (int at = log.end(); at > 0; at = reader.before(data, at)) {
            long time = Layout.time(data[at - 1]);
            if (time < oldest) {
                break;
            }
            if (reader.passes(data, at)) {
                if (time > now) {
                    coming = time;
                } else {
                    put(time, at);
                }
            }
        }
    }

    private void put(long time, int at) {
        if (from == 0) {
            int more = times.length;
            long[] longer = new long[2 * more];
            System.arraycopy(times, 0, longer, more, more);
            times = longer;
            ends = Arrays.copyOf(ends, 2 * more);
            System.arraycopy(ends, 0, ends, more, more);
            from += more;
            end += more;
        }
        from--;
        times[from] = time;
        ends[from] = at;
    }

    /// The first of them.
    public int from() {
        return from;
    }

    /// After the last.
    public int end() {
        return end;
    }

    public long time(int entry) {
        return times[entry];
    }

    int at(int entry) {
        return ends[entry];
    }

    /// When the first that has arrived but not happened yet will; [Micros#NEVER] when there is none.
    public long coming() {
        return coming;
    }

    /// The first at or after an instant.
    public int first(long instant) {
        int at = end;
        while (at > from && times[at - 1] >= instant) {
            at--;
        }
        return at;
    }
}
