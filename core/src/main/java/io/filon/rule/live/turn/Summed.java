package io.filon.rule.live.turn;

import io.filon.rule.live.log.LogView;
import io.filon.rule.live.log.Selection;
import io.filon.rule.live.log.Sums;

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
        Sums sums = passed.sums(column, inside);
        boolean holds = of.holds(sums.sum(inside), sums.values(inside));
        long until = window.others(passed, inside, view);
        for (int left = inside - 1; left >= 0; left--) {
            if (of.holds(sums.sum(left), sums.values(left)) != holds) {
                until = Math.min(until, window.leaves(passed, left, view));
                break;
            }
        }
        view.until(until);
        return holds;
    }
}
