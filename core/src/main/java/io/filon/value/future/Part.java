package io.filon.value.future;

import io.filon.value.contest.Snapshot;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseHistories;
import java.util.Arrays;

// How a total moves when the model is learnt anew, and how it spreads over the days, are the same for some thousand
// histories as for all: what a base of a million needs is not more of them. The variance of what is learnt falls with
// the customers it is learnt from.

/// Histories that stand for all of them, where only proportions of a total are asked.
///
/// @param worth     by group, multiplies the orders
/// @param customers of all histories
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared
record Part(PurchaseHistories histories, double[] worth, double customers) {

    private static final int ENOUGH = 2_000;

    /// @param margin of an order of each customer
    static Part of(Snapshot known, double[] margin) {
        PurchaseHistories all = known.histories();
        double[] worth = new double[all.groups()];
        for (int i = 0; i < known.size(); i++) {
            int group = all.groupOf(i);
            worth[group] += margin[i] / all.customers(group);
        }
        int step = Math.max(1, all.groups() / ENOUGH);
        double[] kept = new double[(worth.length + step - 1) / step];
        Arrays.setAll(kept, i -> worth[i * step]);
        return new Part(all.every(step), kept, all.total());
    }

    /// What is learnt from all customers varies so much less than what is learnt from these.
    double scale() {
        return histories.total() / customers;
    }

    /// Which share of what comes in `days` comes by `day`.
    double comeBy(FittedModel model, double day, double days) {
        double whole = total(model, days);
        return whole == 0 ? day / days : total(model, day) / whole;
    }

    double total(FittedModel model, double days) {
        double[] orders = model.expectedOrders(histories, days);
        double total = 0;
        for (int i = 0; i < orders.length; i++) {
            total += orders[i] * worth[i] * histories.customers(i);
        }
        return total;
    }
}
