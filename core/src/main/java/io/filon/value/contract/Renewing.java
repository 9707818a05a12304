package io.filon.value.contract;

import io.filon.stats.Poisson;
import io.filon.value.contract.Term.Outlook;
import io.filon.value.contract.Term.Total;
import io.filon.value.model.Fit;
import io.filon.value.model.ShiftedBetaGeo;
import io.filon.value.model.ShiftedBetaGeo.Retention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

// A contract's periods within the horizon are counted from its next renewal. The total's range adds to what chance does
// to each contract how far the total moves when the counts of contracts are drawn anew (Poisson) and learnt from again.

/// What contracts of one length bring by what was learnt of their renewals.
final class Renewing {

    private static final int REPLICAS = 60;
    private static final double OUTSIDE = 0.1;
    private static final double EIGHT_OF_TEN = 1.2815515655446004;

    private final Retention model;
    private final Counts counts;
    private final int periods;
    private final Map<Integer, Future> futures = new HashMap<>();

    /// @param low      periods that are reached or passed in nine cases of ten
    /// @param high     periods that are passed in one of ten at most
    private record Future(double expected, double variance, int low, int high) {}

    Renewing(Retention model, Counts counts, int periods) {
        this.model = model;
        this.counts = counts;
        this.periods = periods;
    }

    Outlook outlook(Contract contract) {
        double amount = contract.amount() == null ? Double.NaN : contract.amount();
        if (contract.endsOn() != null) {
            int left = Math.min(periods, contract.periodsLeft());
            return new Outlook(contract, left > 0 ? 1 : 0, left, amount * left, amount * left, amount * left);
        }
        Future future = future(contract);
        return new Outlook(
                contract,
                model.renewal(contract.renewals()),
                future.expected,
                amount * future.expected,
                amount * future.low,
                amount * future.high);
    }

    private Future future(Contract contract) {
        return futures.computeIfAbsent(contract.renewals(), this::future);
    }

    private Future future(int renewals) {
        double still = 1;
        double expected = 0;
        double squares = 0;
        int low = 0;
        int high = 0;
        for (int t = 1; t <= periods; t++) {
            still *= model.renewal(renewals + t - 1);
            expected += still;
            squares += (2 * t - 1) * still;
            low = still >= 1 - OUTSIDE ? t : low;
            high = still > OUTSIDE ? t : high;
        }
        return new Future(expected, Math.max(0, squares - expected * expected), low, high);
    }

    Total total(List<Outlook> outlooks) {
        double expected = 0;
        double value = 0;
        double variance = 0;
        int unstated = 0;
        double[] amounts = new double[counts.running().length];
        for (Outlook outlook : outlooks) {
            Contract contract = outlook.contract();
            expected += outlook.expected();
            if (contract.amount() == null) {
                unstated++;
                continue;
            }
            value += outlook.value();
            if (contract.open()) {
                variance += contract.amount() * contract.amount() * future(contract).variance;
                amounts[contract.renewals()] += contract.amount();
            }
        }
        double half = EIGHT_OF_TEN * Math.sqrt(variance + learning(amounts));
        return new Total(expected, value, Math.max(0, value - half), value + half, unstated);
    }

    /// Variance of the total by how well the past pins the model down.
    private double learning(double[] amounts) {
        RandomGenerator random = new SplittableRandom(1);
        List<Double> totals = new ArrayList<>();
        for (int r = 0; r < REPLICAS; r++) {
            if (ShiftedBetaGeo.fit(drawn(random, counts.ended()), drawn(random, counts.running()))
                    instanceof Fit.Fitted<Retention>(Retention other)) {
                double total = 0;
                for (int renewals = 0; renewals < amounts.length; renewals++) {
                    total += amounts[renewals] == 0 ? 0 : amounts[renewals] * other.expectedPeriods(renewals, periods);
                }
                totals.add(total);
            }
        }
        double mean = totals.stream().mapToDouble(x -> x).average().orElse(0);
        double squares =
                totals.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        return totals.size() < 2 ? 0 : squares / (totals.size() - 1);
    }

    private static double[] drawn(RandomGenerator random, double[] counts) {
        return Arrays.stream(counts).map(count -> Poisson.draw(random, count)).toArray();
    }
}
