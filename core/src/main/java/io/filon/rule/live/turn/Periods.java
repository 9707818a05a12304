package io.filon.rule.live.turn;

import io.filon.rule.Range;
import io.filon.rule.Span;
import io.filon.rule.live.clock.Micros;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/// Calendar periods of one length in one zone. For one thread.
final class Periods {

    private final Span.Unit unit;
    private final ZoneId zone;
    private final LocalDate first;
    private final long length;

    /// Where each begins, from the one that holds 1970-01-01 on.
    private long[] starts = {};

    Periods(Span.Unit unit, ZoneId zone) {
        this.unit = unit;
        this.zone = zone;
        this.first = Range.start(unit, LocalDate.EPOCH);
        this.length = Range.plus(first, unit, 4000).toEpochDay() * Micros.DAY / 4000;
    }

    /// When the period an instant lies in began.
    long start(long instant) {
        if (instant < ofNumber(0)) {
            LocalDate day = Micros.instant(instant).atZone(zone).toLocalDate();
            return Micros.of(Range.start(unit, day).atStartOfDay(zone).toInstant());
        }
        int number = (int) ((instant - ofNumber(0)) / length);
        while (ofNumber(number) > instant) {
            number--;
        }
        while (ofNumber(number + 1) <= instant) {
            number++;
        }
        return ofNumber(number);
    }

    private long ofNumber(int number) {
        if (number >= starts.length) {
            int known = starts.length;
            starts = Arrays.copyOf(starts, number + 100);
            for (int i = known; i < starts.length; i++) {
                starts[i] =
                        Micros.of(Range.plus(first, unit, i).atStartOfDay(zone).toInstant());
            }
        }
        return starts[number];
    }
}
