package io.filon.value;

import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Settings;
import io.filon.workspace.Settings.Costs;
import io.filon.workspace.Settings.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes the settings that the value scripts read: `assumed` (one row a number nobody stated) and the one-row
/// `value_settings`.
final class Assumed {

    private record Named(String name, Range range, Range usual, String unit) {
        String origin() {
            return range.equals(usual) ? "default" : "declared";
        }
    }

    private Assumed() {}

    static void write(Store store, Settings settings) {
        store.run(Sql.of("create or replace table assumed (name varchar, value double, low double, high double, "
                + "unit varchar, origin varchar)"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Named number : numbers(settings)) {
            rows.add(List.of(
                    number.name,
                    number.range.value(),
                    number.range.low(),
                    number.range.high(),
                    number.unit,
                    number.origin()));
        }
        store.append("assumed", rows);
        store.run(Sql.of(
                "create or replace table value_settings as select cast(? as varchar) as unit, "
                        + "cast(? as boolean) as prices_include_tax, cast(? as integer) as star_window_days, "
                        + "cast(? as integer) as star_min_orders",
                settings.unit().name().toLowerCase(Locale.ROOT),
                settings.taxes().pricesInclude(),
                settings.stars().windowDays(),
                settings.stars().minOrders()));
    }

    private static List<Named> numbers(Settings settings) {
        Costs costs = settings.costs();
        Costs usual = Settings.defaults().costs();
        return List.of(
                new Named(
                        "tax_rate",
                        settings.taxes().rate(),
                        Settings.defaults().taxes().rate(),
                        "share"),
                new Named("product_margin_share", costs.productMarginShare(), usual.productMarginShare(), "share"),
                new Named("payment_fee_share", costs.paymentFeeShare(), usual.paymentFeeShare(), "share"),
                new Named(
                        "shipping_cost_per_order", costs.shippingCostPerOrder(), usual.shippingCostPerOrder(), "money"),
                new Named("return_handling_cost", costs.returnHandlingCost(), usual.returnHandlingCost(), "money"),
                new Named("service_cost_per_hour", costs.serviceCostPerHour(), usual.serviceCostPerHour(), "money"),
                new Named("minutes_per_ticket", costs.minutesPerTicket(), usual.minutesPerTicket(), "minutes"),
                new Named("contact_cost", costs.contactCost(), usual.contactCost(), "money"));
    }
}
