package io.filon.value.model;

import io.filon.stats.NegativeBinomial;
import io.filon.stats.Objective;
import io.filon.stats.Rising;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

// A history's likelihood is alpha^r Γ(r+x)/Γ(r) (alpha+T)^-(r+x). Ehrenberg (1959).

/// Customers buy at random moments, each at a rate of their own, and nobody ever leaves: the baseline that any model
/// of leaving must beat.
public record Nbd() implements PurchaseModel {

    private static final Fitting FITTING =
            new Fitting(List.of("r", "alpha"), Set.of(1), Nbd::likelihood, FittedNbd::new);

    @Override
    public String name() {
        return "nbd";
    }

    @Override
    public boolean leaves() {
        return false;
    }

    @Override
    public Fit<FittedModel> fit(PurchaseHistories histories) {
        return FITTING.fit(histories, List.of(Fitting.moments(histories, 1), new double[] {0, 0}));
    }

    @Override
    public double[] step(PurchaseHistories histories, Estimates from) {
        return FITTING.step(histories, from);
    }

    @Override
    public List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted) {
        return FITTING.ranges(histories, fitted);
    }

    static Objective likelihood(PurchaseHistories histories, double clock) {
        double total = histories.total();
        double[] byRepeats = new double[histories.mostRepeats() + 1];
        double[] byDay = new double[histories.longestDays() + 1];
        double[] repeatsByDay = new double[byDay.length];
        for (int i = 0; i < histories.groups(); i++) {
            byRepeats[histories.repeats(i)] += histories.customers(i);
            byDay[histories.observedDays(i)] += histories.customers(i);
            repeatsByDay[histories.observedDays(i)] += histories.customers(i) * histories.repeats(i);
        }
        return (logs, gradient) -> {
            double r = Math.exp(logs[0]);
            double alpha = Math.exp(logs[1]);
            Rising rising = new Rising(r, byRepeats.length - 1);
            double value = total * r * Math.log(alpha);
            double bySize = total * Math.log(alpha);
            double byTime = total * r / alpha;
            for (int x = 0; x < byRepeats.length; x++) {
                value += byRepeats[x] * rising.log(x);
                bySize += byRepeats[x] * rising.slope(x);
            }
            for (int day = 0; day < byDay.length; day++) {
                double time = alpha + day / clock;
                double power = r * byDay[day] + repeatsByDay[day];
                value -= power * Math.log(time);
                bySize -= byDay[day] * Math.log(time);
                byTime -= power / time;
            }
            gradient[0] = -bySize * r / total;
            gradient[1] = -byTime * alpha / total;
            return -value / total;
        };
    }

    private record FittedNbd(Estimates estimates) implements FittedModel {

        @Override
        public FittedModel at(double[] parameters) {
            return new FittedNbd(estimates.at(parameters));
        }

        @Override
        public double[] expectedOrders(PurchaseHistories histories, double days) {
            return each(histories, i -> size(histories, i) * odds(histories, i, days));
        }

        @Override
        public double[] alive(PurchaseHistories histories) {
            return each(histories, i -> 1);
        }

        @Override
        public double[] noPurchase(PurchaseHistories histories, double days) {
            return each(histories, i -> Math.exp(-size(histories, i) * Math.log1p(odds(histories, i, days))));
        }

        @Override
        public double[] chances(PurchaseHistories histories, int group, double days, int most) {
            double[] reached = new double[most + 2];
            double[] some = NegativeBinomial.atLeast(size(histories, group), odds(histories, group, days), most);
            System.arraycopy(some, 0, reached, 0, some.length);
            return IntStream.rangeClosed(0, most)
                    .mapToDouble(m -> reached[m] - reached[m + 1])
                    .toArray();
        }

        @Override
        public double expectedOfNewcomer(double days) {
            return estimates.value(0) * days / (estimates.value(1) * Fitting.DAYS_A_WEEK);
        }

        private double size(PurchaseHistories histories, int group) {
            return estimates.value(0) + histories.repeats(group);
        }

        private double odds(PurchaseHistories histories, int group, double days) {
            return days / (estimates.value(1) * Fitting.DAYS_A_WEEK + histories.observedDays(group));
        }

        private static double[] each(PurchaseHistories histories, IntToDoubleFunction value) {
            return IntStream.range(0, histories.groups()).mapToDouble(value).toArray();
        }
    }
}
