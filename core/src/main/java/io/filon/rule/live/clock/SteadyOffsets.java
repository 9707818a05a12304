package io.filon.rule.live.clock;

import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/// How far a zone's clocks are from UTC on the days on which nobody changes them: there a day has 24 hours, and a
/// window of whole days moves as fast as the clock.
///
/// Days looked at are remembered by the lowest bits of their number, each in one word. For one thread.
final class SteadyOffsets {

    /// Of an instant on a day, by UTC, on which the clocks are changed, or so close to one that a window could jump
    /// back over it.
    static final long UNSTEADY = Long.MAX_VALUE;

    private static final int DAYS = 1 << 10;

    /// How close a change can be, and how large; those by more, of which there were few in history, count from further.
    private static final long CLOSE = Micros.DAY / 4;

    private static final Duration LARGE = Duration.ofHours(2);
    private static final long FAR = 3 * Micros.DAY;

    private final ZoneRules rules;

    /// The number of the day, and below it the offset in seconds, more by [#ZERO]; 0 there when unsteady.
    private final long[] days = new long[DAYS];

    private static final int OFFSET_BITS = 20;
    private static final long OFFSETS = (1L << OFFSET_BITS) - 1;
    private static final long ZERO = OFFSETS / 2;

    SteadyOffsets(ZoneId zone) {
        rules = zone.getRules();
        Arrays.fill(days, Long.MIN_VALUE);
    }

    /// In microseconds, east of Greenwich positive.
    long at(long instant) {
        long day = Math.floorDiv(instant, Micros.DAY);
        int place = (int) day & (DAYS - 1);
        long known = days[place];
        if (known >> OFFSET_BITS != day) {
            long offset = of(day);
            known = day << OFFSET_BITS | (offset == UNSTEADY ? 0 : ZERO + offset);
            days[place] = known;
        }
        long offset = known & OFFSETS;
        return offset == 0 ? UNSTEADY : (offset - ZERO) * 1_000_000;
    }

    /// In seconds.
    private long of(long day) {
        long start = day * Micros.DAY;
        long end = start + Micros.DAY;
        ZoneOffsetTransition next = rules.nextTransition(Micros.instant(start - FAR));
        while (next != null && Micros.of(next.getInstant()) < end + FAR) {
            long change = Micros.of(next.getInstant());
            boolean large = next.getDuration().abs().compareTo(LARGE) > 0;
            if (large || (change >= start - CLOSE && change < end + CLOSE)) {
                return UNSTEADY;
            }
            next = rules.nextTransition(next.getInstant());
        }
        return rules.getOffset(Micros.instant(start)).getTotalSeconds();
    }
}
