package io.filon.stats.matched;

import static io.filon.problem.Require.require;

import io.filon.stats.Cholesky;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is different about the chosen ones among several alternatives of the same person.
///
/// Conditional logistic regression, exact for any number chosen: the likelihood of a choice is the chosen weights'
/// product over the sum of the products of every subset as large, weight w = exp(offset + x b). The sums and their
/// first and second derivatives come from one recursion over the alternatives (Gail, Lubin and Rubinstein 1981), so
/// gradient and curvature are exact; cost alternatives x chosen x covariates². Whatever does not change within a
/// person cancels. Errors are clustered by person (sandwich). It misleads where what tells the alternatives apart
/// also decides which alternatives are looked at; covariates are to be few.
public final class ConditionalLogit {

    private static final int STEPS = 40;
    private static final double ENOUGH = 1e-9;

    /// Beyond a factor of e^12 the choices are told apart perfectly and there is no finite answer.
    private static final double LARGEST = 12;

    /// One choice.
    ///
    /// @param alternatives the covariates, `double[alternatives][covariates]`; the chosen ones come first
    /// @param offsets      known parts of the log weights, `double[alternatives]`
    /// @param chosen       how many were chosen: fewer than there are
    /// @param cluster      whose choice it is
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    public record Choice(double[][] alternatives, double[] offsets, int chosen, int cluster) {

        public Choice {
            require(chosen > 0 && chosen < alternatives.length, "%d of %d chosen", chosen, alternatives.length);
            require(offsets.length == alternatives.length, "%d offsets", offsets.length);
        }

        public static Choice of(double[][] alternatives, int chosen, int cluster) {
            return new Choice(alternatives, new double[alternatives.length], chosen, cluster);
        }

        private boolean tells() {
            for (double[] alternative : alternatives) {
                for (int k = 0; k < alternative.length; k++) {
                    if (alternative[k] != alternatives[0][k]) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    private final List<Choice> choices;
    private final int covariates;

    private ConditionalLogit(List<Choice> choices, int covariates) {
        this.choices = choices;
        this.covariates = covariates;
    }

    /// @return a lift for each covariate, the others held equal; empty when the choices cannot tell
    public static Optional<List<Lift>> fit(List<Choice> choices) {
        List<Choice> telling = choices.stream().filter(Choice::tells).toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        return new ConditionalLogit(telling, telling.getFirst().alternatives[0].length).maximum();
    }

    private Optional<List<Lift>> maximum() {
        double[] b = new double[covariates];
        for (int step = 0; step < STEPS; step++) {
            double[] slope = new double[covariates];
            double[][] bend = new double[covariates][covariates];
            for (Choice choice : choices) {
                Sums sums = new Sums(choice, b);
                sums.addTo(slope, bend);
            }
            Optional<Cholesky> root = Cholesky.of(bend);
            if (root.isEmpty()) {
                return Optional.empty();
            }
            double[] move = root.get().solve(slope);
            double largest = 0;
            for (int k = 0; k < covariates; k++) {
                b[k] += Math.clamp(move[k], -1, 1);
                largest = Math.max(largest, Math.abs(move[k]));
                if (Math.abs(b[k]) > LARGEST) {
                    return Optional.empty();
                }
            }
            if (largest < ENOUGH) {
                return Optional.of(lifts(b, root.get().inverse()));
            }
        }
        return Optional.empty();
    }

    private List<Lift> lifts(double[] b, double[][] inverse) {
        Map<Integer, double[]> byCluster = new HashMap<>();
        for (Choice choice : choices) {
            new Sums(choice, b)
                    .addTo(
                            byCluster.computeIfAbsent(choice.cluster, cluster -> new double[covariates]),
                            new double[covariates][covariates]);
        }
        int clusters = byCluster.size();
        List<Lift> lifts = new ArrayList<>();
        for (int k = 0; k < covariates; k++) {
            double variance = 0;
            for (double[] slope : byCluster.values()) {
                double part = 0;
                for (int l = 0; l < covariates; l++) {
                    part += inverse[k][l] * slope[l];
                }
                variance += part * part;
            }
            double error = Math.sqrt(variance * clusters / Math.max(1, clusters - 1.0));
            double z = error > 0 ? b[k] / error : 0;
            lifts.add(Lift.of(b[k], error, clusters < 2 || error == 0 ? 1 : Lift.chance(z, clusters - 1.0)));
        }
        return lifts;
    }

    /// One choice's part of slope and curvature at b.
    private final class Sums {

        private final Choice choice;
        private final double[] mean;
        private final double[][] square;

        Sums(Choice choice, double[] b) {
            this.choice = choice;
            int m = choice.chosen;
            double[] f = new double[m + 1];
            double[][] g = new double[m + 1][covariates];
            double[][][] h = new double[m + 1][covariates][covariates];
            f[0] = 1;
            int done = 0;
            for (int i = 0; i < choice.alternatives.length; i++) {
                done++;
                add(choice.alternatives[i], weight(i, b), Math.min(m, done), f, g, h);
            }
            mean = g[m];
            square = h[m];
            for (int k = 0; k < covariates; k++) {
                mean[k] /= f[m];
                for (int l = 0; l < covariates; l++) {
                    square[k][l] /= f[m];
                }
            }
        }

        private double weight(int i, double[] b) {
            double log = choice.offsets[i];
            for (int k = 0; k < covariates; k++) {
                log += choice.alternatives[i][k] * b[k];
            }
            return Math.exp(log);
        }

        /// Subsets of j with this alternative are those of j - 1 without it: the largest j first.
        private void add(double[] x, double w, int most, double[] f, double[][] g, double[][][] h) {
            for (int j = most; j >= 1; j--) {
                for (int k = 0; k < covariates; k++) {
                    for (int l = 0; l < covariates; l++) {
                        h[j][k][l] +=
                                w * (h[j - 1][k][l] + x[k] * g[j - 1][l] + x[l] * g[j - 1][k] + x[k] * x[l] * f[j - 1]);
                    }
                }
                for (int k = 0; k < covariates; k++) {
                    g[j][k] += w * (g[j - 1][k] + x[k] * f[j - 1]);
                }
                f[j] += w * f[j - 1];
            }
        }

        void addTo(double[] slope, double[][] bend) {
            for (int k = 0; k < covariates; k++) {
                for (int i = 0; i < choice.chosen; i++) {
                    slope[k] += choice.alternatives[i][k];
                }
                slope[k] -= mean[k];
                for (int l = 0; l < covariates; l++) {
                    bend[k][l] += square[k][l] - mean[k] * mean[l];
                }
            }
        }
    }
}
