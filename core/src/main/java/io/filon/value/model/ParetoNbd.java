package io.filon.value.model;

import io.filon.stats.Objective;
import io.filon.stats.Rising;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Customers buy at random moments (rates gamma: r, alpha) and may leave at any moment, not only at a purchase (rates
/// gamma: s, beta).
///
/// @see <a href="http://brucehardie.com/notes/009/">Schmittlein, Morrison and Colombo (1987), as derived by Fader and
///     Hardie (2005)</a>
public record ParetoNbd() implements PurchaseModel {

    private static final Fitting FITTING =
            new Fitting(List.of("r", "alpha", "s", "beta"), Set.of(1, 3), Likelihood::new, FittedPareto::new);

    @Override
    public String name() {
        return "pareto_nbd";
    }

    @Override
    public Fit<FittedModel> fit(PurchaseHistories histories) {
        double[] moments = Fitting.moments(histories, 1);
        return FITTING.fit(
                histories, List.of(new double[] {0, 0, 0, 0}, new double[] {moments[0], moments[1], -0.5, -1}));
    }

    @Override
    public double[] step(PurchaseHistories histories, Estimates from) {
        return FITTING.step(histories, from);
    }

    @Override
    public List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted) {
        return FITTING.ranges(histories, fitted);
    }

    /// Minus the log-likelihood a customer and its gradient, by the logarithms of r, alpha, s and beta.
    static final class Likelihood implements Objective {

        private final PurchaseHistories histories;
        private final List<SameRepeats> byRepeats;
        private final double total;
        private final double[] customersByRepeats;

        Likelihood(PurchaseHistories histories, double clockDays) {
            this.histories = histories;
            this.byRepeats = SameRepeats.of(histories, clockDays);
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
            for (SameRepeats same : byRepeats) {
                history.walk(p[0] + same.repeats(), same.times());
                for (int i = 0; i < same.last().length; i++) {
                    double weight = histories.customers(same.first() + i);
                    value += weight * history.between(same.last()[i], same.end()[i]);
                    for (int j = 0; j < 4; j++) {
                        slopes[j] += weight * history.slopes[j];
                    }
                }
            }
            for (int j = 0; j < 4; j++) {
                gradient[j] = -slopes[j] * p[j] / total;
            }
            return -value / total;
        }
    }

    /// Groups of histories with as many repeats, which follow one another, and the days that any of them has.
    ///
    /// @param first of the groups
    /// @param times ascending, each once
    /// @param last  by group, the place of its last purchase among the times
    /// @param end   by group, the place of the end of what is known
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record SameRepeats(int repeats, int first, double[] times, int[] last, int[] end) {

        /// @param clockDays unit of the times
        static List<SameRepeats> of(PurchaseHistories histories, double clockDays) {
            List<SameRepeats> result = new ArrayList<>();
            int[] place = new int[histories.longestDays() + 1];
            for (int from = 0; from < histories.groups(); from += result.getLast().last.length) {
                result.add(one(histories, from, clockDays, place));
            }
            return result;
        }

        private static SameRepeats one(PurchaseHistories histories, int from, double clockDays, int[] place) {
            int repeats = histories.repeats(from);
            int to = from;
            while (to < histories.groups() && histories.repeats(to) == repeats) {
                to++;
            }
            int[] days = IntStream.range(from, to)
                    .flatMap(i -> IntStream.of(histories.lastDays(i), histories.observedDays(i)))
                    .sorted()
                    .distinct()
                    .toArray();
            for (int i = 0; i < days.length; i++) {
                place[days[i]] = i;
            }
            return new SameRepeats(
                    repeats,
                    from,
                    Arrays.stream(days).mapToDouble(day -> day / clockDays).toArray(),
                    IntStream.range(from, to)
                            .map(i -> place[histories.lastDays(i)])
                            .toArray(),
                    IntStream.range(from, to)
                            .map(i -> place[histories.observedDays(i)])
                            .toArray());
        }
    }
}
