package io.filon.stats;

import java.util.Optional;

/// The second derivatives of a function at a point, from differences of its gradient, and what follows from them.
public final class Curvature {

    private static final double STEP = 1e-4;

    private final double[][] hessian;

    private Curvature(double[][] hessian) {
        this.hessian = hessian;
    }

    /// Costs two gradients a variable; the error is about 1e-8 of the third derivatives.
    public static Curvature of(Objective objective, double[] at) {
        int n = at.length;
        double[][] rows = new double[n][n];
        double[] up = new double[n];
        double[] down = new double[n];
        for (int i = 0; i < n; i++) {
            double[] moved = at.clone();
            moved[i] = at[i] + STEP;
            objective.valueAndGradient(moved, up);
            moved[i] = at[i] - STEP;
            objective.valueAndGradient(moved, down);
            for (int j = 0; j < n; j++) {
                rows[i][j] = (up[j] - down[j]) / (2 * STEP);
            }
        }
        double[][] symmetric = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i][j] = (rows[i][j] + rows[j][i]) / 2;
            }
        }
        return new Curvature(symmetric);
    }

    /// The inverse, if the point is a proper minimum: all curvatures positive.
    public Optional<double[][]> inverse() {
        return Cholesky.of(hessian).map(Cholesky::inverse);
    }

    /// Newton's step from a gradient, if the point is near a proper minimum.
    public Optional<double[]> newtonStep(double[] gradient) {
        return Cholesky.of(hessian).map(factor -> {
            double[] step = factor.solve(gradient);
            for (int i = 0; i < step.length; i++) {
                step[i] = -step[i];
            }
            return step;
        });
    }
}
