package io.filon.value.model;

import io.filon.stats.NegativeBinomial;
import io.filon.stats.Quadrature;

// Given that a customer is there at T, the rate of purchase is gamma (r + x, alpha + T) and that of leaving gamma
// (s, beta + T): the future is the same model with later clocks, and the chance of no purchase is its likelihood of
// one.

/// What a fitted Pareto/NBD says.
///
/// @param estimates r, alpha, s, beta
record FittedPareto(Estimates estimates) implements FittedModel {

    private static final Quadrature NODES = Quadrature.uniform(24);

    @Override
    public FittedModel at(double[] parameters) {
        return new FittedPareto(estimates.at(parameters));
    }

    @Override
    public double[] alive(PurchaseHistories histories) {
        DeathIntegral history = new DeathIntegral(s(), alpha(), beta());
        double[] result = new double[histories.groups()];
        for (ParetoNbd.SameRepeats same : ParetoNbd.SameRepeats.of(histories, 1)) {
            history.walk(r() + same.repeats(), same.times());
            for (int i = 0; i < same.last().length; i++) {
                history.between(same.last()[i], same.end()[i]);
                result[same.first() + i] = history.stayed;
            }
        }
        return result;
    }

    @Override
    public double[] expectedOrders(PurchaseHistories histories, double days) {
        double[] result = alive(histories);
        double[] byDay = new double[histories.longestDays() + 1];
        for (int day = 0; day < byDay.length; day++) {
            byDay[day] = activeTime(beta() + day, days) / (alpha() + day);
        }
        for (int i = 0; i < result.length; i++) {
            result[i] *= (r() + histories.repeats(i)) * byDay[histories.observedDays(i)];
        }
        return result;
    }

    @Override
    public double[] noPurchase(PurchaseHistories histories, double days) {
        double[] result = alive(histories);
        for (int i = 0; i < result.length; i++) {
            double y = r() + histories.repeats(i);
            double a = alpha() + histories.observedDays(i);
            double b = beta() + histories.observedDays(i);
            double none = new DeathIntegral(s(), a, b).of(y, 0, days) + y * Math.log(a) + s() * Math.log(b);
            result[i] = 1 - result[i] * -Math.expm1(Math.min(0, none));
        }
        return result;
    }

    @Override
    public double[] chances(PurchaseHistories histories, int group, double days, int most) {
        double y = r() + histories.repeats(group);
        double a = alpha() + histories.observedDays(group);
        double b = beta() + histories.observedDays(group);
        DeathIntegral history = new DeathIntegral(s(), alpha(), beta());
        history.of(y, histories.lastDays(group), histories.observedDays(group));
        double alive = history.stayed;
        double[] result = new double[most + 1];
        add(result, alive * Math.pow(b / (b + days), s()), y, days / a);
        double range = Math.log1p(days / b);
        for (int i = 0; i < NODES.size(); i++) {
            double v = NODES.node(i) * range;
            add(result, alive * NODES.weight(i) * range * s() * Math.exp(-s() * v), y, b * Math.expm1(v) / a);
        }
        result[0] += 1 - alive;
        return result;
    }

    @Override
    public double expectedOfNewcomer(double days) {
        return r() / alpha() * activeTime(beta(), days);
    }

    private static void add(double[] chances, double weight, double size, double odds) {
        double[] reached = NegativeBinomial.atLeast(size, odds, chances.length - 1);
        for (int m = 0; m < reached.length; m++) {
            chances[m] += weight * (reached[m] - (m + 1 < reached.length ? reached[m + 1] : 0));
        }
    }

    /// Days out of the next `days` that a customer is there on average, leaving at a rate that is gamma (s, b).
    private double activeTime(double b, double days) {
        double span = Math.log1p(days / b);
        double power = 1 - s();
        return Math.abs(power * span) < 1e-12 ? b * span : b * Math.expm1(power * span) / power;
    }

    private double r() {
        return estimates.value(0);
    }

    private double alpha() {
        return estimates.value(1) * Fitting.DAYS_A_WEEK;
    }

    private double s() {
        return estimates.value(2);
    }

    private double beta() {
        return estimates.value(3) * Fitting.DAYS_A_WEEK;
    }
}
