package io.filon.rule.live.turn;

import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;

/// The share of events that pass another matcher too, of at least so many.
record Shared(Rolling window, int part, int base, Doubles claim) implements Turning {

    @Override
    public boolean holds(LogView view) {
        Selection passed = window.passed(view);
        int all = window.inside(passed, view);
        int parts = 0;
        for (int i = 0; i < all; i++) {
            parts += view.passes(passed, i, part) ? 1 : 0;
        }
        boolean holds = holds(parts, all);
        long until = window.others(passed, all, view);
        for (int i = all - 1; i >= 0; i--) {
            parts -= view.passes(passed, i, part) ? 1 : 0;
            if (holds(parts, i) != holds) {
                until = Math.min(until, window.leaves(passed, i, view));
                break;
            }
        }
        view.until(until);
        return holds;
    }

    private boolean holds(int parts, int all) {
        return all >= base && all > 0 && claim.holds((double) parts / all);
    }
}
