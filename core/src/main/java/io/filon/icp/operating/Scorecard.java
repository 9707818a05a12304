package io.filon.icp.operating;

import io.filon.discovery.lens.LensAttribute;
import io.filon.discovery.search.Condition;
import io.filon.stats.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// Ridge regression (Hoerl and Kennard 1970) of the customers' value on which value of each attribute they have, one
// weight a value; the penalty is chosen among six by five-fold cross-validation inside the half learned from. The sum
// is laid on 0 to 100 between the 1 % and the 99 % point of the customers learned from. It adds up what each thing says
// alone: two things that matter only together it misses.

/// How well a customer fits, 0 to 100, as a sum of visible weights.
///
/// @param start   points of everybody
/// @param weights points for what is known
/// @param points  by attribute, then by code
record Scorecard(double start, List<Weight> weights, List<double[]> points) {

    private static final double[] PENALTIES = {10, 30, 100, 300, 1000, 3000};
    private static final int FOLDS = 5;

    /// @param condition null for everything else
    record Weight(LensAttribute of, Condition condition, double points) {}

    /// @param values what each customer left
    static Scorecard of(Known known, double[] values, int[] learn) {
        double[] errors = new double[PENALTIES.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            int[] part = java.util.stream.IntStream.range(0, learn.length)
                    .filter(i -> i % FOLDS != left)
                    .map(i -> learn[i])
                    .toArray();
            Fit fit = new Fit(known, values, part);
            for (int p = 0; p < PENALTIES.length; p++) {
                double[] weights = fit.weights(PENALTIES[p]);
                for (int i = fold; i < learn.length; i += FOLDS) {
                    double off = fit.mean + fit.sum(weights, learn[i]) - values[learn[i]];
                    errors[p] += off * off;
                }
            }
        }
        int best = 0;
        for (int p = 1; p < errors.length; p++) {
            best = errors[p] < errors[best] ? p : best;
        }
        Fit fit = new Fit(known, values, learn);
        return laid(known, fit, fit.weights(PENALTIES[best]), learn);
    }

    double score(Known known, int customer) {
        double score = start;
        for (int a = 0; a < points.size(); a++) {
            score += points.get(a)[known.attributes().get(a).codes()[customer]];
        }
        return Math.clamp(score, 0, 100);
    }

    private static Scorecard laid(Known known, Fit fit, double[] weights, int[] learn) {
        double[] sums = Arrays.stream(learn)
                .mapToDouble(customer -> fit.sum(weights, customer))
                .sorted()
                .toArray();
        double low = sums[sums.length / 100];
        double high = sums[sums.length - 1 - sums.length / 100];
        double scale = high > low ? 100 / (high - low) : 0;
        double start = -low * scale;
        double[][] points = new double[known.attributes().size()][];
        List<Weight> said = new ArrayList<>();
        for (int a = 0; a < points.length; a++) {
            Known.Attribute attribute = known.attributes().get(a);
            points[a] = new double[attribute.size()];
            for (int code = 0; code < attribute.size(); code++) {
                points[a][code] = weights[fit.first[a] + code] * scale;
            }
            double least = Arrays.stream(points[a]).min().orElse(0);
            for (int code = 0; code < attribute.size(); code++) {
                points[a][code] -= least;
                if (code < attribute.values().size()) {
                    said.add(new Weight(attribute.of(), attribute.values().get(code), points[a][code]));
                }
            }
            start += least;
        }
        return new Scorecard(start, said, List.of(points));
    }

    /// The sums that any penalty needs, made once.
    private static final class Fit {
        private final Known known;
        private final int[] first;
        private final double mean;
        private final double[][] products;
        private final double[] towards;

        Fit(Known known, double[] values, int[] customers) {
            this.known = known;
            first = new int[known.attributes().size() + 1];
            for (int a = 0; a < known.attributes().size(); a++) {
                first[a + 1] = first[a] + known.attributes().get(a).size();
            }
            int width = first[first.length - 1];
            products = new double[width][width];
            towards = new double[width];
            mean = Arrays.stream(customers)
                    .mapToDouble(customer -> values[customer])
                    .average()
                    .orElse(0);
            int[] at = new int[known.attributes().size()];
            for (int customer : customers) {
                for (int a = 0; a < at.length; a++) {
                    at[a] = first[a] + known.attributes().get(a).codes()[customer];
                    towards[at[a]] += values[customer] - mean;
                    for (int b = 0; b <= a; b++) {
                        products[at[a]][at[b]]++;
                    }
                }
            }
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < i; j++) {
                    double both = products[i][j] + products[j][i];
                    products[i][j] = both;
                    products[j][i] = both;
                }
            }
        }

        double[] weights(double penalty) {
            double[][] ridged = new double[products.length][];
            for (int i = 0; i < ridged.length; i++) {
                ridged[i] = products[i].clone();
                ridged[i][i] += penalty;
            }
            return Cholesky.of(ridged)
                    .orElseThrow(() -> new IllegalStateException("a penalised sum of squares has a root"))
                    .solve(towards);
        }

        double sum(double[] weights, int customer) {
            double sum = 0;
            for (int a = 0; a < first.length - 1; a++) {
                sum += weights[first[a] + known.attributes().get(a).codes()[customer]];
            }
            return sum;
        }
    }
}
