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

/// The likelihood of one history under Pareto/NBD, up to factors that depend on x alone. One thread at a time.
final class DeathIntegral {

    private static final double CUT = 30;
    private static final double LONG = 3.5;
    private static final Quadrature[] RULES =
            IntStream.of(6, 8, 10, 12, 16, 24).mapToObj(Quadrature::uniform).toArray(Quadrature[]::new);

    private final double s;
    private final double alpha;
    private final double beta;
    private final double least;

    /// Chance that the customer has stayed, after [#of].
    double stayed;

    /// Derivatives of the logarithm by y, alpha, s and beta, after [#of].
    final double[] slopes = new double[4];

    DeathIntegral(double s, double alpha, double beta) {
        this.s = s;
        this.alpha = alpha;
        this.beta = beta;
        this.least = Math.min(alpha, beta);
    }

    /// The logarithm for a customer with `y` whose last purchase was at `from` and who is known until `to`.
    double of(double y, double from, double to) {
        double lnA = Math.log(alpha + to);
        double lnB = Math.log(beta + to);
        double main = -y * lnA - s * lnB;
        slopes[0] = -lnA;
        slopes[1] = -y / (alpha + to);
        slopes[2] = -lnB;
        slopes[3] = -s / (beta + to);
        stayed = 1;
        if (to <= from) {
            return main;
        }
        double[] sums = new double[5];
        double top = -y * Math.log(alpha + from) - (s + 1) * Math.log(beta + from);
        double fall = top + y * lnA + (s + 1) * lnB;
        integrate(y, top, Math.log(least + from), end(y, top, fall, from, to), Math.min(fall, CUT), sums);
        double integral = Math.log(s * sums[0]) + top;
        double larger = Math.max(main, integral);
        double result = larger + Math.log(Math.exp(main - larger) + Math.exp(integral - larger));
        stayed = Math.exp(main - result);
        double left = (1 - stayed) / sums[0];
        slopes[0] = stayed * slopes[0] - left * sums[1];
        slopes[1] = stayed * slopes[1] - left * y * sums[2];
        slopes[2] = stayed * slopes[2] - left * sums[3] + (1 - stayed) / s;
        slopes[3] = stayed * slopes[3] - left * (s + 1) * sums[4];
        return result;
    }

    /// Where in v the integrand has fallen by e^-30, or a little after it, or the end. What has fallen is convex in v,
    /// so Newton's steps from where the first slope would lead come down to the place from above.
    private double end(double y, double top, double fall, double from, double to) {
        double high = Math.log(least + to);
        if (fall <= CUT) {
            return high;
        }
        double low = Math.log(least + from);
        double v = Math.min(high, low + CUT / slope(y, from));
        for (int i = 0; i < 3; i++) {
            double u = Math.exp(v) - least;
            double fallen = top + y * Math.log(alpha + u) + (s + 1) * Math.log(beta + u);
            v -= Math.max(0, (fallen - CUT) / slope(y, u));
        }
        return v;
    }

    private double slope(double y, double u) {
        return (least + u) * (y / (alpha + u) + (s + 1) / (beta + u));
    }

    /// Adds up the integrand over e^top, then times ln(alpha+u), 1/(alpha+u), ln(beta+u) and 1/(beta+u).
    private void integrate(double y, double top, double low, double high, double fall, double[] sums) {
        int panels = (int) Math.ceil((high - low) / LONG);
        double width = (high - low) / panels;
        Quadrature rule = rule(fall, width);
        boolean alphaLeast = alpha <= beta;
        double more = Math.abs(alpha - beta);
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < rule.size(); i++) {
                double v = low + (panel + rule.node(i)) * width;
                double near = Math.exp(v);
                double far = near + more;
                double lnFar = Math.log(far);
                double lnA = alphaLeast ? v : lnFar;
                double lnB = alphaLeast ? lnFar : v;
                double weight = rule.weight(i) * width * Math.exp(v - y * lnA - (s + 1) * lnB - top);
                sums[0] += weight;
                sums[1] += weight * lnA;
                sums[2] += weight / (alphaLeast ? near : far);
                sums[3] += weight * lnB;
                sums[4] += weight / (alphaLeast ? far : near);
            }
        }
    }

    /// By 600,000 integrals drawn at random, right to 3e-12.
    private static Quadrature rule(double fall, double width) {
        if (width > 2.4) {
            return fall <= 9 ? RULES[3] : RULES[5];
        }
        if (width <= 0.8 && fall <= 2) {
            return RULES[0];
        }
        if (width <= 1.6 && fall <= 4) {
            return RULES[1];
        }
        return fall <= 9 ? RULES[2] : fall <= 14 ? RULES[3] : RULES[4];
    }
}
