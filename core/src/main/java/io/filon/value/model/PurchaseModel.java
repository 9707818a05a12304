package io.filon.value.model;

import java.util.List;

/// An idea of how customers buy and leave, ready to be fitted.
public interface PurchaseModel {

    /// `mbg_nbd`
    String name();

    /// Whether customers can leave; without that there is no chance of leaving to speak of.
    default boolean leaves() {
        return true;
    }

    Fit<FittedModel> fit(PurchaseHistories histories);

    /// How far the logarithms of the parameters would move, had the base been that one, which hardly differs.
    double[] step(PurchaseHistories histories, Estimates from);

    /// How well the parameters of a fit to these histories are known.
    List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted);
}
