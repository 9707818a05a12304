package io.filon.rule.live.turn;

import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;

/// The share of events that pass another matcher too, of at least so many.
record Shared(Rolling window, int part, int base, Doubles claim) implements Turning {

    @Override
    public boolean holds(LogView view) {
        Selection passed = window.passed(view);
        int first = window.first(passed, view);
        int parts = 0;
        for (int i = first; i < passed.end(); i++) {
            parts += view.passes(passed, i, part) ? 1 : 0;
        }
        int all = passed.end() - first;
        boolean holds = holds(parts, all);
        long until = window.others(passed, first, view);
        for (int i = first; i < passed.end(); i++) {
            parts -= view.passes(passed, i, part) ? 1 : 0;
            all--;
            if (holds(parts, all) != holds) {
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
