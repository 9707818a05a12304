package io.filon.value.model;

import io.filon.stats.Objective;
import io.filon.stats.Rising;
import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.NotIdentified;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.Maximum.Search;
import java.util.ArrayList;
import java.util.List;

/// Customers buy at random moments (rates gamma: r, alpha) and may leave at any moment, not only at a purchase (rates
/// gamma: s, beta).
///
/// @see <a href="http://brucehardie.com/notes/009/">Schmittlein, Morrison and Colombo (1987), as derived by Fader and
///     Hardie (2005)</a>
public record ParetoNbd() implements PurchaseModel {

    private static final List<String> NAMES = List.of("r", "alpha", "s", "beta");
    private static final int ENOUGH_TO_START = 1_500;

    @Override
    public String name() {
        return "pareto_nbd";
    }

    @Override
    public Fit<FittedModel> fit(PurchaseHistories histories) {
        if (histories.returned() < BetaGeoFamily.NEEDED) {
            return new TooFew<>(BetaGeoFamily.NEEDED, (long) histories.returned());
        }
        double clock = histories.longestDays();
        PurchaseHistories part = histories.thinned(ENOUGH_TO_START);
        Objective whole = new Likelihood(histories, clock);
        Objective coarse = part == histories ? whole : new Likelihood(part, clock);
        double[] moments = BetaGeoFamily.moments(histories, 1);
        List<double[]> starts = List.of(new double[] {0, 0, 0, 0}, new double[] {moments[0], moments[1], -0.5, -1});
        return ended(Maximum.from(starts, coarse, whole, histories.total()), histories, clock);
    }

    @Override
    public Fit<FittedModel> refit(PurchaseHistories histories, Estimates near) {
        double clock = histories.longestDays();
        double unit = Math.log(BetaGeoFamily.DAYS_A_WEEK / clock);
        double[] start = new double[4];
        for (int i = 0; i < 4; i++) {
            start[i] = Math.log(near.value(i)) + (i % 2 == 1 ? unit : 0);
        }
        return ended(Maximum.near(start, new Likelihood(histories, clock), histories.total()), histories, clock);
    }

    private static Fit<FittedModel> ended(Search search, PurchaseHistories histories, double clock) {
        return switch (search) {
            case Search.Lost(int parameter, Fit.Reason reason) -> new NotIdentified<>(NAMES.get(parameter), reason);
            case Search.Found(double[] logs, double value, double[][] covariance) -> {
                double unit = clock / BetaGeoFamily.DAYS_A_WEEK;
                List<Parameter> parameters = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    double estimate = Math.exp(logs[i]) * (i % 2 == 1 ? unit : 1);
                    parameters.add(new Parameter(NAMES.get(i), estimate, estimate * Math.sqrt(covariance[i][i])));
                }
                double perWeek = -value * histories.total() - histories.totalRepeats() * Math.log(unit);
                yield new Fitted<>(new FittedPareto(new Estimates(parameters, perWeek)));
            }
        };
    }

    /// Minus the log-likelihood a customer and its gradient, by the logarithms of r, alpha, s and beta.
    static final class Likelihood implements Objective {

        private final PurchaseHistories histories;
        private final double clockDays;
        private final double total;
        private final double[] customersByRepeats;

        Likelihood(PurchaseHistories histories, double clockDays) {
            this.histories = histories;
            this.clockDays = clockDays;
            this.total = histories.total();
            customersByRepeats = new double[histories.mostRepeats() + 1];
            for (int i = 0; i < histories.groups(); i++) {
                customersByRepeats[histories.repeats(i)] += histories.customers(i);
            }
        }

        @Override
        public double valueAndGradient(double[] logs, double[] gradient) {
            double[] p = new double[4];
            for (int i = 0; i < 4; i++) {
                p[i] = Math.exp(logs[i]);
            }
            double[] slopes = {total * logs[1], total * p[0] / p[1], total * logs[3], total * p[2] / p[3]};
            double value = total * (p[0] * logs[1] + p[2] * logs[3]);
            Rising rate = new Rising(p[0], customersByRepeats.length - 1);
            for (int x = 0; x < customersByRepeats.length; x++) {
                value += customersByRepeats[x] * rate.log(x);
                slopes[0] += customersByRepeats[x] * rate.slope(x);
            }
            DeathIntegral history = new DeathIntegral(p[2], p[1], p[3]);
            for (int i = 0; i < histories.groups(); i++) {
                double weight = histories.customers(i);
                value += weight
                        * history.of(
                                p[0] + histories.repeats(i),
                                histories.lastDays(i) / clockDays,
                                histories.observedDays(i) / clockDays);
                for (int j = 0; j < 4; j++) {
                    slopes[j] += weight * history.slopes[j];
                }
            }
            for (int j = 0; j < 4; j++) {
                gradient[j] = -slopes[j] * p[j] / total;
            }
            return -value / total;
        }
    }
}
