package io.filon.rule.live.log;

import io.filon.rule.Measure;
import io.filon.rule.Range;
import io.filon.rule.Span;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.clock.WindowClocks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// An amount over the entries of one matcher in one window that looks at instants only.
///
/// @param measure  what is asked; its events are the matcher's
/// @param part     of a share, the matcher of the part; else -1
/// @param column   of the n-th event's property, its column; else -1
/// @param present  the calendar period now lies in, of a streak
public record LogMeasure(
        Measure.OfEvents measure, int matcher, WindowClocks clocks, int part, int column, WindowClocks present)
        implements Quantity {

    @Override
    public Reading read(LogView view) {
        view.select(matcher, clocks);
        return switch (measure) {
            case Measure.Count _ -> Reading.still(BigDecimal.valueOf(view.size()), view.until());
            case Measure.Periods(Span.Unit unit, int each, var _) -> {
                long full = periods(unit, view).values().stream()
                        .filter(times -> times >= each)
                        .count();
                yield Reading.still(BigDecimal.valueOf(full), view.until());
            }
            case Measure.Streak(Span.Unit unit, var _) -> streak(unit, view);
            case Measure.Share(var _, int base, var _) -> share(base, view);
            case Measure.Nth(int position, var _, var _) -> {
                int index = position > 0 ? position - 1 : view.size() + position;
                boolean there = index >= 0 && index < view.size();
                yield Reading.still(there ? view.value(index, column) : null, view.until());
            }
            case Measure.Since(Measure.End end, Span.Unit unit, var _) -> since(end, unit, view);
            case Measure.Interval(Span.Unit unit, int base, var _) -> {
                long usual = usual(base, view);
                yield Reading.still(usual < 0 ? null : in(unit, usual), view.until());
            }
            case Measure.Overdue(int base, var _) -> overdue(base, view);
            case Measure.Distinct _, Measure.Total _, Measure.Percentile _, Measure.MostFrequent _ ->
                throw new IllegalStateException("a measure of values: " + measure);
        };
    }

    private static Reading share(int part, int base, LogView view) {
        int passing = 0;
        for (int i = 0; i < view.size(); i++) {
            passing += view.matches(i, part) ? 1 : 0;
        }
        return Reading.still(view.size() < base ? null : (double) passing / view.size(), view.until());
    }

    private Reading share(int base, LogView view) {
        return share(part, base, view);
    }

    private static Reading since(Measure.End end, Span.Unit unit, LogView view) {
        if (view.size() == 0) {
            return Reading.still(null, view.until());
        }
        long then = view.time(end == Measure.End.FIRST ? 0 : view.size() - 1);
        return new Reading(in(unit, view.now() - then), 1 / in(unit), view.until());
    }

    private static Reading overdue(int base, LogView view) {
        long usual = usual(base, view);
        if (usual < 0) {
            return Reading.still(null, view.until());
        }
        long since = view.now() - view.time(view.size() - 1);
        return new Reading(since / (double) usual, 1.0 / usual, view.until());
    }

    /// The median interval in microseconds; -1 when there are too few.
    private static long usual(int base, LogView view) {
        long[] gaps = new long[Math.max(0, view.size() - 1)];
        int known = 0;
        for (int i = 1; i < view.size(); i++) {
            long gap = view.time(i) - view.time(i - 1);
            if (gap > 0) {
                gaps[known++] = gap;
            }
        }
        if (known < base) {
            return -1;
        }
        java.util.Arrays.sort(gaps, 0, known);
        return gaps[(known + 1) / 2 - 1];
    }

    private Reading streak(Span.Unit unit, LogView view) {
        Map<LocalDate, Integer> periods = periods(unit, view);
        LocalDate now = Range.start(
                unit,
                Micros.instant(view.now()).atZone(view.zone(clocks.personal())).toLocalDate());
        LocalDate period = periods.containsKey(now) ? now : Range.plus(now, unit, -1);
        long streak = 0;
        while (periods.containsKey(period)) {
            streak++;
            period = Range.plus(period, unit, -1);
        }
        long over = periods.isEmpty()
                ? Micros.NEVER
                : present.in(view.zone(clocks.personal())).pieceEnd(view.now());
        return Reading.still(BigDecimal.valueOf(streak), Math.min(over, view.until()));
    }

    private Map<LocalDate, Integer> periods(Span.Unit unit, LogView view) {
        Map<LocalDate, Integer> periods = new TreeMap<>();
        for (int i = 0; i < view.size(); i++) {
            LocalDate day = Micros.instant(view.time(i))
                    .atZone(view.zone(clocks.personal()))
                    .toLocalDate();
            periods.merge(Range.start(unit, day), 1, Integer::sum);
        }
        return periods;
    }

    private static double in(Span.Unit unit) {
        return unit.seconds() * 1_000_000.0;
    }

    private static double in(Span.Unit unit, long micros) {
        return micros / in(unit);
    }
}
