package io.filon.value.model;

import static io.filon.problem.Require.require;

import io.filon.stats.Objective;
import io.filon.stats.Rising;
import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.NotIdentified;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.Maximum.Search;
import java.util.Arrays;
import java.util.List;

// A contract is not renewed with a chance of the customer's own, beta (alpha, beta). With r(n) = Γ(·+n)/Γ(·):
// S(t) = r_beta(t) / r_alpha+beta(t), P(ends in period t) = alpha r_beta(t-1) / r_alpha+beta(t).

/// How long contracts last: customers differ in how ready they are to end one, so those who have stayed long stay on.
///
/// @see <a href="https://doi.org/10.1002/dir.20074">Fader and Hardie (2007)</a>
public final class ShiftedBetaGeo {

    private ShiftedBetaGeo() {}

    /// Index 0 is the first renewal.
    ///
    /// @param ended   contracts that were not renewed at each renewal
    /// @param running contracts renewed so many times that are running still, or known no further
    public static Fit<Retention> fit(double[] ended, double[] running) {
        require(running.length == ended.length + 1, "%d periods ended, %d running", ended.length, running.length);
        double contracts = Arrays.stream(ended).sum() + Arrays.stream(running).sum();
        double ends = Arrays.stream(ended).sum();
        if (ends < Fitting.NEEDED || running.length < 3) {
            return new TooFew<>(Fitting.NEEDED, (long) ends);
        }
        Objective likelihood = (logs, gradient) -> {
            double alpha = Math.exp(logs[0]);
            double beta = Math.exp(logs[1]);
            Rising stay = new Rising(beta, ended.length);
            Rising both = new Rising(alpha + beta, ended.length);
            double value = ends * logs[0];
            double byAlpha = ends / alpha;
            double byBeta = 0;
            for (int t = 0; t < running.length; t++) {
                value += running[t] * (stay.log(t) - both.log(t));
                byAlpha -= running[t] * both.slope(t);
                byBeta += running[t] * (stay.slope(t) - both.slope(t));
                if (t > 0) {
                    double lost = ended[t - 1];
                    value += lost * (stay.log(t - 1) - both.log(t));
                    byAlpha -= lost * both.slope(t);
                    byBeta += lost * (stay.slope(t - 1) - both.slope(t));
                }
            }
            gradient[0] = -byAlpha * alpha / contracts;
            gradient[1] = -byBeta * beta / contracts;
            return -value / contracts;
        };
        List<double[]> starts = List.of(new double[] {0, 0}, new double[] {0, 1.5}, new double[] {-1, -1});
        return switch (Maximum.from(starts, likelihood, likelihood, contracts)) {
            case Search.Lost(int parameter, Fit.Reason reason) ->
                new NotIdentified<>(parameter == 0 ? "alpha" : "beta", reason);
            case Search.Found(double[] logs, double value, double[][] covariance) ->
                new Fitted<>(new Retention(new Estimates(
                        List.of(
                                parameter("alpha", logs[0], covariance[0][0]),
                                parameter("beta", logs[1], covariance[1][1])),
                        -value * contracts)));
        };
    }

    private static Parameter parameter(String name, double log, double variance) {
        return new Parameter(name, Math.exp(log), Math.exp(log) * Math.sqrt(variance));
    }

    /// @param estimates alpha, beta
    public record Retention(Estimates estimates) {

        /// Share of contracts still running after so many renewals.
        public double survival(int renewals) {
            double alpha = estimates.value(0);
            double beta = estimates.value(1);
            return Math.exp(
                    new Rising(beta, renewals).log(renewals) - new Rising(alpha + beta, renewals).log(renewals));
        }

        /// Chance that a contract renewed so many times is renewed once more.
        public double renewal(int renewals) {
            double beta = estimates.value(1) + renewals;
            return beta / (estimates.value(0) + beta);
        }

        /// Periods to expect, of the next `periods`, of a contract renewed so many times that ends its running period.
        public double expectedPeriods(int renewals, int periods) {
            double sum = 0;
            double still = 1;
            for (int t = 0; t < periods; t++) {
                still *= renewal(renewals + t);
                sum += still;
            }
            return sum;
        }
    }
}
