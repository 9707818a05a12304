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

    /// Fits again from where a fit of similar data ended, for bootstraps.
    Fit<FittedModel> refit(PurchaseHistories histories, Estimates near);

    /// How well the parameters of a fit to these histories are known.
    List<Estimates.Range> ranges(PurchaseHistories histories, Estimates fitted);
}
