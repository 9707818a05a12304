package io.filon.value.model;

import io.filon.stats.Objective;
import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.NotIdentified;
import io.filon.value.model.Fit.Reason;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.Maximum.Search;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;

// A day's spend is gamma (p, ν), ν differs between customers as gamma (q, gamma). With x days of mean m the likelihood
// is
//
//   Γ(px+q) / (Γ(px) Γ(q)) gamma^q m^(px-1) x^(px) (gamma + m x)^-(px+q)
//
// and the expected mean p (gamma + x m) / (p x + q - 1). Fader and Hardie (2013). Spend is measured in units of its
// mean.

/// What a purchase day brings, for positive revenue: customers differ, and few days say little about one.
public final class GammaGamma {

    private static final List<String> NAMES = List.of("p", "q", "gamma");

    private GammaGamma() {}

    /// Learns from customers with at least one day and a mean over 0; the others are passed over.
    public static Fit<Spend> fit(OrderValues values) {
        int[] used = IntStream.range(0, values.size())
                .filter(i -> values.orders()[i] > 0 && values.revenue()[i] > 0)
                .toArray();
        if (used.length < Fitting.NEEDED) {
            return new TooFew<>(Fitting.NEEDED, used.length);
        }
        double unit = Arrays.stream(used)
                .mapToDouble(i -> values.revenue()[i])
                .average()
                .orElseThrow();
        Objective likelihood = likelihood(
                Arrays.stream(used).map(i -> values.orders()[i]).toArray(),
                Arrays.stream(used).mapToDouble(i -> values.revenue()[i] / unit).toArray());
        List<double[]> starts = List.of(new double[] {1, 1, 0}, new double[] {0, 0, 0}, new double[] {2, 1.5, -1});
        return switch (Maximum.from(starts, likelihood, likelihood, used.length)) {
            case Search.Lost(int parameter, Reason reason) -> new NotIdentified<>(NAMES.get(parameter), reason);
            case Search.Found found -> {
                Spend spend = spend(found, used.length, unit);
                yield spend.q() > 1 ? new Fitted<>(spend) : new NotIdentified<>("q", Reason.NO_MEAN);
            }
        };
    }

    private static Spend spend(Search.Found found, int customers, double unit) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double value = Math.exp(found.logs()[i]) * (i == 2 ? unit : 1);
            parameters.add(new Parameter(NAMES.get(i), value, value * Math.sqrt(found.covariance()[i][i])));
        }
        return new Spend(new Estimates(parameters, -found.value() * customers - customers * Math.log(unit)));
    }

    static Objective likelihood(int[] x, double[] m) {
        int most = Arrays.stream(x).max().orElse(0);
        double[] byDays = new double[most + 1];
        double constant = 0;
        for (int i = 0; i < x.length; i++) {
            byDays[x[i]]++;
            constant -= Math.log(m[i]);
        }
        double rest = constant;
        double[] logTotal = IntStream.range(0, x.length)
                .mapToDouble(i -> Math.log(m[i] * x[i]))
                .toArray();
        return (logs, gradient) -> {
            double p = Math.exp(logs[0]);
            double q = Math.exp(logs[1]);
            double g = Math.exp(logs[2]);
            int n = x.length;
            double value = rest + n * (q * logs[2] - LogGamma.value(q));
            double byP = 0;
            double byQ = n * (logs[2] - Digamma.value(q));
            double byG = n * q / g;
            for (int days = 1; days <= most; days++) {
                if (byDays[days] > 0) {
                    double px = p * days;
                    value += byDays[days] * (LogGamma.value(px + q) - LogGamma.value(px));
                    double both = Digamma.value(px + q);
                    byP += byDays[days] * days * (both - Digamma.value(px));
                    byQ += byDays[days] * both;
                }
            }
            for (int i = 0; i < n; i++) {
                double total = g + m[i] * x[i];
                double lnTotal = Math.log(total);
                value += p * x[i] * logTotal[i] - (p * x[i] + q) * lnTotal;
                byP += x[i] * (logTotal[i] - lnTotal);
                byQ -= lnTotal;
                byG -= (p * x[i] + q) / total;
            }
            gradient[0] = -byP * p / n;
            gradient[1] = -byQ * q / n;
            gradient[2] = -byG * g / n;
            return -value / n;
        };
    }

    /// @param estimates p, q, gamma; gamma in money
    public record Spend(Estimates estimates) {

        double q() {
            return estimates.value(1);
        }

        /// Revenue to expect of a purchase day of somebody with so many days of that mean; the base's mean with none.
        public double expected(int days, double mean) {
            double p = estimates.value(0);
            return p * (estimates.value(2) + days * mean) / (p * days + q() - 1);
        }
    }
}
