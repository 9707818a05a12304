package io.filon.intake.infer.amount;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Role;
import io.filon.store.Store;
import java.util.List;

/// Reads what the columns of money of one file are from the sums that hold between them.
public final class Sums {

    private final OnEveryLine onEveryLine;
    private final Taxes taxes;
    private final UnknownTaxes unknownTaxes;
    private final Fees fees;
    private final Discounts discounts;
    private final ShippingInside shipping;
    private final Refunds refunds;
    private final PartLines parts;

    /// @param doubts to add to
    public Sums(Store store, List<Doubt> doubts) {
        Equations equations = new Equations(store);
        this.onEveryLine = new OnEveryLine(equations, doubts);
        this.taxes = new Taxes(equations, new Rates(equations, new PieceOrLine(store)));
        this.unknownTaxes = new UnknownTaxes(equations, doubts);
        this.fees = new Fees(equations);
        this.discounts = new Discounts(equations, doubts);
        this.shipping = new ShippingInside(store);
        this.refunds = new Refunds(equations);
        this.parts = new PartLines(store);
    }

    /// What is written of the whole order on each of its lines; before anything is read of single lines.
    public void ofWholeOrders(MoneyFile file) {
        onEveryLine.settle(file);
    }

    /// @return whether it stays open if the amounts are before or after the discounts that stand apart
    public boolean ofLines(MoneyFile file) {
        onEveryLine.discount(file);
        discounts.net(file);
        discounts.ofRates(file);
        fees.settle(file, Role.AMOUNT);
        taxes.ofLines(file);
        unknownTaxes.ofLines(file);
        parts.settle(file);
        return discounts.ofLines(file);
    }

    /// What was given back, once the amounts are known.
    public void refundsOfLines(MoneyFile file) {
        refunds.ofLines(file);
    }

    public void ofOrders(MoneyFile file) {
        fees.settle(file, Role.ORDER_TOTAL, Role.ORDER_SUBTOTAL);
        taxes.ofOrders(file);
        unknownTaxes.ofOrders(file);
        shipping.ofOrders(file);
        discounts.ofOrders(file);
    }
}
