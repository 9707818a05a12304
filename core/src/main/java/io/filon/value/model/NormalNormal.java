package io.filon.value.model;

import io.filon.stats.Objective;
import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.NotIdentified;
import io.filon.value.model.Fit.Reason;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.Maximum.Search;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

// A day's margin is normal about the customer's own mean (spread sigma), the means normal about mu (spread tau):
// Schmittlein and Peterson (1994). Given the spreads, mu is the mean of the customers' means weighted by
// 1 / (sigma²/n + tau²), so the search is over two logarithms. Margins are measured in units of their overall spread.

/// What a purchase day leaves after all costs; an order at a loss stays an order, so the answer can be negative.
public final class NormalNormal {

    private NormalNormal() {}

    /// Learns from every customer with at least one day.
    public static Fit<Margin> fit(OrderValues values) {
        int[] used = IntStream.range(0, values.size())
                .filter(i -> values.orders()[i] > 0)
                .toArray();
        long several = Arrays.stream(used).filter(i -> values.orders()[i] > 1).count();
        if (several < Fitting.NEEDED) {
            return new TooFew<>(Fitting.NEEDED, several);
        }
        double centre = Arrays.stream(used)
                .mapToDouble(i -> values.margin()[i])
                .average()
                .orElseThrow();
        double unit = Math.sqrt(Arrays.stream(used)
                .mapToDouble(i -> Math.pow(values.margin()[i] - centre, 2))
                .average()
                .orElseThrow());
        if (!(unit > 1e-9 * Math.abs(centre))) {
            return new NotIdentified<>("sigma", Reason.RAN_AWAY);
        }
        Likelihood likelihood = new Likelihood(values, used, centre, unit);
        List<double[]> starts = List.of(new double[] {0, 0}, new double[] {0, -2}, new double[] {-2, 0});
        return switch (Maximum.from(starts, likelihood, likelihood, used.length)) {
            case Search.Lost(int parameter, Reason reason) ->
                new NotIdentified<>(parameter == 0 ? "sigma" : "tau", reason);
            case Search.Found found -> new Fitted<>(margin(found, likelihood, values, used));
        };
    }

    private static Margin margin(Search.Found found, Likelihood likelihood, OrderValues values, int[] used) {
        double sigma = Math.exp(found.logs()[0]);
        double tau = Math.exp(found.logs()[1]);
        double[] mean = likelihood.mean(sigma, tau);
        double unit = likelihood.unit;
        double days = Arrays.stream(used).mapToDouble(i -> values.orders()[i]).sum();
        return new Margin(new Estimates(
                List.of(
                        new Parameter("mu", likelihood.centre + unit * mean[0], unit / Math.sqrt(mean[1])),
                        new Parameter("sigma", unit * sigma, unit * sigma * Math.sqrt(found.covariance()[0][0])),
                        new Parameter("tau", unit * tau, unit * tau * Math.sqrt(found.covariance()[1][1]))),
                -found.value() * used.length - days * Math.log(unit)));
    }

    private static final class Likelihood implements Objective {
        private final double[] n;
        private final double[] mean;
        private final double[] squares;
        private final double centre;
        private final double unit;

        Likelihood(OrderValues values, int[] used, double centre, double unit) {
            this.centre = centre;
            this.unit = unit;
            n = Arrays.stream(used).mapToDouble(i -> values.orders()[i]).toArray();
            mean = Arrays.stream(used)
                    .mapToDouble(i -> (values.margin()[i] - centre) / unit)
                    .toArray();
            squares = Arrays.stream(used)
                    .mapToDouble(i -> values.squares()[i] / unit / unit)
                    .toArray();
        }

        /// The mean of the base and its precision.
        double[] mean(double sigma, double tau) {
            double weights = 0;
            double sum = 0;
            for (int i = 0; i < n.length; i++) {
                double weight = 1 / (sigma * sigma / n[i] + tau * tau);
                weights += weight;
                sum += weight * mean[i];
            }
            return new double[] {sum / weights, weights};
        }

        @Override
        public double valueAndGradient(double[] logs, double[] gradient) {
            double sigma2 = Math.exp(2 * logs[0]);
            double tau2 = Math.exp(2 * logs[1]);
            double mu = mean(Math.sqrt(sigma2), Math.sqrt(tau2))[0];
            double value = 0;
            double bySigma = 0;
            double byTau = 0;
            for (int i = 0; i < n.length; i++) {
                double spread = sigma2 + n[i] * tau2;
                double off = n[i] * (mean[i] - mu) * (mean[i] - mu);
                value += n[i] * Math.log(2 * Math.PI) + (n[i] - 1) * 2 * logs[0] + Math.log(spread);
                value += squares[i] / sigma2 + off / spread;
                bySigma += 2 * (n[i] - 1) - 2 * squares[i] / sigma2;
                double shared = 2 / spread - 2 * off / (spread * spread);
                bySigma += shared * sigma2;
                byTau += shared * n[i] * tau2;
            }
            gradient[0] = bySigma / 2 / n.length;
            gradient[1] = byTau / 2 / n.length;
            return value / 2 / n.length;
        }
    }

    /// @param estimates mu, sigma, tau in money
    public record Margin(Estimates estimates) {

        /// Margin to expect of a purchase day of somebody with so many days of that mean; the base's mean with none.
        public double expected(int days, double mean) {
            double own = own(days);
            return own * mean + (1 - own) * estimates.value(0);
        }

        /// How much the customer's own days count, 0..1.
        public double own(int days) {
            double sigma2 = Math.pow(estimates.value(1), 2);
            double tau2 = Math.pow(estimates.value(2), 2);
            return days * tau2 / (sigma2 + days * tau2);
        }
    }
}
