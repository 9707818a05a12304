package io.filon.stats;

import java.util.Optional;

// Venzon and Moolgavkar (1988). The root of twice the rise grows nearly in proportion to the distance, so the bound is
// found by proportion in a few steps; what is left free is minimised anew at each, from where it stood before.

/// Between which values of one variable a function, minimised over all others, stays within a rise of its minimum: the
/// interval of a parameter by profile likelihood.
public final class Profile {

    private static final int MAX_STEPS = 12;
    private static final double CLOSE = 1e-3;
    private static final double FLAT = 1e-7;
    private static final int MAX_SEARCH = 60;
    private static final double FIRST_STEP = 0.1;

    private final Objective objective;
    private final double[] best;
    private final double least;
    private final double rise;
    private final double limit;

    /// @param best  where the function is least
    /// @param rise  how far it may be above that
    /// @param limit every variable stays within ±limit
    public Profile(Objective objective, double[] best, double rise, double limit) {
        this.objective = objective;
        this.best = best.clone();
        this.least = objective.valueAndGradient(best, new double[best.length]);
        this.rise = rise;
        this.limit = limit;
    }

    /// Lower and upper bound; infinite where the function does not rise so far.
    ///
    /// @param distance a first guess of how far they are from the best
    public double[] bounds(int variable, double distance) {
        return new double[] {bound(variable, -Math.abs(distance)), bound(variable, Math.abs(distance))};
    }

    private double bound(int variable, double guess) {
        double[] others = without(best, variable);
        Optional<double[][]> known =
                Curvature.of(fixed(variable, best[variable]), others).inverse();
        double distance = Double.isFinite(guess) && guess != 0 ? guess : FIRST_STEP;
        for (int step = 0; step < MAX_STEPS; step++) {
            double at = Math.clamp(best[variable] + distance, -limit, limit);
            QuasiNewton search = new QuasiNewton(fixed(variable, at), limit, FLAT, MAX_SEARCH);
            double[] from = others;
            Optimum end = known.map(inverse -> search.minimise(from, inverse)).orElseGet(() -> search.minimise(from));
            others = end.at();
            double share = Math.sqrt(Math.max(0, end.value() - least) / rise); // 1 at the bound
            if (Math.abs(share - 1) < CLOSE) {
                return at;
            }
            if (Math.abs(at) >= limit && share < 1) {
                return Math.copySign(Double.POSITIVE_INFINITY, guess);
            }
            distance = (at - best[variable]) * Math.clamp(1 / Math.max(share, 1e-9), 0.4, 2.5);
        }
        return Math.clamp(best[variable] + distance, -limit, limit);
    }

    /// The function of the others, one variable held.
    private Objective fixed(int variable, double at) {
        return (free, gradient) -> {
            double[] all = new double[best.length];
            System.arraycopy(free, 0, all, 0, variable);
            all[variable] = at;
            System.arraycopy(free, variable, all, variable + 1, free.length - variable);
            double[] slopes = new double[all.length];
            double value = objective.valueAndGradient(all, slopes);
            System.arraycopy(without(slopes, variable), 0, gradient, 0, gradient.length);
            return value;
        };
    }

    private static double[] without(double[] values, int place) {
        double[] result = new double[values.length - 1];
        System.arraycopy(values, 0, result, 0, place);
        System.arraycopy(values, place + 1, result, place, result.length - place);
        return result;
    }
}
