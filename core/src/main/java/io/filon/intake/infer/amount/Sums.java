package io.filon.intake.infer.amount;

import io.filon.intake.plan.Role;
import io.filon.store.Store;

/// Reads what the columns of money of one file are from the sums that hold between them.
public final class Sums {

    private final Taxes taxes;
    private final Fees fees;
    private final Discounts discounts;

    public Sums(Store store) {
        Equations equations = new Equations(store);
        this.taxes = new Taxes(equations);
        this.fees = new Fees(equations);
        this.discounts = new Discounts(equations);
    }

    /// @return whether it stays open if the amounts are before or after the discounts that stand apart
    public boolean ofLines(MoneyFile file) {
        fees.settle(file, Role.AMOUNT);
        taxes.ofLines(file);
        return discounts.ofLines(file);
    }

    public void ofOrders(MoneyFile file) {
        fees.settle(file, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL);
        taxes.ofOrders(file);
        discounts.ofOrders(file);
    }
}
