package io.filon.value.contest;

import static io.filon.problem.Require.require;

import java.util.List;

// A loss is averaged over customers at each origin, then over origins. The contestant with the least is not simply
// taken:
// a simpler one that is not worse by more than one standard error of the difference wins. Differences are taken
// customer
// by customer, which removes what makes all contestants err alike; a customer met at several origins counts as one.

/// The fixed way a winner is found: least loss on average, and the simplest within one standard error of it.
final class Chooser {

    private final int customers;
    private final double[][] summed; // contestant, customer of the log
    private int origins;

    Chooser(int contestants, int customers) {
        this.customers = customers;
        summed = new double[contestants][customers];
    }

    /// Adds one origin.
    ///
    /// @param losses contestant by customer of the snapshot; an empty row is somebody who could not take part
    void add(Snapshot known, List<double[]> losses) {
        require(losses.size() == summed.length, "%d losses of %d contestants", losses.size(), summed.length);
        origins++;
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

    /// The winner, contestants being in order from the simplest; -1 when nobody could take part.
    int choose() {
        int best = -1;
        for (int c = 0; c < summed.length; c++) {
            if (Double.isFinite(loss(c)) && (best < 0 || loss(c) < loss(best))) {
                best = c;
            }
        }
        for (int c = 0; c < best; c++) {
            if (Double.isFinite(loss(c)) && loss(c) - loss(best) <= standardError(c, best)) {
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
