package io.filon.value.future;

import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How well the past pins a model down: what was learnt anew from other bases drawn from the same customers.
///
/// @param part     the histories it was learnt anew from
/// @param replicas what came of it
record Learning(FittedModel fitted, Part part, List<FittedModel> replicas) {

    private static final int TURNS = 200;

    static Learning of(PurchaseModel model, FittedModel fitted, Part part, int replicas) {
        return new Learning(fitted, part, Bootstrap.replicas(model, fitted.estimates(), part.histories(), replicas));
    }

    /// Variance of a total of 1.
    double ofTotal(double days) {
        double total = part.total(fitted, days);
        return total == 0 || replicas.size() < 2 ? 0 : spread(days) / (total * total) * part.scale();
    }

    private double spread(double days) {
        double[] totals =
                replicas.stream().mapToDouble(model -> part.total(model, days)).toArray();
        double mean = Arrays.stream(totals).average().orElse(0);
        double squares = 0;
        for (double total : totals) {
            squares += (total - mean) * (total - mean);
        }
        return squares / (totals.length - 1);
    }

    /// How far each group's orders move with the few independent parts that most of what is unsure lies along: the
    /// principal components of what was learnt anew. Empty without replicas.
    ///
    /// @param all of whom orders are expected
    List<double[]> moves(PurchaseHistories all, double days, int most) {
        if (replicas.size() < 2) {
            return List.of();
        }
        double[][] off = replicas.stream()
                .map(model -> model.expectedOrders(all, days))
                .toArray(double[][]::new);
        centre(off);
        double size = Math.sqrt(part.scale() / (off.length - 1));
        List<double[]> moves = new ArrayList<>();
        for (int k = 0; k < most; k++) {
            double[] along = new double[all.groups()];
            double[] direction = strongest(products(off, all));
            for (int r = 0; r < off.length; r++) {
                for (int i = 0; i < along.length; i++) {
                    along[i] += direction[r] * off[r][i];
                }
            }
            for (int r = 0; r < off.length; r++) { // what is left lies across it
                for (int i = 0; i < along.length; i++) {
                    off[r][i] -= direction[r] * along[i];
                }
            }
            moves.add(Arrays.stream(along).map(move -> move * size).toArray());
        }
        return moves;
    }

    private static void centre(double[][] rows) {
        for (int i = 0; i < rows[0].length; i++) {
            double mean = 0;
            for (double[] row : rows) {
                mean += row[i] / rows.length;
            }
            for (double[] row : rows) {
                row[i] -= mean;
            }
        }
    }

    /// Of each two rows, customers counted.
    private static double[][] products(double[][] rows, PurchaseHistories all) {
        double[][] result = new double[rows.length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int s = 0; s <= r; s++) {
                double sum = 0;
                for (int i = 0; i < rows[r].length; i++) {
                    sum += all.customers(i) * rows[r][i] * rows[s][i];
                }
                result[r][s] = sum;
                result[s][r] = sum;
            }
        }
        return result;
    }

    /// The first eigenvector, by turning towards it again and again; no direction where nothing is left.
    private static double[] strongest(double[][] products) {
        double[] direction = new double[products.length];
        Arrays.setAll(direction, r -> 1 + r % 7);
        for (int turn = 0; turn < TURNS; turn++) {
            double[] next = new double[direction.length];
            for (int r = 0; r < next.length; r++) {
                for (int s = 0; s < next.length; s++) {
                    next[r] += products[r][s] * direction[s];
                }
            }
            double length = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
            Arrays.setAll(direction, r -> length == 0 ? 0 : next[r] / length);
        }
        return direction;
    }
}
