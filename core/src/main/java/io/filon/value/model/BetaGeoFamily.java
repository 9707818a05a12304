package io.filon.value.model;

import io.filon.value.model.Estimates.Parameter;
import io.filon.value.model.Fit.Fitted;
import io.filon.value.model.Fit.NotIdentified;
import io.filon.value.model.Fit.TooFew;
import io.filon.value.model.Maximum.Search;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/// Fits BG/NBD, MBG/NBD and MBG/CNBD-k, which share their likelihood.
///
/// @param firstCounts 1 when a customer may leave right after the first purchase
/// @param phases      hidden phases a purchase: 1 for purchases at random moments, more for regular buyers
record BetaGeoFamily(int firstCounts, int phases) {

    /// Fewer customers who came back say nothing about how customers differ.
    static final int NEEDED = 10;

    static final double DAYS_A_WEEK = 7;
    private static final List<String> NAMES = List.of("r", "alpha", "a", "b");
    private static final int ENOUGH_TO_START = 4_000;

    Fit<FittedModel> fit(PurchaseHistories histories) {
        if (histories.returned() < NEEDED) {
            return new TooFew<>(NEEDED, (long) histories.returned());
        }
        double clock = histories.longestDays();
        PurchaseHistories part = histories.thinned(ENOUGH_TO_START);
        BetaGeoLikelihood whole = new BetaGeoLikelihood(histories, firstCounts, phases, clock);
        BetaGeoLikelihood coarse = part == histories ? whole : new BetaGeoLikelihood(part, firstCounts, phases, clock);
        return ended(Maximum.from(starts(histories), coarse, whole, histories.total()), histories, clock);
    }

    Fit<FittedModel> refit(PurchaseHistories histories, Estimates near) {
        if (histories.returned() < NEEDED) {
            return new TooFew<>(NEEDED, (long) histories.returned());
        }
        double clock = histories.longestDays();
        double[] start = new double[4];
        for (int i = 0; i < 4; i++) {
            start[i] = Math.log(near.value(i));
        }
        start[1] += Math.log(DAYS_A_WEEK / clock);
        BetaGeoLikelihood whole = new BetaGeoLikelihood(histories, firstCounts, phases, clock);
        return ended(Maximum.near(start, whole, histories.total()), histories, clock);
    }

    private List<double[]> starts(PurchaseHistories histories) {
        double[] moments = moments(histories, phases);
        return List.of(new double[] {0, 0, 0, 0}, new double[] {moments[0], moments[1], 0, 1}, new double[] {
            moments[0], moments[1], -1, 0
        });
    }

    /// Where a search for the rates of purchase starts: the logarithms of shape and inverse scale of the gamma
    /// distribution with the observed mean and spread, in units of the longest history.
    static double[] moments(PurchaseHistories histories, int phases) {
        double total = histories.total();
        double mean = 0;
        double time = 0;
        for (int i = 0; i < histories.groups(); i++) {
            mean += histories.customers(i) * histories.repeats(i) / total;
            time += histories.customers(i) * histories.observedDays(i) / total / histories.longestDays();
        }
        double variance = 0;
        for (int i = 0; i < histories.groups(); i++) {
            double off = histories.repeats(i) - mean;
            variance += histories.customers(i) * off * off / total;
        }
        double r = Math.clamp(variance > mean * 1.01 ? mean * mean / (variance - mean) : 10, 0.05, 20);
        return new double[] {Math.log(r), Math.clamp(Math.log(r * time / mean / phases), -8, 8)};
    }

    private Fit<FittedModel> ended(Search search, PurchaseHistories histories, double clock) {
        return switch (search) {
            case Search.Lost(int parameter, Fit.Reason reason) -> new NotIdentified<>(NAMES.get(parameter), reason);
            case Search.Found found -> new Fitted<>(fitted(found, histories, clock));
        };
    }

    private FittedModel fitted(Search.Found found, PurchaseHistories histories, double clock) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double value = Math.exp(found.logs()[i]) * (i == 1 ? clock / DAYS_A_WEEK : 1);
            parameters.add(new Parameter(NAMES.get(i), value, value * Math.sqrt(found.covariance()[i][i])));
        }
        if (phases > 1) {
            parameters.add(new Parameter("k", phases, 0));
        }
        double repeats = histories.totalRepeats();
        double perClock = -found.value() * histories.total()
                + (phases - 1) * (histories.sumOfLogGaps() - repeats * Math.log(clock))
                - repeats * LogGamma.value(phases);
        double perWeek = perClock + repeats * Math.log(DAYS_A_WEEK / clock);
        return new FittedBetaGeo(new Estimates(parameters, perWeek), firstCounts, phases);
    }
}
