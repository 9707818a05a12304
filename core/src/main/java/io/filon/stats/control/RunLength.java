package io.filon.stats.control;

import static io.filon.problem.Require.require;

import io.filon.stats.Quadrature;

// The chart is Z_t = (1 - w) Z_{t-1} + w Q_t with Q_t independent standard normal, from 0; it signals when |Z_t|
// exceeds h = L sqrt(w / (2 - w)). The average number of points until it does, from z, is
//     A(z) = 1 + (1/w) integral over (-h, h) of A(x) phi((x - (1 - w) z) / w) dx
// (Crowder 1987, Technometrics 29, equation 1; Lucas and Saccucci 1990, Technometrics 32, table 3 for values), solved
// by Nystrom's method on Gauss-Legendre nodes: within 1e-6 of the value for w of 0.05 and more with 96 nodes.

/// How many points an EWMA chart shows, on average, before it signals.
///
/// @param weight w, what the newest point counts, over 0 and up to 1
public record RunLength(double weight) {

    private static final int NODES = 96;

    public RunLength {
        require(weight > 0 && weight <= 1, "weight (%s) must be over 0 and up to 1", weight);
    }

    /// @param limit L, in standard deviations of the chart
    /// @param shift of every point's mean, in standard deviations; 0 for false alarms
    public double average(double limit, double shift) {
        double reach = limit * Math.sqrt(weight / (2 - weight));
        Quadrature rule = Quadrature.uniform(NODES);
        double[][] system = new double[NODES][NODES + 1];
        for (int i = 0; i < NODES; i++) {
            double from = reach * (2 * rule.node(i) - 1);
            for (int j = 0; j < NODES; j++) {
                system[i][j] = (i == j ? 1 : 0) - step(rule, j, from, reach, shift);
            }
            system[i][NODES] = 1;
        }
        double[] lengths = solved(system);
        double average = 1;
        for (int j = 0; j < NODES; j++) {
            average += step(rule, j, 0, reach, shift) * lengths[j];
        }
        return average;
    }

    /// The limit L at which a chart without any change signals once in so many points, by halving.
    ///
    /// @param average over 1
    public double limit(double average) {
        require(average > 1, "an average run (%s) must be over 1", average);
        double low = 0.01;
        double high = 8;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (average(middle, 0) < average) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double step(Quadrature rule, int j, double from, double reach, double shift) {
        double to = reach * (2 * rule.node(j) - 1);
        double point = (to - (1 - weight) * from) / weight - shift;
        return rule.weight(j) * 2 * reach / weight * Math.exp(-point * point / 2) / Math.sqrt(2 * Math.PI);
    }

    /// Gauss with partial pivots; the last column is the right-hand side.
    private static double[] solved(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(system[row][column]) > Math.abs(system[pivot][column])) {
                    pivot = row;
                }
            }
            double[] swapped = system[column];
            system[column] = system[pivot];
            system[pivot] = swapped;
            for (int row = column + 1; row < n; row++) {
                double factor = system[row][column] / system[column][column];
                for (int k = column; k <= n; k++) {
                    system[row][k] -= factor * system[column][k];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = system[row][n];
            for (int k = row + 1; k < n; k++) {
                rest -= system[row][k] * solution[k];
            }
            solution[row] = rest / system[row][row];
        }
        return solution;
    }
}
