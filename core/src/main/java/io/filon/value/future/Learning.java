package io.filon.value.future;

import io.filon.stats.Cholesky;
import io.filon.value.model.Estimates;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How well the past pins a model down: what was learnt anew from other bases drawn from the same customers.
///
/// @param part     the histories it was learnt anew from
/// @param replicas what came of it
record Learning(FittedModel fitted, Part part, List<FittedModel> replicas) {

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

    /// Pairs of models that differ by as much as one independent part of what is unsure: each part lower, then higher
    /// by half a standard error. Empty where there are more parameters than can be told apart.
    List<FittedModel[]> apart(int most) {
        int d = fitted.estimates().curvature().length;
        if (d > most || replicas.size() <= d) {
            return List.of();
        }
        return Cholesky.of(covariance(d))
                .map(factor -> IntStream.range(0, d)
                        .mapToObj(k -> new FittedModel[] {moved(factor, k, -0.5), moved(factor, k, 0.5)})
                        .toList())
                .orElse(List.of());
    }

    private FittedModel moved(Cholesky factor, int part, double by) {
        Estimates estimates = fitted.estimates();
        double[] values = new double[estimates.curvature().length];
        for (int j = 0; j < values.length; j++) {
            values[j] = estimates.value(j) * Math.exp(by * factor.lower(j, part));
        }
        return fitted.at(values);
    }

    /// Of the logarithms of the parameters.
    private double[][] covariance(int d) {
        double[] mean = new double[d];
        for (FittedModel model : replicas) {
            for (int j = 0; j < d; j++) {
                mean[j] += Math.log(model.estimates().value(j)) / replicas.size();
            }
        }
        double[][] result = new double[d][d];
        for (FittedModel model : replicas) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    result[i][j] += (Math.log(model.estimates().value(i)) - mean[i])
                            * (Math.log(model.estimates().value(j)) - mean[j])
                            / (replicas.size() - 1)
                            * part.scale();
                }
            }
        }
        return result;
    }
}
