package io.filon.value.model;

import io.filon.stats.Curvature;
import io.filon.stats.Objective;
import io.filon.stats.Optimum;
import io.filon.stats.QuasiNewton;
import io.filon.value.model.Fit.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

// Parameters are searched as logarithms within ±12 on a clock whose unit is the longest history, the objective divided
// by the number of customers. Several starts run on a thinned base; the best is followed on the whole one, polished by
// Newton's step, and only then believed: inside the box, flat to the first order, curved upwards in every direction.

/// The largest likelihood, found from several starts and checked afterwards.
final class Maximum {

    static final double LIMIT = 12;
    private static final double NEAR_LIMIT = LIMIT - 1e-3;

    /// Beyond e⁸ a search of a part is taken to have run away.
    private static final double FAR = 8;
    private static final double FLAT = 1e-7;
    private static final double GOOD_ENOUGH = 1e-5;
    private static final int MAX_STEPS = 300;

    /// A parameter known no better than to a factor of e³, 20 either way, is not known.
    private static final double UNKNOWN = 3;

    sealed interface Search {
        /// @param covariance of the logarithms, already for all customers
        @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
        record Found(double[] logs, double value, double[][] covariance) implements Search {}

        record Lost(int parameter, Reason reason) implements Search {}
    }

    private Maximum() {}

    /// @param coarse    minus log-likelihood by customer on a part of the base; may be `whole`
    /// @param whole     the same on all of it
    /// @param customers divides the curvature
    static Search from(List<double[]> starts, Objective coarse, Objective whole, double customers) {
        if (coarse.equals(whole)) {
            return checked(best(starts, whole, FLAT), whole, customers);
        }
        Optimum part = best(starts, coarse, GOOD_ENOUGH);
        QuasiNewton search = new QuasiNewton(whole, LIMIT, FLAT, MAX_STEPS);
        Optimum end = beyond(part.at(), FAR) >= 0
                ? search.minimise(starts.getLast()) // the part ran away, the whole need not
                : Curvature.of(coarse, part.at())
                        .inverse()
                        .map(known -> search.minimise(part.at(), known))
                        .orElseGet(() -> search.minimise(part.at()));
        return checked(end, whole, customers);
    }

    /// Where the best of several searches ended.
    private static Optimum best(List<double[]> starts, Objective objective, double flat) {
        return starts.stream()
                .map(start -> new QuasiNewton(objective, LIMIT, flat, MAX_STEPS).minimise(start))
                .min(Comparator.comparingDouble(Optimum::value))
                .orElseThrow();
    }

    static double[][] scaled(double[][] matrix, double factor) {
        return Arrays.stream(matrix)
                .map(row -> Arrays.stream(row).map(x -> x * factor).toArray())
                .toArray(double[][]::new);
    }

    private static Search checked(Optimum end, Objective whole, double customers) {
        int outside = beyond(end.at(), NEAR_LIMIT);
        if (outside >= 0 || !Double.isFinite(end.value())) {
            return new Search.Lost(Math.max(0, outside), Reason.RAN_AWAY);
        }
        Curvature curvature = Curvature.of(whole, end.at());
        double[] at = end.at();
        double[] gradient = new double[at.length];
        double value = whole.valueAndGradient(at, gradient);
        Optional<double[]> step = curvature.newtonStep(gradient);
        Optional<double[][]> inverse = curvature.inverse();
        if (step.isEmpty() || inverse.isEmpty() || !(end.steepness() < 1e-4)) {
            return new Search.Lost(largest(at), Reason.FLAT);
        }
        double[] polished = at.clone();
        double moved = 0;
        for (int i = 0; i < at.length; i++) {
            polished[i] += step.get()[i];
            moved = Math.max(moved, Math.abs(step.get()[i]));
        }
        double better = moved < 0.1 ? whole.valueAndGradient(polished, gradient) : Double.POSITIVE_INFINITY;
        double[][] covariance = scaled(inverse.get(), 1 / customers);
        for (int i = 0; i < at.length; i++) {
            if (!(covariance[i][i] < UNKNOWN * UNKNOWN)) {
                return new Search.Lost(i, Reason.FLAT);
            }
        }
        boolean improved = better <= value + 1e-14 * Math.abs(value);
        return new Search.Found(improved ? polished : at, improved ? better : value, covariance);
    }

    private static int beyond(double[] logs, double limit) {
        for (int i = 0; i < logs.length; i++) {
            if (Math.abs(logs[i]) >= limit) {
                return i;
            }
        }
        return -1;
    }

    private static int largest(double[] logs) {
        int most = 0;
        for (int i = 1; i < logs.length; i++) {
            most = Math.abs(logs[i]) > Math.abs(logs[most]) ? i : most;
        }
        return most;
    }
}
