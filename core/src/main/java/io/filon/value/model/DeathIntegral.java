package io.filon.value.model;

import io.filon.stats.Quadrature;
import java.util.stream.IntStream;

// With y = r + x the Pareto/NBD needs, of one customer,
//
//   (alpha+T)^-y (beta+T)^-s + s ∫ (alpha+u)^-y (beta+u)^-(s+1) du,  u from t_x to T
//
// the first term for having stayed, the integral over the moment of leaving. The textbook form has hypergeometric
// functions that overflow and whose numerical derivatives break optimisers. Here u is replaced by v = ln(m + u), m =
// min(alpha, beta), in which the integrand is nearly an exponential; the range is cut where it has fallen by e^-30 and
// split where it is long; Gauss-Legendre nodes, fewer where the integrand is flat. All in logarithms; the gradient
// falls out of the same nodes. Against 40 digits the logarithm is right to some 1e-12.
//
// Customers with the same x differ in t_x and T alone, so one walk down the times that any of them has serves them all:
// S(t) = ∫ from t to the last time, over the integrand at t. What falls between t_x and T is S(t_x) less what is left
// of
// S(T). The integrand falls, so the part is at least as large as its share of the time: with 7,300 days four digits of
// sixteen can be lost, not more.

/// The likelihood of histories under Pareto/NBD, up to factors that depend on x alone. One thread at a time.
final class DeathIntegral {

    private static final double CUT = 30;
    private static final double LONG = 3.5;
    private static final Quadrature[] RULES = IntStream.of(3, 4, 6, 8, 10, 12, 16, 24)
            .mapToObj(Quadrature::uniform)
            .toArray(Quadrature[]::new);

    /// The integrand alone and times ln(alpha+u), 1/(alpha+u), ln(beta+u) and 1/(beta+u).
    private static final int SUMS = 5;

    private final double s;
    private final double alpha;
    private final double beta;
    private final double least;
    private final boolean alphaLeast;

    private double y;
    private double[] times = new double[0];
    private double[] lnA = new double[0];
    private double[] lnB = new double[0];
    private double[][] later = new double[0][];

    /// Chance that the customer has stayed, after [#between].
    double stayed;

    /// Derivatives of the logarithm by y, alpha, s and beta, after [#between].
    final double[] slopes = new double[4];

    DeathIntegral(double s, double alpha, double beta) {
        this.s = s;
        this.alpha = alpha;
        this.beta = beta;
        this.alphaLeast = alpha <= beta;
        this.least = Math.min(alpha, beta);
    }

    /// The logarithm for a customer with `y` whose last purchase was at `from` and who is known until `to`.
    double of(double y, double from, double to) {
        walk(y, from, to);
        return between(0, 1);
    }

    /// Prepares for customers with `y` whose times are among these.
    ///
    /// @param ascending times
    void walk(double y, double... ascending) {
        this.y = y;
        times = ascending;
        int last = times.length - 1;
        lnA = new double[times.length];
        lnB = new double[times.length];
        for (int i = 0; i <= last; i++) {
            lnA[i] = Math.log(alpha + times[i]);
            lnB[i] = Math.log(beta + times[i]);
        }
        later = new double[times.length][SUMS];
        for (int i = last - 1; i >= 0; i--) {
            double fall = fall(i, i + 1);
            if (fall > 0) {
                integrate(i, fall, later[i]);
            }
            double left = Math.exp(-fall);
            for (int k = 0; k < SUMS; k++) {
                later[i][k] += left * later[i + 1][k];
            }
        }
    }

    /// The logarithm for a customer whose last purchase was at one of the times and who is known until another.
    double between(int from, int to) {
        double main = -y * lnA[to] - s * lnB[to];
        slopes[0] = -lnA[to];
        slopes[1] = -y / (alpha + times[to]);
        slopes[2] = -lnB[to];
        slopes[3] = -s / (beta + times[to]);
        stayed = 1;
        if (times[to] <= times[from]) {
            return main;
        }
        double left = Math.exp(-fall(from, to));
        double sum = later[from][0] - left * later[to][0];
        double d = Math.log(s * sum) - y * lnA[from] - (s + 1) * lnB[from] - main;
        double small = Math.exp(-Math.abs(d));
        stayed = (d > 0 ? small : 1) / (1 + small);
        double gone = (d > 0 ? 1 : small) / (1 + small);
        double share = gone / sum;
        slopes[0] = stayed * slopes[0] - share * (later[from][1] - left * later[to][1]);
        slopes[1] = stayed * slopes[1] - share * y * (later[from][2] - left * later[to][2]);
        slopes[2] = stayed * slopes[2] - share * (later[from][3] - left * later[to][3]) + gone / s;
        slopes[3] = stayed * slopes[3] - share * (s + 1) * (later[from][4] - left * later[to][4]);
        return main + Math.max(d, 0) + Math.log(1 + small);
    }

    /// By how much the integrand's logarithm falls.
    private double fall(int from, int to) {
        return y * (lnA[to] - lnA[from]) + (s + 1) * (lnB[to] - lnB[from]);
    }

    /// Where in v the integrand has fallen by e^-30, or a little after it, or the end. What has fallen is convex in v,
    /// so Newton's steps from where the first slope would lead come down to the place from above.
    private double end(int from, double top, double high) {
        double v = Math.min(high, low(from) + CUT / slope(times[from]));
        for (int i = 0; i < 3; i++) {
            double u = Math.exp(v) - least;
            double fallen = top + y * Math.log(alpha + u) + (s + 1) * Math.log(beta + u);
            v -= Math.max(0, (fallen - CUT) / slope(u));
        }
        return v;
    }

    private double low(int time) {
        return alphaLeast ? lnA[time] : lnB[time];
    }

    private double slope(double u) {
        return (least + u) * (y / (alpha + u) + (s + 1) / (beta + u));
    }

    /// Adds up the integrand from a time to the next, over what it is there.
    private void integrate(int from, double fall, double[] sums) {
        double top = -y * lnA[from] - (s + 1) * lnB[from];
        double low = low(from);
        double high = fall <= CUT ? low(from + 1) : end(from, top, low(from + 1));
        int panels = (int) Math.ceil((high - low) / LONG);
        double width = (high - low) / panels;
        Quadrature rule = rule(Math.min(fall, CUT), width);
        double more = Math.abs(alpha - beta);
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < rule.size(); i++) {
                double v = low + (panel + rule.node(i)) * width;
                double near = Math.exp(v);
                double far = near + more;
                double lnFar = Math.log(far);
                double a = alphaLeast ? v : lnFar;
                double b = alphaLeast ? lnFar : v;
                double weight = rule.weight(i) * width * Math.exp(v - y * a - (s + 1) * b - top);
                sums[0] += weight;
                sums[1] += weight * a;
                sums[2] += weight / (alphaLeast ? near : far);
                sums[3] += weight * b;
                sums[4] += weight / (alphaLeast ? far : near);
            }
        }
    }

    /// By 700,000 integrals drawn at random, right to 3e-12.
    private static Quadrature rule(double fall, double width) {
        if (width > 2.4) {
            return fall <= 9 ? RULES[5] : RULES[7];
        }
        if (width <= 0.15 && fall <= 0.18) {
            return RULES[0];
        }
        if (width <= 0.3 && fall <= 0.4) {
            return RULES[1];
        }
        if (width <= 0.8 && fall <= 2) {
            return RULES[2];
        }
        if (width <= 1.6 && fall <= 4) {
            return RULES[3];
        }
        return fall <= 9 ? RULES[4] : fall <= 14 ? RULES[5] : RULES[6];
    }
}
