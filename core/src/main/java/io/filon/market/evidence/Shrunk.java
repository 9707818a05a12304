package io.filon.market.evidence;

import static io.filon.problem.Require.require;

/// Group figures drawn towards the whole, the more the fewer cases a group has.
///
/// Idea: what groups truly differ by is what they seem to differ by, less what so few cases make by chance (empirical
/// Bayes; for shares the beta-binomial's moments, for means the normal-normal's). No true difference seen: all get the
/// whole's figure.
final class Shrunk {

    private Shrunk() {}

    /// @param successes by group, out of `cases`
    /// @return by group, 0..1; the whole's share where a group has no case
    static double[] shares(double[] successes, double[] cases) {
        require(successes.length == cases.length, "a count of cases for each group");
        double all = sum(cases);
        double whole = all == 0 ? 0 : sum(successes) / all;
        double[] means = new double[cases.length];
        double[] errors = new double[cases.length];
        for (int i = 0; i < cases.length; i++) {
            means[i] = cases[i] == 0 ? whole : successes[i] / cases[i];
            errors[i] = cases[i] == 0 ? Double.POSITIVE_INFINITY : whole * (1 - whole) / cases[i];
        }
        return towards(whole, means, errors, cases);
    }

    /// @param means  by group
    /// @param spread variance of one case, the same for all groups
    static double[] means(double whole, double[] means, double spread, double[] cases) {
        double[] errors = new double[cases.length];
        for (int i = 0; i < cases.length; i++) {
            errors[i] = cases[i] == 0 ? Double.POSITIVE_INFINITY : spread / cases[i];
        }
        return towards(whole, means, errors, cases);
    }

    private static double[] towards(double whole, double[] means, double[] errors, double[] cases) {
        // the variance between groups, by moments with the cases as weights
        double seen = 0;
        double chance = 0;
        double weights = 0;
        for (int i = 0; i < means.length; i++) {
            if (cases[i] > 0) {
                seen += cases[i] * (means[i] - whole) * (means[i] - whole);
                chance += cases[i] * errors[i];
                weights += cases[i];
            }
        }
        double between = weights == 0 ? 0 : Math.max(0, (seen - chance) / weights);
        double[] drawn = new double[means.length];
        for (int i = 0; i < means.length; i++) {
            double own = between == 0 || cases[i] == 0 ? 0 : between / (between + errors[i]);
            drawn[i] = whole + own * (means[i] - whole);
        }
        return drawn;
    }

    private static double sum(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number;
        }
        return sum;
    }
}
