package io.filon.value.model;

import java.util.List;

/// As [MbgNbd], but nobody leaves before a first repeat: whoever bought once counts as there for ever.
///
/// @see <a href="http://brucehardie.com/papers/018/">Fader, Hardie and Lee (2005)</a>
public record BgNbd() implements PurchaseModel {

    private static final BetaGeoLikelihood.Family FAMILY = new BetaGeoLikelihood.Family(0, 1);

    @Override
    public String name() {
        return "bg_nbd";
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
