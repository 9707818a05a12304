package io.filon.rule.live.log;

import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.live.clock.Micros;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the matches of one sequence in one customer's log, step by step as the reference does: [Sequence] says how.
///
/// Entries that are no step of the sequence cannot change a match of these orders and are left out. Used again for
/// each customer; for one thread.
public final class SequenceScan {

    private final Sequence sequence;

    /// By place: what is to be done, null where it must not be; and how long it may take or is waited for, in
    /// microseconds.
    private final Sequence.@Nullable Did[] done;

    private final long[] within;
    private final long whole;
    private final int[] distinct;
    private final StepEntries entries;
    private long looked = -1;
    private long waitedUntil;
    private boolean[] blocked = new boolean[16];

    private long[] starts = new long[8];
    private long[] ends = new long[8];
    private int matches;

    /// Of the match tried last.
    private int last;
    private long end;

    SequenceScan(StepPlan plan, StepEntries entries) {
        this.sequence = plan.sequence();
        this.distinct = plan.distinct().stream().mapToInt(Integer::intValue).toArray();
        this.entries = entries;
        this.done = sequence.steps().stream()
                .map(step -> step instanceof Sequence.Did did ? did : null)
                .toArray(Sequence.Did[]::new);
        this.within = sequence.steps().stream()
                .mapToLong(step -> switch (step) {
                    case Sequence.Did did -> limit(did.within());
                    case Sequence.NotDone no -> Micros.of(no.within());
                })
                .toArray();
        this.whole = limit(sequence.within());
    }

    private static long limit(Span span) {
        return span.isNone() ? Micros.NEVER : Micros.of(span);
    }

    /// @param over waits that end later are not over; [Micros#NEVER] to take each as over if nothing more happens
    void find(LogView view, long over) {
        if (looked == view.looked() && waitedUntil == over) {
            return;
        }
        looked = view.looked();
        waitedUntil = over;
        entries.fill(view);
        int first = entries.first();
        if (blocked.length <= first) {
            blocked = new boolean[2 * first];
        }
        Arrays.fill(blocked, 0, first + 1, false);
        matches = 0;
        for (int start = first; start >= 0; start--) {
            if (!blocked[start] && isMatch(start, view, over)) {
                put(entries.time(start), end);
                block(start);
            }
        }
    }

    private void put(long start, long over) {
        if (matches == starts.length) {
            starts = Arrays.copyOf(starts, 2 * matches);
            ends = Arrays.copyOf(ends, 2 * matches);
        }
        starts[matches] = start;
        ends[matches++] = over;
    }

    /// The next match of the run starts after the end of this one.
    private void block(int start) {
        boolean waited = end > entries.time(last);
        for (int i = entries.next(start); i >= 0; i = entries.next(i)) {
            if (i < last && !(waited && entries.time(i) <= end)) {
                return;
            }
            blocked[i] = true;
        }
    }

    private boolean isMatch(int start, LogView view, long over) {
        boolean found =
                sequence.order() == Sequence.Order.ANY ? isAnyOrder(start) : isInOrder(start, view) && isWaited(over);
        return found && end - entries.time(start) <= whole;
    }

    private boolean isInOrder(int start, LogView view) {
        int taken = -1;
        long absent = 0;
        for (int step = 0; step < done.length; step++) {
            Sequence.Did did = done[step];
            if (did == null) {
                absent |= 1L << step;
                continue;
            }
            int found =
                    taken < 0 ? take(step, did, start, -1, view) : take(step, did, entries.next(taken), taken, view);
            if (found < 0 || isAnyBetween(absent, taken, found)) {
                return false;
            }
            absent = 0;
            taken = found;
        }
        last = taken;
        return true;
    }

    /// @return the entry that completes the step at its first chance; -1 when none does in time
    private int take(int step, Sequence.Did did, int from, int before, LogView view) {
        long[] values = {};
        int times = 0;
        for (int i = from; i >= 0; i = entries.next(i)) {
            boolean counts = entries.isStep(i, step);
            if (counts && distinct[step] >= 0) {
                long code = view.codeAt(entries.end(i), distinct[step]);
                counts = code != Column.MISSING && !contains(values, code);
                if (counts) {
                    values = Arrays.copyOf(values, values.length + 1);
                    values[values.length - 1] = code;
                }
            }
            if (before < 0 && i == from && !counts) {
                return -1; // a match starts with its first event
            }
            times += counts ? 1 : 0;
            if (!counts || times < did.times()) {
                continue;
            }
            if (before < 0) {
                return i;
            }
            long gap = entries.time(i) - entries.time(before);
            if (gap > within[step]) {
                return -1;
            }
            if (did.after().isNone() || gap >= Micros.of(did.after())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean contains(long[] values, long code) {
        for (long value : values) {
            if (value == code) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyBetween(long absent, int taken, int found) {
        if (absent == 0) {
            return false;
        }
        for (int i = entries.next(taken); i > found; i = entries.next(i)) {
            if (entries.isAny(i, absent)) {
                return true;
            }
        }
        return false;
    }

    /// What must not be done after the last event has not been, and there is no time left to do it.
    private boolean isWaited(long latest) {
        long then = entries.time(last);
        end = then;
        for (int step = done.length - 1; done[step] == null; step--) {
            long over = then + within[step];
            if (over > latest) {
                return false;
            }
            for (int i = entries.next(last); i >= 0 && entries.time(i) <= over; i = entries.next(i)) {
                if (entries.isStep(i, step)) {
                    return false;
                }
            }
            end = Math.max(end, over);
        }
        return true;
    }

    private boolean isAnyOrder(int start) {
        if (!entries.isAny(start, -1L)) {
            return false;
        }
        last = start;
        for (int step = 0; step < sequence.steps().size(); step++) {
            int found = start;
            while (found >= 0 && !entries.isStep(found, step)) {
                found = entries.next(found);
            }
            if (found < 0) {
                return false;
            }
            last = Math.min(last, found);
        }
        end = entries.time(last);
        return true;
    }

    StepEntries entries() {
        return entries;
    }

    /// When the first step arrives that has not happened yet.
    public long coming() {
        return entries.coming();
    }

    public int matches() {
        return matches;
    }

    /// When a match started; in order.
    public long start(int match) {
        return starts[match];
    }

    /// When it was or will be complete.
    public long end(int match) {
        return ends[match];
    }
}
