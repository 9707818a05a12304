package io.filon.stats;

import java.util.Optional;

/// The triangular square root of a small positive definite matrix.
public final class Cholesky {

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /// @return empty when the matrix is not positive definite, or only just
    public static Optional<Cholesky> of(double[][] matrix) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = l[i];
            for (int j = 0; j <= i; j++) {
                double[] above = l[j];
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * above[k];
                }
                if (i == j) {
                    if (!(sum > 1e-13 * Math.abs(matrix[i][i]))) {
                        return Optional.empty();
                    }
                    row[i] = Math.sqrt(sum);
                } else {
                    row[j] = sum / above[j];
                }
            }
        }
        return Optional.of(new Cholesky(l));
    }

    /// An entry of the lower factor, whose product with its own transpose is the matrix.
    public double lower(int row, int column) {
        return lower[row][column];
    }

    /// x of matrix · x = b.
    public double[] solve(double[] b) {
        int n = b.length;
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    public double[][] inverse() {
        int n = lower.length;
        double[][] result = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            result[i] = solve(unit);
        }
        return result;
    }
}
