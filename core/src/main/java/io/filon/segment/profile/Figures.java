package io.filon.segment.profile;

import io.filon.segment.Amounts;
import io.filon.segment.Base;
import io.filon.store.Sql;
import io.filon.store.Store;
import org.jspecify.annotations.Nullable;

/// The amounts of every customer that a profile adds up.
///
/// @param net12m       contribution after acquisition of the last 12 months
/// @param net          of the whole history
/// @param netSales     of the whole history
/// @param grossMargin  of the whole history
/// @param costToServe  sending, payment, commission, handling of returns, service and messages, less what was charged
///     for sending; of the whole history
/// @param predicted    what the next 12 months are to bring; null when nothing was foretold for these data
/// @param orders       days of purchase to expect in them; null with it
public record Figures(
        Amounts net12m,
        Amounts net,
        Amounts netSales,
        Amounts grossMargin,
        Amounts costToServe,
        @Nullable Foretold predicted,
        @Nullable Foretold orders) {

    private static final String COST_TO_SERVE = "(select customer_id, shipping_cost - shipping_income + payment_cost "
            + "+ commission + return_cost + service_cost + contact_cost as cost from customer_ledger)";

    public static Figures of(Base base) {
        Store store = base.store();
        int length = base.index().size();
        boolean foretold = store.tables().contains("valued")
                && store.tables().contains("predicted_values")
                && store.number(Sql.of("select count(*) from valued where foretold")) > 0
                && store.number(Sql.of("select count(*) from predicted_values")) > 0;
        return new Figures(
                base.amounts("net_12m"),
                base.amounts("net_total"),
                Amounts.load(store, "customer_ledger", "net_sales", length),
                Amounts.load(store, "customer_ledger", "gross_margin", length),
                Amounts.load(store, COST_TO_SERVE, "cost", length),
                foretold ? Foretold.value(store, length) : null,
                foretold ? Foretold.orders(store, length) : null);
    }
}
