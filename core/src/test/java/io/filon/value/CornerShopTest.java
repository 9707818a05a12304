package io.filon.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The thirty customers whose README works out every number by hand.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CornerShopTest {

    @AutoClose
    private final DuckStore store = CornerShop.store();

    @BeforeAll
    void value() {
        new Valuation(Settings.defaults()).run(store);
    }

    @Test
    void every_customers_ladder_is_the_one_worked_out_by_hand() {
        String steps = "customer_id, gross_sales, discounts, returned, taxes, net_sales, product_cost, gross_margin, "
                + "shipping_income, shipping_cost, payment_cost, commission, return_cost, service_cost, contact_cost, "
                + "contribution, acquisition_cost, net";

        assertThat(rows("select " + steps + " from customer_ledger order by 1"))
                .isEqualTo(rows(
                        "select " + exact(steps) + " from " + CornerShop.expected("customer_ledger") + " order by 1"));
    }

    @Test
    void the_bridge_of_the_base_is_the_one_worked_out_by_hand() {
        assertThat(rows("select step, abs(amount) from ladder order by position"))
                .isEqualTo(rows("select step, cast(amount as decimal(18, 4)) from " + CornerShop.expected("ladder")
                        + " order by cast(position as int)"));
    }

    @Test
    void stars_and_loss_makers_are_those_worked_out_by_hand() {
        assertThat(rows("select customer_id, orders_window, net_window from star_customers"))
                .isEqualTo(rows("select customer_id, cast(orders_last_12_months as bigint), "
                        + "cast(contribution_last_12_months as decimal(18, 4)) from "
                        + CornerShop.expected("star_customers")));
        assertThat(rows("select customer_id, net from loss_makers order by customer_id"))
                .isEqualTo(rows("select customer_id, cast(net as decimal(18, 4)) from "
                        + CornerShop.expected("loss_makers") + " order by customer_id"));
    }

    @Test
    void everybody_is_in_the_stage_worked_out_by_hand() {
        assertThat(rows("select customer_id, order_days, days_since_last_order, round(usual_gap_days, 2), stage, "
                        + "net_total from lifecycle order by 1"))
                .isEqualTo(rows("select customer_id, cast(purchase_days as bigint), cast(hiatus_days as bigint), "
                        + "round(cast(usual_gap_days as double), 2), case state when 'dormant_high' then "
                        + "'dormant_high_value' when 'dormant_low' then 'dormant_low_value' else state end, "
                        + "cast(net as decimal(18, 4)) from " + CornerShop.expected("lifecycle") + " order by 1"));
    }

    @Test
    void the_whale_curve_is_the_one_worked_out_by_hand() {
        assertThat(rows("select position, round(buyer_share, 6), round(net_share, 6) from whale_points"))
                .isEqualTo(rows("select cast(position as bigint), round(cast(buyer_share as double), 6), "
                        + "round(cast(net_share as double), 6) from " + CornerShop.expected("whale_points")));
        assertThat(store.text(Sql.of("select lost from whale_totals"))).hasValue("172.0000");
    }

    @Test
    void nothing_rests_on_an_assumption() {
        assertThat(store.number(Sql.of("select count(*) from assumptions where used")))
                .isZero();
    }

    private static String exact(String steps) {
        return steps.replaceAll(", ([a-z_]+)", ", cast($1 as decimal(18, 4)) as $1");
    }

    private List<String> rows(String select) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(select),
                row -> rows.add(String.join(
                        " ", row.values().stream().map(String::valueOf).toList())));
        return rows;
    }
}
