package io.filon.rule.live.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/// How far a zone's clocks are from UTC on the days around which nobody changes them: there a day has 24 hours, and a
/// window of whole days moves as fast as the clock.
///
/// Days looked at are remembered by the lowest bits of their number. For one thread.
final class SteadyOffsets {

    /// Of an instant within three days of a change of the clocks.
    static final long UNSTEADY = Long.MAX_VALUE;

    private static final int DAYS = 1 << 10;
    private static final int AROUND = 3;

    private final ZoneRules rules;
    private final long[] days = new long[DAYS];
    private final long[] offsets = new long[DAYS];

    SteadyOffsets(ZoneId zone) {
        rules = zone.getRules();
        Arrays.fill(days, Long.MIN_VALUE);
    }

    /// In microseconds, east of Greenwich positive.
    long at(long instant) {
        long day = Math.floorDiv(instant, Micros.DAY);
        int place = (int) day & (DAYS - 1);
        if (days[place] != day) {
            days[place] = day;
            offsets[place] = of(day);
        }
        return offsets[place];
    }

    private long of(long day) {
        Instant from = Micros.instant((day - AROUND) * Micros.DAY);
        ZoneOffset offset = rules.getOffset(from);
        ZoneOffsetTransition next = rules.nextTransition(from);
        boolean steady = next == null || Micros.of(next.getInstant()) >= (day + 1 + AROUND) * Micros.DAY;
        return steady ? offset.getTotalSeconds() * 1_000_000L : UNSTEADY;
    }
}
