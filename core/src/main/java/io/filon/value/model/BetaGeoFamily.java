package io.filon.value.model;

import java.util.List;
import java.util.Set;

/// Fits BG/NBD, MBG/NBD and MBG/CNBD-k, which share their likelihood.
///
/// @param firstCounts 1 when a customer may leave right after the first purchase
/// @param phases      hidden phases a purchase: 1 for purchases at random moments, more for regular buyers
record BetaGeoFamily(int firstCounts, int phases) {

    Fit<FittedModel> fit(PurchaseHistories histories) {
        double[] moments = Fitting.moments(histories, phases);
        return fitting()
                .fit(
                        histories,
                        List.of(new double[] {0, 0, 0, 0}, new double[] {moments[0], moments[1], 0, 1}, new double[] {
                            moments[0], moments[1], -1, 0
                        }));
    }

    /// From the estimates of customers a phase less regular, whose phases last longer.
    Fit<FittedModel> fit(PurchaseHistories histories, Estimates lessRegular) {
        double[] start = fitting().logs(lessRegular, histories);
        start[1] += Math.log((phases - 1.0) / phases);
        return fitting().fit(histories, List.of(start));
    }

    Fit<FittedModel> refit(PurchaseHistories histories, Estimates near) {
        return fitting().refit(histories, near);
    }

    private Fitting fitting() {
        return new Fitting(
                List.of("r", "alpha", "a", "b"),
                Set.of(1),
                (histories, clockDays) -> new BetaGeoLikelihood(histories, firstCounts, phases, clockDays),
                estimates ->
                        new FittedBetaGeo(phases > 1 ? estimates.with("k", phases) : estimates, firstCounts, phases));
    }
}
