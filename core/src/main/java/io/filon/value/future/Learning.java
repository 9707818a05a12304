package io.filon.value.future;

import io.filon.stats.Cholesky;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How well the past pins a model down: what would have been learnt from other bases drawn from the same customers.
///
/// @param part     the histories from which it would have been learnt
/// @param replicas by replica, how far the logarithms of the parameters were off
@SuppressWarnings("ArrayRecordComponent") // a small matrix, never compared
record Learning(FittedModel fitted, Part part, double[][] replicas) {

    static Learning of(PurchaseModel model, FittedModel fitted, Part part, int replicas) {
        return new Learning(fitted, part, Bootstrap.steps(model, fitted.estimates(), part.histories(), replicas));
    }

    /// Variance of a total of 1.
    double ofTotal(double days) {
        double total = part.total(fitted, days);
        double[] totals = Arrays.stream(replicas)
                .mapToDouble(step -> part.total(moved(step, Math.sqrt(part.scale())), days))
                .toArray();
        double mean = Arrays.stream(totals).average().orElse(0);
        double squares =
                Arrays.stream(totals).map(one -> (one - mean) * (one - mean)).sum();
        return total == 0 ? 0 : squares / (totals.length - 1) / (total * total);
    }

    /// Pairs of models that differ by as much as one independent part of what is unsure: each part lower, then higher
    /// by half a standard error. Empty where there are more parameters than can be told apart.
    List<FittedModel[]> apart(int most) {
        int d = fitted.estimates().curvature().length;
        if (d > most) {
            return List.of();
        }
        return Cholesky.of(covariance(d))
                .map(factor -> IntStream.range(0, d)
                        .mapToObj(k -> {
                            double[] step = IntStream.range(0, d)
                                    .mapToDouble(j -> factor.lower(j, k))
                                    .toArray();
                            return new FittedModel[] {moved(step, -0.5), moved(step, 0.5)};
                        })
                        .toList())
                .orElse(List.of());
    }

    private FittedModel moved(double[] step, double times) {
        double[] values = new double[step.length];
        Arrays.setAll(values, j -> fitted.estimates().value(j) * Math.exp(times * step[j]));
        return fitted.at(values);
    }

    /// Of the logarithms of the parameters, as learnt from all customers.
    private double[][] covariance(int d) {
        double[] mean = new double[d];
        for (double[] step : replicas) {
            for (int j = 0; j < d; j++) {
                mean[j] += step[j] / replicas.length;
            }
        }
        double[][] result = new double[d][d];
        for (double[] step : replicas) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    result[i][j] += (step[i] - mean[i]) * (step[j] - mean[j]) / (replicas.length - 1) * part.scale();
                }
            }
        }
        return result;
    }
}
