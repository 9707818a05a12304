package io.filon.rule.live.turn;

import io.filon.rule.live.log.Column;
import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;

/// A sum or a mean of exact values, kept as whole ten-thousandths: it turns when enough of it has left.
///
/// @param of of the sum and how many values it is of, whether the claim holds
record Summed(Rolling window, int column, Amount of) implements Turning {

    @FunctionalInterface
    interface Amount {
        boolean holds(long sum, int values);
    }

    @Override
    public boolean holds(LogView view) {
        Selection passed = window.passed(view);
        int inside = window.inside(passed, view);
        long sum = 0;
        int values = 0;
        for (int i = 0; i < inside; i++) {
            long code = view.code(passed, i, column);
            if (code != Column.MISSING) {
                sum = Math.addExact(sum, code);
                values++;
            }
        }
        boolean holds = of.holds(sum, values);
        long until = window.others(passed, inside, view);
        for (int i = inside - 1; i >= 0; i--) {
            long code = view.code(passed, i, column);
            if (code != Column.MISSING) {
                sum -= code;
                values--;
                if (of.holds(sum, values) != holds) {
                    until = Math.min(until, window.leaves(passed, i, view));
                    break;
                }
            }
        }
        view.until(until);
        return holds;
    }
}
