package io.filon.stats;

/// A logistic regression: the chance of yes as a smooth function of a few numbers.
///
/// @param weights the first is the constant's
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Logistic(double[] weights) {

    private static final double LIMIT = 30;

    public Logistic {
        weights = weights.clone();
    }

    /// @param rows  features of each case, without the constant
    /// @param ridge penalty on squared weights, the constant's excepted, as if on so many cases
    public static Logistic fit(double[][] rows, boolean[] yes, double ridge) {
        int width = rows[0].length + 1;
        Objective loss = (at, gradient) -> {
            java.util.Arrays.fill(gradient, 0);
            double value = 0;
            for (int i = 0; i < rows.length; i++) {
                double score = score(at, rows[i]);
                double signed = yes[i] ? score : -score;
                value += Math.max(-signed, 0) + Math.log(1 + Math.exp(-Math.abs(signed)));
                double off = chance(score) - (yes[i] ? 1 : 0);
                gradient[0] += off;
                for (int j = 1; j < width; j++) {
                    gradient[j] += off * rows[i][j - 1];
                }
            }
            for (int j = 1; j < width; j++) {
                value += ridge * at[j] * at[j] / 2;
                gradient[j] += ridge * at[j];
            }
            for (int j = 0; j < width; j++) {
                gradient[j] /= rows.length;
            }
            return value / rows.length;
        };
        return new Logistic(new QuasiNewton(loss, LIMIT, 1e-7, 200)
                .minimise(new double[width])
                .at());
    }

    public double chance(double... row) {
        return chance(score(weights, row));
    }

    private static double score(double[] weights, double[] row) {
        double score = weights[0];
        for (int j = 0; j < row.length; j++) {
            score += weights[j + 1] * row[j];
        }
        return score;
    }

    private static double chance(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
