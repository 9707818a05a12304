package io.filon.rule.live.turn;

import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.WindowClock;
import io.filon.rule.live.log.LogSequence;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.SequenceScan;

/// How often a sequence was completed: matches begin to count when their last wait is over, and leave the window by
/// when they started.
record Completed(LogSequence sequence, Steps steps) implements Turning {

    @Override
    public boolean holds(LogView view) {
        SequenceScan all = sequence.all(view);
        WindowClock clock = sequence.clock(view);
        long now = view.now();
        long until = all.coming();
        int inside = 0;
        while (inside < all.matches() && !clock.contains(all.start(inside), now)) {
            until = Math.min(until, clock.leaves(all.start(inside), now)); // the calendar may let it in again
            inside++;
        }
        boolean holds = steps.holds(over(all, inside, now));
        view.until(Math.min(until, turns(all, inside, clock, now, holds)));
        return holds;
    }

    /// How many from there on are over.
    private static int over(SequenceScan all, int from, long now) {
        int over = 0;
        for (int i = from; i < all.matches(); i++) {
            over += all.end(i) <= now ? 1 : 0;
        }
        return over;
    }

    /// Goes from one instant at which something counts or leaves to the next.
    private long turns(SequenceScan all, int inside, WindowClock clock, long now, boolean holds) {
        int leaving = inside;
        long next = now;
        while (leaving < all.matches()) {
            next = Math.min(end(all, leaving, next), clock.leaves(all.start(leaving), now));
            while (leaving < all.matches() && clock.leaves(all.start(leaving), now) <= next) {
                if (next >= clock.exactUntil(all.start(leaving), now)) {
                    return next; // from there on the calendar may differ
                }
                leaving++;
            }
            if (next == Micros.NEVER || steps.holds(over(all, leaving, next)) != holds) {
                return next;
            }
        }
        return Micros.NEVER;
    }

    /// When the next from there on will be over.
    private static long end(SequenceScan all, int from, long now) {
        long end = Micros.NEVER;
        for (int i = from; i < all.matches(); i++) {
            end = all.end(i) > now ? Math.min(end, all.end(i)) : end;
        }
        return end;
    }
}
