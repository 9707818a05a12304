package io.filon.rule.live.turn;

import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;

/// How often something was done: it turns when as many have left as are too many. Beyond the greatest number the claim
/// asks for, nobody counts.
record Counted(Rolling window, Steps steps) implements Turning {

    @Override
    public boolean holds(LogView view) {
        Selection passed = window.passed(view);
        int count = window.inside(passed, view, steps.top());
        // with this many or more, those that come or come back change nothing
        long until = count == steps.top() ? passed.coming() : window.others(passed, count, view);
        int least = (int) Math.max(0, steps.since(count));
        if (least > 0) {
            until = Math.min(until, window.leaves(passed, least - 1, view)); // with it gone there is one too few
        }
        view.until(until);
        return steps.holds(count);
    }
}
