package io.filon.value.model;

import java.util.List;

/// A fitted model's answers about customers with known histories. Every array has one entry a group of the histories.
public interface FittedModel {

    Estimates estimates();

    /// The same model with other parameters.
    ///
    /// @param parameters in the order of the estimates; those not given stay
    FittedModel at(double[] parameters);

    /// Purchase days to expect in the next `days`.
    double[] expectedOrders(PurchaseHistories histories, double days);

    /// Chance that the customer has not left, 0..1. What a marketer acts on is [#noPurchase].
    double[] alive(PurchaseHistories histories);

    /// Chance of no purchase in the next `days`, 0..1.
    double[] noPurchase(PurchaseHistories histories, double days);

    /// Chances of 0, 1, … purchases in the next `days` for one group; the last entry holds "that many or more".
    double[] chances(PurchaseHistories histories, int group, double days, int most);

    /// What a customer's traits change in what is expected; empty for models that do not read traits.
    default List<Effect> effects(PurchaseHistories histories, int group) {
        return List.of();
    }

    /// One trait's effect, beside customers with the most frequent value.
    ///
    /// @param buying  times as often
    /// @param leaving times as ready to leave after a purchase
    record Effect(String trait, String value, double buying, double leaving) {}

    /// Purchases a newcomer makes in the first `days` after the first purchase.
    double expectedOfNewcomer(double days);
}
