package io.filon.fit;

import io.filon.stats.Cholesky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// Ridge regression of the net value on bins (Hoerl & Kennard 1970), one weight a bin, weights of an attribute centred
// on its leads so that the base is the average and every weight is money more or less than it: what a reason says is
// exactly what was added. The penalty counts as so many average leads in every bin; it is chosen by five-fold
// cross-validation within the leads it is fitted on, the strongest within one standard error of the best; infinitely
// strong is the mean for everybody. Cost: leads times squared attributes, and cubed bins once a penalty. Misleads where
// two attributes only matter together: then a tree would find what this cannot.

/// An additive scorecard in money.
///
/// @param base       what the average lead leaves
/// @param attributes with the weights of their bins
/// @param penalty    leads that every bin is shrunk by; infinite when nothing tells leads apart
record Scorecard(double base, List<Attribute> attributes, double penalty) {

    private static final double[] PENALTIES = {1000, 300, 100, 30, 10, 3};
    private static final int FOLDS = 5;
    private static final double CUT = 0.995;

    Scorecard {
        attributes = List.copyOf(attributes);
    }

    /// No single lead may decide what its facts are worth: values beyond the ends of 99 in 100 count as those ends, and
    /// what that takes off is given back to all alike.
    static double[] cut(double[] net) {
        double[] sorted = net.clone();
        Arrays.sort(sorted);
        double low = sorted[(int) ((1 - CUT) * (sorted.length - 1))];
        double high = sorted[(int) (CUT * (sorted.length - 1))];
        double[] cut =
                Arrays.stream(net).map(value -> Math.clamp(value, low, high)).toArray();
        double back = (sum(net) - sum(cut)) / net.length;
        return Arrays.stream(cut).map(value -> value + back).toArray();
    }

    static Scorecard fit(List<Attribute> attributes, int[][] codes, double[] net) {
        double penalty = chosen(attributes, codes, net);
        if (Double.isInfinite(penalty)) {
            return new Scorecard(Arrays.stream(net).average().orElse(0), List.of(), penalty);
        }
        int[] all = java.util.stream.IntStream.range(0, net.length).toArray();
        double[] weights = weights(attributes, codes, net, all, penalty);
        return centred(attributes, codes, weights, penalty);
    }

    /// @return infinite when no penalty beats the mean by more than its own error
    private static double chosen(List<Attribute> attributes, int[][] codes, double[] net) {
        int tried = PENALTIES.length + 1;
        double[][] errors = new double[tried][net.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            int[] in = java.util.stream.IntStream.range(0, net.length)
                    .filter(i -> i % FOLDS != part)
                    .toArray();
            double mean = Arrays.stream(in).mapToDouble(i -> net[i]).average().orElse(0);
            for (int p = 0; p < tried; p++) {
                double[] weights = p == 0 || attributes.isEmpty()
                        ? new double[0]
                        : weights(attributes, codes, net, in, PENALTIES[p - 1]);
                for (int i = part; i < net.length; i += FOLDS) {
                    double off = net[i] - (weights.length == 0 ? mean : sum(attributes, codes[i], weights));
                    errors[p][i] = off * off;
                }
            }
        }
        int best = 0;
        for (int p = 1; p < tried; p++) {
            best = sum(errors[p]) < sum(errors[best]) ? p : best;
        }
        for (int p = 0; p < best; p++) {
            if (withinOneError(errors[p], errors[best])) {
                best = p;
            }
        }
        return best == 0 ? Double.POSITIVE_INFINITY : PENALTIES[best - 1];
    }

    private static boolean withinOneError(double[] simple, double[] best) {
        int n = simple.length;
        double mean = (sum(simple) - sum(best)) / n;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += Math.pow(simple[i] - best[i] - mean, 2);
        }
        return mean <= Math.sqrt(squares / Math.max(1, n - 1) / n);
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    /// The first weight is the constant's.
    private static double[] weights(
            List<Attribute> attributes, int[][] codes, double[] net, int[] rows, double penalty) {
        int width = 1 + attributes.stream().mapToInt(Attribute::bins).sum();
        int[] starts = starts(attributes);
        double[][] gram = new double[width][width];
        double[] right = new double[width];
        int[] on = new int[attributes.size() + 1];
        for (int row : rows) {
            for (int a = 0; a < starts.length; a++) {
                on[a + 1] = starts[a] + codes[row][a];
            }
            for (int i : on) {
                right[i] += net[row];
                for (int j : on) {
                    gram[i][j]++;
                }
            }
        }
        for (int i = 1; i < width; i++) {
            gram[i][i] += penalty;
        }
        return Cholesky.of(gram)
                .orElseThrow(() -> new IllegalStateException("a penalised matrix is positive definite"))
                .solve(right);
    }

    private static double sum(List<Attribute> attributes, int[] codes, double[] weights) {
        double sum = weights[0];
        int start = 1;
        for (int a = 0; a < codes.length; a++) {
            sum += weights[start + codes[a]];
            start += attributes.get(a).bins();
        }
        return sum;
    }

    private static int[] starts(List<Attribute> attributes) {
        int[] starts = new int[attributes.size()];
        int next = 1;
        for (int a = 0; a < starts.length; a++) {
            starts[a] = next;
            next += attributes.get(a).bins();
        }
        return starts;
    }

    private static Scorecard centred(List<Attribute> attributes, int[][] codes, double[] weights, double penalty) {
        double base = weights[0];
        List<Attribute> centred = new ArrayList<>();
        int[] starts = starts(attributes);
        for (int a = 0; a < starts.length; a++) {
            double mean = 0;
            for (int[] row : codes) {
                mean += weights[starts[a] + row[a]] / codes.length;
            }
            base += mean;
            List<Double> learnt = new ArrayList<>();
            for (int bin = 0; bin < attributes.get(a).bins(); bin++) {
                learnt.add(weights[starts[a] + bin] - mean);
            }
            centred.add(attributes.get(a).weighted(learnt));
        }
        return new Scorecard(base, centred, penalty);
    }
}
