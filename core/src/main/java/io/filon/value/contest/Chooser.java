package io.filon.value.contest;

import static io.filon.problem.Require.require;

import io.filon.stats.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// A loss is averaged over customers at each origin, then over origins. The contestant with the least is not simply
// taken: a simpler one that is not worse by more than one standard error of the difference wins, unless its total is
// further off or its best tenth holds less. Differences are taken customer by customer, which removes what makes all
// contestants err alike; a customer met at several origins counts as one.

/// The fixed way a winner is found: least loss on average, and the simplest within one standard error of it.
final class Chooser {

    /// A simpler contestant's total may be off by so much more than the best one's, on average.
    private static final double MORE_BIAS = 0.05;

    /// Its best tenth may hold so much less of what came.
    private static final double LESS_CAPTURED = 0.025;

    private static final double TENTH = 0.1;

    private final int customers;
    private final double[][] summed; // contestant, customer of the log
    private final List<double[]> misses = new ArrayList<>(); // of each origin, by contestant
    private final double[] captured;
    private int origins;

    Chooser(int contestants, int customers) {
        this.customers = customers;
        summed = new double[contestants][customers];
        captured = new double[contestants];
    }

    /// Adds one origin.
    ///
    /// @param losses    contestant by customer of the snapshot; an empty row is somebody who could not take part
    /// @param forecasts by contestant
    /// @param actual    what came
    void add(Snapshot known, List<double[]> losses, List<double[]> forecasts, double[] actual) {
        require(losses.size() == summed.length, "%d losses of %d contestants", losses.size(), summed.length);
        origins++;
        misses.add(forecasts.stream()
                .mapToDouble(forecast -> miss(forecast, actual))
                .toArray());
        for (int c = 0; c < captured.length; c++) {
            double[] forecast = forecasts.get(c);
            captured[c] += forecast.length == 0 ? 0 : Ranking.captured(forecast, actual, TENTH);
        }
        for (int c = 0; c < summed.length; c++) {
            double[] loss = losses.get(c);
            for (int i = 0; i < known.size(); i++) {
                summed[c][known.customer()[i]] += loss.length == 0 ? Double.POSITIVE_INFINITY : loss[i] / known.size();
            }
        }
    }

    int origins() {
        return origins;
    }

    double loss(int contestant) {
        double sum = 0;
        for (double loss : summed[contestant]) {
            sum += loss;
        }
        return sum / origins;
    }

    /// How far a contestant's total was off at each origin, as a share of what came; NaN where nothing did.
    List<Double> misses(int contestant) {
        return misses.stream().map(origin -> origin[contestant]).toList();
    }

    private static double miss(double[] forecast, double[] actual) {
        double came = Arrays.stream(actual).sum();
        return forecast.length == 0 || came == 0
                ? Double.NaN
                : (Arrays.stream(forecast).sum() - came) / Math.abs(came);
    }

    private double bias(int contestant) {
        return misses(contestant).stream()
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .average()
                .orElse(0);
    }

    /// Whether a simpler contestant passes both guards beside the one with the least loss.
    private boolean passes(int simpler, int best) {
        return bias(simpler) <= bias(best) + MORE_BIAS
                && captured[simpler] / origins >= captured[best] / origins - LESS_CAPTURED;
    }

    /// The winner, contestants being in order from the simplest; -1 when nobody could take part.
    int choose() {
        int best = -1;
        for (int c = 0; c < summed.length; c++) {
            if (Double.isFinite(loss(c)) && (best < 0 || loss(c) < loss(best))) {
                best = c;
            }
        }
        for (int c = 0; c < best; c++) {
            if (Double.isFinite(loss(c)) && loss(c) - loss(best) <= standardError(c, best) && passes(c, best)) {
                return c;
            }
        }
        return best;
    }

    private double standardError(int one, int other) {
        double mean = (loss(one) - loss(other)) * origins / customers;
        double squares = 0;
        for (int i = 0; i < customers; i++) {
            double off = summed[one][i] - summed[other][i] - mean;
            squares += off * off;
        }
        return Math.sqrt(squares) / origins;
    }
}
