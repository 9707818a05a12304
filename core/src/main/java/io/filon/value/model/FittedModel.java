package io.filon.value.model;

/// A fitted model's answers about customers with known histories. Every array has one entry a group of the histories.
public interface FittedModel {

    Estimates estimates();

    /// Purchase days to expect in the next `days`.
    double[] expectedOrders(PurchaseHistories histories, double days);

    /// Chance that the customer has not left, 0..1. What a marketer acts on is [#noPurchase].
    double[] alive(PurchaseHistories histories);

    /// Chance of no purchase in the next `days`, 0..1.
    double[] noPurchase(PurchaseHistories histories, double days);

    /// Chances of 0, 1, … purchases in the next `days` for one group; the last entry holds "that many or more".
    double[] chances(PurchaseHistories histories, int group, double days, int most);

    /// Purchases a newcomer makes in the first `days` after the first purchase.
    double expectedOfNewcomer(double days);
}
