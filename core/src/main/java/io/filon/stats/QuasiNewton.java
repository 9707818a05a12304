package io.filon.stats;

import java.util.Arrays;

// BFGS with two fences. A step is at most `MAX_STEP` in any coordinate, so that one bad curvature estimate cannot throw
// a parameter to 1e64; and coordinates stay within ±limit. A coordinate that leans on the box is held there for the
// step. The line search halves until Armijo's condition holds (c = 1e-4); curvature is learnt only from steps that show
// some. Nocedal and Wright (2006), algorithms 3.1 and 6.1.

/// Minimises a smooth function of a few variables inside a box, taking bounded steps.
public final class QuasiNewton {

    private static final double MAX_STEP = 2;
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final int MAX_HALVINGS = 30;

    /// Relative to the value: along a valley without end each step gains less, and no digit that is shown changes.
    private static final double NO_GAIN = 1e-10;

    private final Objective objective;
    private final double limit;
    private final double flat;
    private final int maxSteps;
    private int evaluations;

    /// @param limit    every coordinate stays within ±limit
    /// @param flat     ends when no free partial derivative is larger
    /// @param maxSteps ends after so many steps in any case
    public QuasiNewton(Objective objective, double limit, double flat, int maxSteps) {
        this.objective = objective;
        this.limit = limit;
        this.flat = flat;
        this.maxSteps = maxSteps;
    }

    public Optimum minimise(double[] start) {
        return minimise(start, identity(start.length), true);
    }

    /// @param inverse what is known of the inverse of the second derivatives
    public Optimum minimise(double[] start, double[][] inverse) {
        return minimise(start, Arrays.stream(inverse).map(double[]::clone).toArray(double[][]::new), false);
    }

    /// @param known changed as curvature is learnt
    /// @param plain whether nothing is known yet
    private Optimum minimise(double[] start, double[][] known, boolean plain) {
        int n = start.length;
        double[] x = start.clone();
        double[] g = new double[n];
        double value = evaluate(x, g);
        double[][] inverse = known;
        boolean fresh = plain;
        for (int step = 0; step < maxSteps && Double.isFinite(value) && steepness(x, g) > flat; step++) {
            double[] direction = direction(inverse, x, g);
            double slope = dot(direction, g);
            if (!(slope < 0)) {
                inverse = identity(n);
                fresh = true;
                direction = direction(inverse, x, g);
                slope = dot(direction, g);
            }
            double[] next = new double[n];
            double[] gNext = new double[n];
            double reached = search(x, value, direction, slope, next, gNext);
            if (!(reached < value)) {
                if (fresh) {
                    break; // not even straight downhill: as low as the arithmetic goes
                }
                inverse = identity(n);
                fresh = true;
                continue;
            }
            double gain = value - reached;
            learn(inverse, minus(next, x), minus(gNext, g));
            x = next;
            g = gNext;
            value = reached;
            if (gain <= NO_GAIN * (1 + Math.abs(value)) && !fresh) {
                break;
            }
            fresh = false;
        }
        return new Optimum(x, value, steepness(x, g), evaluations);
    }

    private double evaluate(double[] x, double[] g) {
        evaluations++;
        double value = objective.valueAndGradient(x, g);
        boolean sound = Double.isFinite(value) && Arrays.stream(g).allMatch(Double::isFinite);
        return sound ? value : Double.POSITIVE_INFINITY;
    }

    /// Fills `next` and `gNext`; the value reached, or infinity when no step of this direction goes down.
    private double search(double[] x, double value, double[] direction, double slope, double[] next, double[] gNext) {
        double length = 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            for (int i = 0; i < x.length; i++) {
                next[i] = Math.clamp(x[i] + length * direction[i], -limit, limit);
            }
            double reached = evaluate(next, gNext);
            if (reached <= value + ENOUGH_DECREASE * length * slope) {
                return reached;
            }
            length /= 2;
        }
        return Double.POSITIVE_INFINITY;
    }

    private double[] direction(double[][] inverse, double[] x, double[] g) {
        double[] d = new double[x.length];
        double largest = 0;
        for (int i = 0; i < x.length; i++) {
            if (held(x[i], g[i])) {
                continue;
            }
            for (int j = 0; j < x.length; j++) {
                if (!held(x[j], g[j])) {
                    d[i] -= inverse[i][j] * g[j];
                }
            }
            largest = Math.max(largest, Math.abs(d[i]));
        }
        if (largest > MAX_STEP) {
            for (int i = 0; i < d.length; i++) {
                d[i] *= MAX_STEP / largest;
            }
        }
        return d;
    }

    private boolean held(double x, double g) {
        return (x >= limit && g < 0) || (x <= -limit && g > 0);
    }

    private double steepness(double[] x, double[] g) {
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            most = held(x[i], g[i]) ? most : Math.max(most, Math.abs(g[i]));
        }
        return most;
    }

    private static void learn(double[][] inverse, double[] s, double[] y) {
        double sy = dot(s, y);
        if (sy <= 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
            return;
        }
        int n = s.length;
        double[] hy = new double[n];
        for (int i = 0; i < n; i++) {
            hy[i] = dot(inverse[i], y);
        }
        double scale = (1 + dot(y, hy) / sy) / sy;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += scale * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private static double[][] identity(int n) {
        double[][] result = new double[n][n];
        for (int i = 0; i < n; i++) {
            result[i][i] = 1;
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }
}
