package io.filon.value.model;

import io.filon.stats.NegativeBinomial;
import io.filon.stats.Quadrature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

// Given that a customer is still there, the rate is gamma (r + k x, alpha + T) and the chance to leave beta (a, n).
// With one phase a purchase the expectation is an average over that beta of (1 - (A / (A + q t))^(r+x)) / q, taken at
// 16 nodes that depend on x alone: no hypergeometric function, and nothing vanishes at a = 1. The average has a pole at
// q = -A/t: where t is long beside A, as for newcomers, it takes more nodes, because n of them err by some ϱ^-2n, ϱ
// being
// the axes' sum of the ellipse about (0, 1) through the pole. With more phases it is the sum over m of the chances to
// get
// to the m-th purchase.

/// What a fitted BG/NBD, MBG/NBD or MBG/CNBD-k says.
public final class FittedBetaGeo implements FittedModel {

    private static final int NODES = 16;
    private static final int MOST_NODES = 256;

    /// n ln ϱ for 13 digits.
    private static final double ENOUGH = 14;

    private static final int MOST_PURCHASES = 20_000;

    private final Estimates estimates;
    private final int firstCounts;
    private final int phases;
    private final double r;
    private final double alpha; // in days
    private final double a;
    private final double b;

    /// @param estimates r, alpha in weeks, a, b
    public FittedBetaGeo(Estimates estimates, int firstCounts, int phases) {
        this.estimates = estimates;
        this.firstCounts = firstCounts;
        this.phases = phases;
        this.r = estimates.value(0);
        this.alpha = estimates.value(1) * Fitting.DAYS_A_WEEK;
        this.a = estimates.value(2);
        this.b = estimates.value(3);
    }

    @Override
    public Estimates estimates() {
        return estimates;
    }

    @Override
    public FittedModel at(double[] parameters) {
        return new FittedBetaGeo(estimates.at(parameters), firstCounts, phases);
    }

    @Override
    public double[] alive(PurchaseHistories histories) {
        double[] result = new double[histories.groups()];
        for (int i = 0; i < result.length; i++) {
            result[i] = alive(histories.repeats(i), histories.lastDays(i), histories.observedDays(i));
        }
        return result;
    }

    private double alive(int x, int last, int observed) {
        if (x + firstCounts == 0) {
            return 1;
        }
        double longer = Math.log1p((observed - last) / (alpha + last));
        double d = Math.log(a / (b + x - 1 + firstCounts)) + (r + phases * x) * longer;
        return 1 / (1 + Math.exp(d) / (phases == 1 ? 1 : sum(shares(x, last, observed))));
    }

    @Override
    public double[] expectedOrders(PurchaseHistories histories, double days) {
        double[] result = alive(histories);
        Map<Long, Quadrature> rules = new HashMap<>();
        for (int i = 0; i < result.length; i++) {
            int x = histories.repeats(i);
            if (phases > 1) {
                result[i] *= regular(x, histories.lastDays(i), histories.observedDays(i), days);
            } else {
                double time = alpha + histories.observedDays(i);
                int nodes = nodes(days / time);
                Quadrature rule = rules.computeIfAbsent((long) x * (MOST_NODES + 1) + nodes, key -> leaving(x, nodes));
                result[i] *= atRandom(rule, x, time, days);
            }
        }
        return result;
    }

    @Override
    public double[] noPurchase(PurchaseHistories histories, double days) {
        double[] result = alive(histories);
        for (int i = 0; i < result.length; i++) {
            int x = histories.repeats(i);
            double time = alpha + histories.observedDays(i);
            double buys = phases > 1
                    ? Arrays.copyOf(reaching(x, histories.lastDays(i), histories.observedDays(i), days, 1), 2)[1]
                    : -Math.expm1(-(r + x) * Math.log1p(days / time));
            result[i] = 1 - result[i] * buys;
        }
        return result;
    }

    @Override
    public double[] chances(PurchaseHistories histories, int group, double days, int most) {
        int x = histories.repeats(group);
        int last = histories.lastDays(group);
        int observed = histories.observedDays(group);
        double alive = alive(x, last, observed);
        double[] reached = Arrays.copyOf(reaching(x, last, observed, days, most + 1), most + 2);
        double n = b + x + firstCounts;
        double[] result = new double[most + 1];
        double stayed = 1; // through all purchases before
        double left = 1;
        for (int m = 0; m <= most; m++) {
            double exactly = reached[m] - reached[m + 1];
            double chance = exactly * stayed * (m == 0 ? 1 : (n + m - 1) / (a + n + m - 1));
            if (m > 0) {
                chance += reached[m] * stayed * a / (a + n + m - 1);
                stayed *= (n + m - 1) / (a + n + m - 1);
            }
            result[m] = alive * chance + (m == 0 ? 1 - alive : 0);
            left -= result[m];
        }
        result[most] += Math.max(0, left);
        return result;
    }

    @Override
    public double expectedOfNewcomer(double days) {
        double alive = firstCounts == 0 ? 1 : b / (a + b);
        return alive
                * (phases > 1 ? regular(0, 0, 0, days) : atRandom(leaving(0, nodes(days / alpha)), 0, alpha, days));
    }

    private static int nodes(double ahead) {
        double pole = 1 + 2 / ahead; // of (0, 1) stretched to (-1, 1)
        double digits = Math.log(pole + Math.sqrt((pole + 1) * 2 / ahead));
        int nodes = NODES;
        while (nodes < MOST_NODES && nodes * digits < ENOUGH) {
            nodes *= 2;
        }
        return nodes;
    }

    private Quadrature leaving(int repeats, int nodes) {
        return Quadrature.beta(nodes, a, b + repeats + firstCounts);
    }

    private double atRandom(Quadrature rule, int x, double time, double days) {
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            double q = rule.node(i);
            sum -= rule.weight(i) * Math.expm1(-(r + x) * Math.log1p(q * days / time)) / q;
        }
        return sum;
    }

    private double regular(int x, int last, int observed, double days) {
        double[] reached = reaching(x, last, observed, days, MOST_PURCHASES);
        double n = b + x + firstCounts;
        double stayed = 1;
        double sum = 0;
        for (int m = 1; m < reached.length && reached[m] > 1e-14; m++) {
            sum += stayed * reached[m];
            stayed *= (n + m - 1) / (a + n + m - 1);
        }
        return sum;
    }

    /// Chance that purchases would be at least m = 0 … most if nobody left; ends early where it is next to nothing.
    private double[] reaching(int x, int last, int observed, double days, int most) {
        double[] shares = shares(x, last, observed);
        double all = sum(shares);
        double[] result = new double[0];
        for (int j = phases - 1; j >= 0; j--) { // from who gets furthest
            double[] phase = NegativeBinomial.atLeast(
                    r + phases * x + j, days / (alpha + observed), Math.min(most * phases, MOST_PURCHASES));
            int furthest = Math.min(most, (phase.length - 1 + j) / phases);
            result = furthest < result.length ? result : Arrays.copyOf(result, furthest + 1);
            result[0] += shares[j] / all;
            for (int m = 1; m <= furthest; m++) {
                result[m] += shares[j] / all * phase[m * phases - j];
            }
        }
        return result;
    }

    /// How likely the customer is to have gone through j phases since the last purchase, up to a factor.
    private double[] shares(int x, int last, int observed) {
        double[] result = new double[phases];
        result[0] = 1;
        for (int j = 1; j < phases; j++) {
            result[j] = result[j - 1] * (observed - last) / (alpha + observed) * (r + phases * x + j - 1) / j;
        }
        return result;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
