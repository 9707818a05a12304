package io.filon.value.model;

import java.util.List;

/// Customers buy at random moments, each at a rate of their own, and may leave after every purchase, the first
/// included. The default: it never calls somebody who bought once certain to be there.
///
/// @see <a href="https://doi.org/10.1016/j.ijresmar.2006.12.005">Batislam, Denizel and Filiztekin (2007)</a>
public record MbgNbd() implements PurchaseModel {

    private static final BetaGeoLikelihood.Family FAMILY = new BetaGeoLikelihood.Family(1, 1);

    @Override
    public String name() {
        return "mbg_nbd";
    }

    @Override
    public Fit<FittedModel> fit(PurchaseHistories histories) {
        return FAMILY.fit(histories);
    }

    @Override
    public double[] step(PurchaseHistories histories, Estimates from) {
        return FAMILY.step(histories, from);
    }

    @Override
    public List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted) {
        return FAMILY.ranges(histories, fitted);
    }
}
