package io.filon.rule.live.turn;

import io.filon.rule.Span;
import io.filon.rule.live.clock.Micros;
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
        int first = window.first(passed, view);
        int count = full(passed, first, periods, Integer.MAX_VALUE, true);
        long until = window.others(passed, first, view);
        long least = steps.since(count);
        if (least > 0) {
            int last = full(passed, first, periods, (int) (count - least), false);
            until = Math.min(until, last < passed.end() ? window.leaves(passed, last, view) : Micros.NEVER);
        }
        view.until(until);
        return steps.holds(count);
    }

    /// @param skip how many full periods to go over before the one wanted
    /// @return how many are full; or the entry of the wanted one with which it is not full any more
    private int full(Selection passed, int first, Periods periods, int skip, boolean counted) {
        int full = 0;
        int start = first;
        while (start < passed.end()) {
            long over = periods.end(passed.time(start));
            int end = start + 1;
            while (end < passed.end() && passed.time(end) < over) {
                end++;
            }
            if (end - start >= each) {
                if (full == skip) {
                    return end - each;
                }
                full++;
            }
            start = end;
        }
        return counted ? full : passed.end();
    }
}
