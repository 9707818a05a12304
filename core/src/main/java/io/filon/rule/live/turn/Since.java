package io.filon.rule.live.turn;

import io.filon.rule.Measure;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;
import java.util.Arrays;

/// Time since the first or last of something, or that against the customer's own usual interval.
sealed interface Since extends Turning {

    /// The time since itself.
    record Done(Rolling window, Measure.End end, Steps steps) implements Since {
        @Override
        public boolean holds(LogView view) {
            Selection passed = window.passed(view);
            int inside = window.inside(passed, view, end == Measure.End.FIRST ? Integer.MAX_VALUE : 1);
            long until = inside == 0 || end == Measure.End.FIRST
                    ? window.others(passed, inside, view)
                    : passed.coming(); // one before the last changes nothing
            boolean holds = false;
            if (inside > 0) {
                int entry = inside - 1;
                long since = view.now() - passed.time(entry);
                holds = steps.holds(since);
                long turns = steps.above(since);
                until = Math.min(until, turns == Micros.NEVER ? Micros.NEVER : passed.time(entry) + turns);
                until = Math.min(until, window.leaves(passed, entry, view));
            }
            view.until(until);
            return holds;
        }
    }

    /// How often the usual interval fits into the time since the last.
    ///
    /// @param bounds what the claim compares with
    @SuppressWarnings("ArrayRecordComponent") // bounds in a row, never compared
    record Overdue(Rolling window, int base, Doubles claim, double[] bounds) implements Since {
        @Override
        public boolean holds(LogView view) {
            Selection passed = window.passed(view);
            int inside = window.inside(passed, view);
            long until = window.others(passed, inside, view);
            long usual = usual(passed, inside);
            boolean holds = false;
            if (inside > 0) {
                // whichever leaves first, the usual interval is another
                until = Math.min(until, window.leaves(passed, inside - 1, view));
            }
            if (usual > 0) {
                long last = passed.time(0);
                long since = view.now() - last;
                holds = claim.holds(since / (double) usual);
                long turns = turns(since, usual, holds);
                until = Math.min(until, turns == Micros.NEVER ? Micros.NEVER : last + turns);
            }
            view.until(until);
            return holds;
        }

        /// The first time since, after this one, of which something else is claimed.
        private long turns(long since, long usual, boolean holds) {
            long turns = Micros.NEVER;
            for (double bound : bounds) {
                long near = Math.round(bound * usual);
                for (long each = Math.max(since + 1, near - 4); each <= near + 4; each++) {
                    if (claim.holds(each / (double) usual) != holds) {
                        turns = Math.min(turns, each);
                        break;
                    }
                }
            }
            return turns;
        }

        /// The median interval in microseconds; 0 when there are too few.
        private long usual(Selection passed, int inside) {
            long[] gaps = new long[Math.max(0, inside - 1)];
            int known = 0;
            for (int i = 1; i < inside; i++) {
                long gap = passed.time(i - 1) - passed.time(i);
                if (gap > 0) {
                    gaps[known++] = gap;
                }
            }
            if (known < base || known == 0) {
                return 0;
            }
            Arrays.sort(gaps, 0, known);
            return gaps[(known + 1) / 2 - 1];
        }
    }
}
