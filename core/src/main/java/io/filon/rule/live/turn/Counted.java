package io.filon.rule.live.turn;

import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;

/// How often something was done: it turns when as many have left as are too many.
record Counted(Rolling window, Steps steps) implements Turning {

    @Override
    public boolean holds(LogView view) {
        Selection passed = window.passed(view);
        int first = window.first(passed, view);
        int count = passed.end() - first;
        long until = window.others(passed, first, view);
        long least = steps.since(count);
        if (least > 0) {
            int last = first + (int) (count - least); // with it gone there is one too few
            until = Math.min(until, last < passed.end() ? window.leaves(passed, last, view) : Micros.NEVER);
        }
        view.until(until);
        return steps.holds(count);
    }
}
