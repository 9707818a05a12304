package io.filon.value.model;

import io.filon.value.model.Fit.Fitted;
import java.util.List;

/// As [MbgNbd] for customers who buy at regular intervals: `k` is how regular, chosen by likelihood from 1 (at random)
/// to 12. Needs [PurchaseHistories#withLogGaps].
///
/// @see <a href="https://doi.org/10.1016/j.ijresmar.2017.07.002">Reutterer, Platzer and Schröder (2020)</a>
public record MbgCnbd() implements PurchaseModel {

    private static final int MOST = 12;

    @Override
    public String name() {
        return "mbg_cnbd_k";
    }

    @Override
    public Fit<FittedModel> fit(PurchaseHistories histories) {
        Fit<FittedModel> best = of(1, histories);
        for (int k = 2; k <= MOST; k++) {
            Fit<FittedModel> next = best instanceof Fitted<FittedModel>(FittedModel before)
                    ? new BetaGeoLikelihood.Family(1, k).fit(histories, before.estimates())
                    : of(k, histories);
            if (!(logLikelihood(next) > logLikelihood(best))) {
                return best;
            }
            best = next;
        }
        return best;
    }

    /// With `k` given.
    public static Fit<FittedModel> of(int k, PurchaseHistories histories) {
        return new BetaGeoLikelihood.Family(1, k).fit(histories);
    }

    @Override
    public double[] step(PurchaseHistories histories, Estimates from) {
        return chosen(from).step(histories, from);
    }

    @Override
    public List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted) {
        return chosen(fitted).ranges(histories, fitted);
    }

    private static BetaGeoLikelihood.Family chosen(Estimates fitted) {
        int k = fitted.parameters().size() > 4 ? (int) fitted.value(4) : 1;
        return new BetaGeoLikelihood.Family(1, k);
    }

    private static double logLikelihood(Fit<FittedModel> fit) {
        return fit instanceof Fitted<FittedModel>(FittedModel model)
                ? model.estimates().logLikelihood()
                : Double.NEGATIVE_INFINITY;
    }
}
