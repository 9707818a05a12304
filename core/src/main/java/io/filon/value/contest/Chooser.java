package io.filon.value.contest;

import io.filon.stats.Ranking;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

// A loss is averaged over customers at each origin, then over origins. The contestant with the least is not simply
// taken: a simpler one that is not worse by more than one standard error of the difference wins, unless its total is
// further off or its best tenth holds less. Differences are taken customer by customer, which removes what makes all
// contestants err alike; a customer met at several origins counts as one. A model that could not be learnt on an early
// day is compared with others on the days that both took part in. Losses are made anew for each comparison: to keep
// them would take as many columns of customers as there are contestants times origins.

/// The fixed way a winner is found: least loss on average, and the simplest within one standard error of it.
final class Chooser {

    /// A simpler contestant's total may be off by so much more than the best one's, on average.
    private static final double MORE_BIAS = 0.05;

    /// Its best tenth may hold so much less of what came.
    private static final double LESS_CAPTURED = 0.025;

    private static final double TENTH = 0.1;

    /// What was foretold from one day of the past, and what came.
    interface Day {
        Snapshot known();

        /// By customer; empty of who could not take part.
        double[] forecast(int contestant);

        double[] actual();
    }

    private final int contestants;
    private final int customers;
    private final List<? extends Day> days;
    private final BinaryOperator<double[]> loss;
    private final double[][] losses; // contestant, day; NaN where absent
    private final double[][] misses;
    private final double[][] captured;

    /// @param contestants how many, in order from the simplest
    /// @param customers   of the log
    /// @param loss        by customer, of a forecast and what came
    Chooser(int contestants, int customers, List<? extends Day> days, BinaryOperator<double[]> loss) {
        this.contestants = contestants;
        this.customers = customers;
        this.days = days;
        this.loss = loss;
        losses = absent();
        misses = absent();
        captured = absent();
        for (int c = 0; c < contestants; c++) {
            for (int d = 0; d < days.size(); d++) {
                measure(c, d);
            }
        }
    }

    private double[][] absent() {
        double[][] result = new double[contestants][days.size()];
        Arrays.stream(result).forEach(row -> Arrays.fill(row, Double.NaN));
        return result;
    }

    private void measure(int c, int d) {
        double[] forecast = days.get(d).forecast(c);
        double[] actual = days.get(d).actual();
        if (forecast.length == 0) {
            return;
        }
        double came = Arrays.stream(actual).sum();
        losses[c][d] = Arrays.stream(loss.apply(forecast, actual)).average().orElse(0);
        misses[c][d] = came == 0 ? Double.NaN : (Arrays.stream(forecast).sum() - came) / Math.abs(came);
        captured[c][d] = Ranking.captured(forecast, actual, TENTH);
    }

    /// Over the days it took part in; infinite when there are none.
    double loss(int contestant) {
        return Arrays.stream(losses[contestant])
                .filter(Double::isFinite)
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /// How far a contestant's total was off on each day, as a share of what came; NaN where nothing did or it was
    /// absent.
    List<Double> misses(int contestant) {
        return Arrays.stream(misses[contestant]).boxed().toList();
    }

    /// The winner; -1 when nobody could take part.
    ///
    /// @param able who can be learnt today, and so be of use
    int choose(IntPredicate able) {
        int best = -1;
        for (int c = 0; c < contestants; c++) {
            if (able.test(c) && Double.isFinite(loss(c)) && (best < 0 || difference(losses, c, best) < 0)) {
                best = c;
            }
        }
        for (int c = 0; c < best; c++) {
            if (able.test(c) && passes(c, best)) {
                return c;
            }
        }
        return best;
    }

    /// Whether a simpler contestant is as good as the one with the least loss.
    private boolean passes(int simpler, int best) {
        return difference(losses, simpler, best) <= standardError(simpler, best)
                && difference(absolute(misses), simpler, best) <= MORE_BIAS
                && difference(captured, best, simpler) <= LESS_CAPTURED;
    }

    private static double[][] absolute(double[][] values) {
        return Arrays.stream(values)
                .map(row -> Arrays.stream(row).map(Math::abs).toArray())
                .toArray(double[][]::new);
    }

    /// On average over the days that both took part in; 0 when there are none.
    private static double difference(double[][] of, int one, int other) {
        double sum = 0;
        int count = 0;
        for (int d = 0; d < of[one].length; d++) {
            double difference = of[one][d] - of[other][d];
            if (Double.isFinite(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private double standardError(int one, int other) {
        double[] summed = new double[customers];
        int shared = 0;
        for (Day day : days) {
            double[] a = day.forecast(one);
            double[] b = day.forecast(other);
            if (a.length > 0 && b.length > 0) {
                shared++;
                double[] lossA = loss.apply(a, day.actual());
                double[] lossB = loss.apply(b, day.actual());
                for (int i = 0; i < a.length; i++) {
                    summed[day.known().customer()[i]] += (lossA[i] - lossB[i]) / a.length;
                }
            }
        }
        double mean = Arrays.stream(summed).sum() / customers;
        return Math.sqrt(Arrays.stream(summed).map(x -> (x - mean) * (x - mean)).sum()) / Math.max(1, shared);
    }
}
