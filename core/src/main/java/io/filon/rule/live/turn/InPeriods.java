package io.filon.rule.live.turn;

import io.filon.rule.Span;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// In how many days, weeks or months something was done at least so often.
record InPeriods(Rolling window, Span.Unit unit, int each, Steps steps, Map<ZoneId, Periods> calendars)
        implements Turning {

    static InPeriods of(Rolling window, Span.Unit unit, int each, Steps steps) {
        return new InPeriods(window, unit, each, steps, new HashMap<>());
    }

    @Override
    public boolean holds(LogView view) {
        ZoneId zone = view.zone(window.clocks().personal());
        Periods periods = calendars.computeIfAbsent(zone, own -> new Periods(unit, own));
        Selection passed = window.passed(view);
        int inside = window.inside(passed, view);
        long count = count(passed, inside, periods, steps.top());
        long until = window.others(passed, inside, view);
        int least = (int) Math.max(0, steps.since(count));
        if (least > 0) {
            until = Math.min(until, window.leaves(passed, last(passed, inside, periods, least), view));
        }
        view.until(until);
        return steps.holds(count);
    }

    /// How many periods are full; not more than so many.
    private int count(Selection passed, int inside, Periods periods, int most) {
        int full = 0;
        int entry = 0;
        while (entry < inside && full < most) {
            int next = next(passed, entry, inside, periods);
            full += next - entry >= each ? 1 : 0;
            entry = next;
        }
        return full;
    }

    /// The entry with which, when it leaves, fewer than so many periods are full any more.
    private int last(Selection passed, int inside, Periods periods, int least) {
        int full = 0;
        int entry = 0;
        while (true) {
            int next = next(passed, entry, inside, periods);
            full += next - entry >= each ? 1 : 0;
            if (full == least) {
                return entry + each - 1;
            }
            entry = next;
        }
    }

    /// The first entry, going back, of an earlier period.
    private static int next(Selection passed, int entry, int inside, Periods periods) {
        long start = periods.start(passed.time(entry));
        int next = entry + 1;
        while (next < inside && passed.time(next) >= start) {
            next++;
        }
        return next;
    }
}
