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
        int count = 0;
        for (int i = 0; i < all.matches(); i++) {
            boolean inside = clock.contains(all.start(i), now);
            count += inside && all.end(i) <= now ? 1 : 0;
            until = inside ? until : Math.min(until, clock.leaves(all.start(i), now));
        }
        boolean holds = steps.holds(count);
        view.until(Math.min(until, turns(all, clock, now, count)));
        return holds;
    }

    /// Goes from one instant at which something counts or leaves to the next.
    private long turns(SequenceScan all, WindowClock clock, long now, int count) {
        boolean holds = steps.holds(count);
        int counted = count;
        long limit = limit(all, clock, now);
        long at = now;
        while (true) {
            long next = Micros.NEVER;
            int change = 0;
            for (int i = 0; i < all.matches(); i++) {
                if (!clock.contains(all.start(i), now)) {
                    continue;
                }
                long leaves = clock.leaves(all.start(i), now);
                long end = all.end(i);
                long begins = end > now && end < leaves ? end : Micros.NEVER;
                long stops = end < leaves ? leaves : Micros.NEVER;
                if (begins > at && begins <= next) {
                    change = (begins < next ? 0 : change) + 1;
                    next = begins;
                }
                if (stops > at && stops <= next && stops != Micros.NEVER) {
                    change = (stops < next ? 0 : change) - 1;
                    next = stops;
                }
            }
            counted += change;
            if (next >= limit) {
                return next == Micros.NEVER ? next : limit; // from there on the calendar may differ
            }
            if (steps.holds(counted) != holds) {
                return next;
            }
            at = next;
        }
    }

    /// Until when it is known exactly of each that is inside when it leaves.
    private static long limit(SequenceScan all, WindowClock clock, long now) {
        long limit = Micros.NEVER;
        for (int i = 0; i < all.matches(); i++) {
            if (clock.contains(all.start(i), now)) {
                limit = Math.min(limit, clock.exactUntil(all.start(i), now));
            }
        }
        return limit;
    }
}
