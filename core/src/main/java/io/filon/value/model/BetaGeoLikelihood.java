package io.filon.value.model;

import io.filon.stats.Objective;
import io.filon.stats.Rising;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;

// Customers buy at a rate of their own (gamma: r, alpha) and may leave after each purchase with a chance of their own
// (beta: a, b). Three models differ in two numbers:
//
//   BG/NBD       `firstCounts` 0: nobody leaves before the first repeat. Fader, Hardie and Lee (2005), eq. 6
//   MBG/NBD      `firstCounts` 1: a customer may leave right after the first purchase. Batislam et al. (2007)
//   MBG/CNBD-k   as MBG/NBD, gaps between purchases Erlang-k: the rate is that of k hidden phases a purchase.
//                Platzer and Reutterer (2017); k = 1 is MBG/NBD
//
// With y = r + k x, n = b + x + firstCounts, v = (T - t_x) / (alpha + T) a history's likelihood is
//
//   alpha^r Γ(y)/Γ(r) (alpha+T)^-y B(a, n)/B(a, b) (S + exp(d)),   S = Σ_{j<k} v^j y(y+1)…(y+j-1)/j!
//   d = ln a - ln(n - 1) + y (ln(alpha + T) - ln(alpha + t_x))     (absent in BG/NBD when x = 0)
//
// Everything but S and exp(d) depends on x or on T alone and is summed over tables; a row costs one exp and one log.

/// Minus the log-likelihood a customer and its gradient, by the logarithms of r, alpha, a and b.
public final class BetaGeoLikelihood implements Objective {

    private final PurchaseHistories histories;
    private final int firstCounts;
    private final int phases;
    private final double clockDays;
    private final double total;
    private final int[] days; // on which a history ends or was last seen
    private final double constant;
    private final double[] customersByRepeats;
    private final double[] customersByDay;
    private final double[] repeatsByDay;

    /// @param clockDays unit of time of the parameters
    public BetaGeoLikelihood(PurchaseHistories histories, int firstCounts, int phases, double clockDays) {
        this.histories = histories;
        this.firstCounts = firstCounts;
        this.phases = phases;
        this.clockDays = clockDays;
        customersByRepeats = new double[histories.mostRepeats() + 1];
        customersByDay = new double[histories.longestDays() + 1];
        repeatsByDay = new double[histories.longestDays() + 1];
        double sum = 0;
        boolean[] met = new boolean[histories.longestDays() + 1];
        for (int i = 0; i < histories.groups(); i++) {
            double weight = histories.customers(i);
            sum += weight;
            met[histories.lastDays(i)] = true;
            met[histories.observedDays(i)] = true;
            customersByRepeats[histories.repeats(i)] += weight;
            customersByDay[histories.observedDays(i)] += weight;
            repeatsByDay[histories.observedDays(i)] += weight * histories.repeats(i);
        }
        total = sum;
        days = IntStream.range(0, met.length).filter(day -> met[day]).toArray();
        double repeats = histories.totalRepeats();
        constant = (phases - 1) * (histories.sumOfLogGaps() - repeats * Math.log(clockDays))
                - repeats * LogGamma.value(phases);
    }

    @Override
    public double valueAndGradient(double[] logs, double[] gradient) {
        double r = Math.exp(logs[0]);
        double alpha = Math.exp(logs[1]);
        double a = Math.exp(logs[2]);
        double b = Math.exp(logs[3]);
        double[] lnTime = new double[customersByDay.length];
        double[] perTime = new double[customersByDay.length];
        for (int day : days) {
            lnTime[day] = Math.log(alpha + day / clockDays);
            perTime[day] = 1 / (alpha + day / clockDays);
        }
        double[] slopes = new double[4];
        double value = tables(r, alpha, a, b, lnTime, perTime, slopes)
                + (phases == 1
                        ? rows(r, a, b, lnTime, perTime, slopes)
                        : regularRows(r, a, b, lnTime, perTime, slopes));
        gradient[0] = -slopes[0] * r / total;
        gradient[1] = -slopes[1] * alpha / total;
        gradient[2] = -slopes[2] * a / total;
        gradient[3] = -slopes[3] * b / total;
        return -(value + constant) / total;
    }

    private double tables(
            double r, double alpha, double a, double b, double[] lnTime, double[] perTime, double[] slopes) {
        int most = histories.mostRepeats();
        Rising rate = new Rising(r, most * phases);
        Rising stay = new Rising(b, most + firstCounts);
        Rising both = new Rising(a + b, most + firstCounts);
        double value = total * r * Math.log(alpha);
        slopes[0] += total * Math.log(alpha);
        slopes[1] += total * r / alpha;
        for (int x = 0; x <= most; x++) {
            double weight = customersByRepeats[x];
            if (weight > 0) {
                int n = x + firstCounts;
                value += weight * (rate.log(x * phases) + stay.log(n) - both.log(n));
                slopes[0] += weight * rate.slope(x * phases);
                slopes[2] -= weight * both.slope(n);
                slopes[3] += weight * (stay.slope(n) - both.slope(n));
            }
        }
        for (int day : days) {
            double power = r * customersByDay[day] + phases * repeatsByDay[day];
            value -= power * lnTime[day];
            slopes[0] -= customersByDay[day] * lnTime[day];
            slopes[1] -= power * perTime[day];
        }
        return value;
    }

    private double rows(double r, double a, double b, double[] lnTime, double[] perTime, double[] slopes) {
        double[] lnLeft = new double[histories.mostRepeats() + 1];
        double[] leftByRepeats = new double[lnLeft.length];
        for (int x = 0; x < lnLeft.length; x++) {
            lnLeft[x] = Math.log(a / (b + x - 1 + firstCounts));
        }
        double value = 0;
        double byRate = 0;
        double byTime = 0;
        for (int i = 0; i < histories.groups(); i++) {
            int x = histories.repeats(i);
            if (x + firstCounts == 0) {
                continue;
            }
            int last = histories.lastDays(i);
            int observed = histories.observedDays(i);
            double weight = histories.customers(i);
            double power = r + x;
            double gap = lnTime[observed] - lnTime[last];
            double d = lnLeft[x] + power * gap;
            double small = Math.exp(-Math.abs(d));
            value += weight * (Math.max(d, 0) + Math.log(1 + small));
            double left = weight * (d > 0 ? 1 : small) / (1 + small);
            leftByRepeats[x] += left;
            byRate += left * gap;
            byTime += left * power * (perTime[observed] - perTime[last]);
        }
        slopes[0] += byRate;
        slopes[1] += byTime;
        leaving(a, b, leftByRepeats, slopes);
        return value;
    }

    private double regularRows(double r, double a, double b, double[] lnTime, double[] perTime, double[] slopes) {
        double[] leftByRepeats = new double[histories.mostRepeats() + 1];
        double value = 0;
        for (int i = 0; i < histories.groups(); i++) {
            int x = histories.repeats(i);
            int last = histories.lastDays(i);
            int observed = histories.observedDays(i);
            double weight = histories.customers(i);
            double y = r + phases * x;
            double v = (observed - last) / clockDays * perTime[observed];
            double term = 1;
            double sum = 1;
            double harmonic = 0;
            double sumByTime = 0;
            double sumByRate = 0;
            for (int j = 1; j < phases; j++) {
                term *= v * (y + j - 1) / j;
                harmonic += 1 / (y + j - 1);
                sum += term;
                sumByTime -= j * perTime[observed] * term;
                sumByRate += harmonic * term;
            }
            double gap = lnTime[observed] - lnTime[last];
            double d = Math.log(a / (b + x - 1 + firstCounts)) + y * gap - Math.log(sum);
            double small = Math.exp(-Math.abs(d));
            value += weight * (Math.log(sum) + Math.max(d, 0) + Math.log(1 + small));
            double left = weight * (d > 0 ? 1 : small) / (1 + small);
            double stayed = (weight - left) / sum;
            leftByRepeats[x] += left;
            slopes[0] += left * gap + stayed * sumByRate;
            slopes[1] += left * y * (perTime[observed] - perTime[last]) + stayed * sumByTime;
        }
        leaving(a, b, leftByRepeats, slopes);
        return value;
    }

    private void leaving(double a, double b, double[] leftByRepeats, double[] slopes) {
        for (int x = 0; x < leftByRepeats.length; x++) {
            if (leftByRepeats[x] > 0) {
                slopes[2] += leftByRepeats[x] / a;
                slopes[3] -= leftByRepeats[x] / (b + x - 1 + firstCounts);
            }
        }
    }

    /// Fits BG/NBD, MBG/NBD and MBG/CNBD-k, which share their likelihood.
    ///
    /// @param firstCounts 1 when a customer may leave right after the first purchase
    /// @param phases      hidden phases a purchase: 1 for purchases at random moments, more for regular buyers
    record Family(int firstCounts, int phases) {

        Fit<FittedModel> fit(PurchaseHistories histories) {
            double[] moments = Fitting.moments(histories, phases);
            return fitting()
                    .fit(
                            histories,
                            List.of(
                                    new double[] {0, 0, 0, 0},
                                    new double[] {moments[0], moments[1], 0, 1},
                                    new double[] {moments[0], moments[1], -1, 0}));
        }

        /// From the estimates of customers a phase less regular, whose phases last longer.
        Fit<FittedModel> fit(PurchaseHistories histories, Estimates lessRegular) {
            double[] start = fitting().logs(lessRegular, histories);
            start[1] += Math.log((phases - 1.0) / phases);
            return fitting().fit(histories, List.of(start));
        }

        double[] step(PurchaseHistories histories, Estimates from) {
            return fitting().step(histories, from);
        }

        List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted) {
            return fitting().ranges(histories, fitted);
        }

        private Fitting fitting() {
            return new Fitting(
                    List.of("r", "alpha", "a", "b"),
                    Set.of(1),
                    (histories, clockDays) -> new BetaGeoLikelihood(histories, firstCounts, phases, clockDays),
                    estimates -> new FittedBetaGeo(
                            phases > 1 ? estimates.with("k", phases) : estimates, firstCounts, phases));
        }
    }
}
