package io.filon.rule.live.log;

import io.filon.rule.Sequence;
import io.filon.rule.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How often a sequence was completed, read off the log: each step is a matcher.
///
/// Follows the reference step by step on entries in place of events; entries that are no step of the sequence cannot
/// change a match of these orders, so they are left out first.
///
/// @param matchers of each step, by its place
/// @param same     column of the shared property; -1 for none
/// @param distinct by step, column of the property that differs; -1 for none
@SuppressWarnings("ArrayRecordComponent") // places in a row, never compared
public record LogSequence(Sequence sequence, int[] matchers, int same, int[] distinct, WindowClocks clocks)
        implements Quantity {

    private record Match(int last, long end) {}

    @Override
    public Reading read(LogView view) {
        view.selectAny(matchers);
        long until = until(view);
        long count = 0;
        for (int[] run : runs(view)) {
            count += matches(run, view);
        }
        return Reading.still(BigDecimal.valueOf(count), until);
    }

    /// Windows move over starts, and waits for what was not done end.
    private long until(LogView view) {
        WindowClock clock = clock(view);
        boolean any = sequence.order() == Sequence.Order.ANY;
        int last = lastDone();
        long until = view.until();
        for (int i = 0; i < view.size(); i++) {
            long time = view.time(i);
            if (any || view.matches(i, matchers[0])) {
                until = Math.min(until, clock.nextChange(time, view.now()));
            }
            if (view.matches(i, matchers[last])) {
                for (int step = last + 1; step < matchers.length; step++) {
                    long over =
                            time + micros(((Sequence.NotDone) sequence.steps().get(step)).within());
                    until = over > view.now() ? Math.min(until, over) : until;
                }
            }
        }
        return until;
    }

    /// The step after which there is only what must not be done.
    private int lastDone() {
        int last = matchers.length - 1;
        while (sequence.steps().get(last) instanceof Sequence.NotDone) {
            last--;
        }
        return last;
    }

    private WindowClock clock(LogView view) {
        return clocks.in(view.zone(clocks.personal()));
    }

    private List<int[]> runs(LogView view) {
        int[] all = new int[view.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        if (same < 0) {
            return List.of(all);
        }
        // a run counts only when it may start inside the window
        WindowClock clock = clock(view);
        List<int[]> runs = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = view.size() - 1; i >= 0; i--) {
            long code = view.code(i, same);
            if (code != Column.MISSING && clock.contains(view.time(i), view.now()) && seen.add(code)) {
                runs.add(run(code, view));
            }
        }
        return runs;
    }

    private int[] run(long code, LogView view) {
        int[] run = new int[view.size()];
        int length = 0;
        for (int i = 0; i < run.length; i++) {
            if (view.code(i, same) == code) {
                run[length++] = i;
            }
        }
        return Arrays.copyOf(run, length);
    }

    private long matches(int[] run, LogView view) {
        WindowClock clock = clock(view);
        long count = 0;
        int start = 0;
        while (start < run.length) {
            Match match = match(run, start, view);
            if (match.last < 0) {
                start++;
                continue;
            }
            count += clock.contains(view.time(run[start]), view.now()) ? 1 : 0;
            start = match.last + 1;
            boolean waited = match.end > view.time(run[match.last]);
            while (waited && start < run.length && view.time(run[start]) <= match.end) {
                start++;
            }
        }
        return count;
    }

    private static final Match NO = new Match(-1, 0);

    private Match match(int[] run, int start, LogView view) {
        Match match = sequence.order() == Sequence.Order.ANY ? anyOrder(run, start, view) : then(run, start, view);
        boolean late = match.last >= 0
                && !sequence.within().isNone()
                && match.end > view.time(run[start]) + micros(sequence.within());
        return late ? NO : match;
    }

    private Match then(int[] run, int start, LogView view) {
        if (!counts(0, run[start], new HashSet<>(), view)) {
            return NO;
        }
        int taken = start - 1;
        List<Integer> between = new ArrayList<>();
        for (int step = 0; step < matchers.length; step++) {
            if (!(sequence.steps().get(step) instanceof Sequence.Did did)) {
                between.add(step);
                continue;
            }
            int next = take(step, did, run, taken, start, view);
            if (next < 0 || isAny(between, run, taken + 1, next, view)) {
                return NO;
            }
            between.clear();
            taken = next;
        }
        return waited(between, run, taken, view);
    }

    private int take(int step, Sequence.Did did, int[] run, int taken, int start, LogView view) {
        Set<Long> values = new HashSet<>();
        int times = 0;
        for (int i = taken + 1; i < run.length; i++) {
            boolean counts = counts(step, run[i], values, view);
            times += counts ? 1 : 0;
            if (!counts || times < did.times()) {
                continue;
            }
            if (taken < start) {
                return i;
            }
            long gap = view.time(run[i]) - view.time(run[taken]);
            if (!did.within().isNone() && gap > micros(did.within())) {
                return -1;
            }
            if (did.after().isNone() || gap >= micros(did.after())) {
                return i;
            }
        }
        return -1;
    }

    private boolean counts(int step, int entry, Set<Long> values, LogView view) {
        if (!view.matches(entry, matchers[step])) {
            return false;
        }
        if (distinct[step] < 0) {
            return true;
        }
        long code = view.code(entry, distinct[step]);
        return code != Column.MISSING && values.add(code);
    }

    private boolean isAny(List<Integer> steps, int[] run, int from, int end, LogView view) {
        for (int i = from; i < end; i++) {
            for (int step : steps) {
                if (view.matches(run[i], matchers[step])) {
                    return true;
                }
            }
        }
        return false;
    }

    private Match waited(List<Integer> absent, int[] run, int taken, LogView view) {
        long last = view.time(run[taken]);
        long end = last;
        for (int step : absent) {
            long over = last + micros(((Sequence.NotDone) sequence.steps().get(step)).within());
            int after = taken + 1;
            while (after < run.length && view.time(run[after]) <= over) {
                after++;
            }
            if (over > view.now() || isAny(List.of(step), run, taken + 1, after, view)) {
                return NO;
            }
            end = Math.max(end, over);
        }
        return new Match(taken, end);
    }

    private Match anyOrder(int[] run, int start, LogView view) {
        int last = start;
        for (int matcher : matchers) {
            int next = start;
            while (next < run.length && !view.matches(run[next], matcher)) {
                next++;
            }
            if (next == run.length) {
                return NO;
            }
            last = Math.max(last, next);
        }
        return new Match(last, view.time(run[last]));
    }

    private static long micros(Span span) {
        return span.elapsed().toNanos() / 1000;
    }
}
