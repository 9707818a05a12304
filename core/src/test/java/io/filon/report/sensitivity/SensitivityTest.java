package io.filon.report.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.report.sensitivity.Sensitivity.Claim;
import io.filon.report.sensitivity.Sensitivity.Lever;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.value.Tables;
import io.filon.value.Tables.Line;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import io.filon.workspace.Settings.Costs;
import io.filon.workspace.Settings.Range;
import io.filon.workspace.Settings.Taxes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What is said of another value is what comes out when the ledger is worked out anew with it.
class SensitivityTest {

    @AutoClose
    private final DuckStore store = shop();

    @Test
    void the_value_that_turns_a_finding_turns_it_when_valued_anew() {
        Sensitivity sensitivity = valued(Settings.defaults());
        assertThat(sensitivity.levers().getFirst().flips())
                .as("what turns something comes first")
                .isTrue();
        Lever shipping = lever(sensitivity, "shipping_cost_per_order");
        Claim losses = claim(shipping, "loss_makers");

        assertThat(losses.flipsAt()).isNotNull().isBetween(0.0, 5.0);
        String losing = losers();
        valued(with(costs(losses.flipsAt(), 0.4), false, 0.21));
        assertThat(store.number(Sql.of("select cast(round(sum(net) * 100) as bigint) from customer_ledger "
                        + "where customer_id in (" + losing + ")")))
                .isBetween(-1L, 1L);
    }

    @Test
    void what_is_said_of_the_end_of_a_range_is_so_when_valued_anew() {
        Lever shipping = lever(valued(Settings.defaults()), "shipping_cost_per_order");
        long before = store.number(Sql.of("select count(*) from star_customers"));
        store.run(Sql.of("create table stars_before as select customer_id from star_customers"));

        assertThat(net(with(costs(7.5, 0.4), false, 0.21)))
                .isEqualTo(shipping.netAtHigh().doubleValue(), within(0.01));
        assertThat(store.number(Sql.of("select count(*) from loss_makers"))).isEqualTo(shipping.losingAtHigh());
        long kept = store.number(Sql.of("select count(*) from star_customers semi join stars_before "
                + "on stars_before.customer_id = star_customers.customer_id"));
        assertThat(shipping.starsKeptAtHigh()).isEqualTo((double) kept / before);
        assertThat(kept).isBetween(1L, before - 1);
    }

    @Test
    void margin_and_tax_are_no_exception() {
        Sensitivity sensitivity = valued(Settings.defaults());
        Lever margin = lever(sensitivity, "product_margin_share");
        Lever tax = lever(sensitivity, "tax_inside");
        double now = Double.parseDouble(store.text(Sql.of("select amount from ladder where step = 'net'"))
                .orElseThrow());

        assertThat(tax.netAtLow().doubleValue()).isEqualTo(now, within(0.01));
        assertThat(net(with(costs(5, 0.25), false, 0.21)))
                .isEqualTo(margin.netAtLow().doubleValue(), within(0.01));
        assertThat(net(with(costs(5, 0.4), true, 0.21)))
                .isEqualTo(tax.netAtHigh().doubleValue(), within(0.05));
    }

    @Test
    void a_value_and_its_growth_say_the_same() {
        for (String name : new String[] {"product_margin_share", "tax_rate", "tax_inside", "contact_cost"}) {
            Scale scale = new Scale(name, name.equals("tax_inside") ? 0 : 0.3);
            assertThat(scale.valueAt(scale.growth(0.2)).orElseThrow()).as(name).isEqualTo(0.2, within(1e-12));
        }
        assertThat(new Scale("product_margin_share", 0.4).valueAt(1)).isEmpty();
        assertThat(new Scale("contact_cost", 0.4).valueAt(-2)).isEmpty();
    }

    /// Some buy dear things seldom, some cheap things often: what sending costs decides who is better.
    private static DuckStore shop() {
        DuckStore store = Tables.empty("2025-12-31");
        List<Line> lines = new ArrayList<>();
        for (int customer = 0; customer < 100; customer++) {
            boolean seldom = customer % 2 == 1;
            int orders = customer < 50 ? 2 : seldom ? 4 : 10;
            int price = customer < 60 ? 11 + customer / 6 : seldom ? 66 + customer % 5 : 30 + customer % 7;
            String amount = Integer.toString(price);
            for (int order = 0; order < orders; order++) {
                lines.add(new Line(
                        customer + "-" + order,
                        "c" + customer,
                        "202%d-%02d-10".formatted(order == 0 ? 4 : 5, 1 + order),
                        amount,
                        "null"));
            }
        }
        Tables.lines(store, lines);
        store.run(Sql.of("update orders set shipped = true"));
        return store;
    }

    private Sensitivity valued(Settings settings) {
        new Valuation(settings).run(store);
        return new SensitivityTables(store, settings).sensitivity();
    }

    private double net(Settings settings) {
        new Valuation(settings).run(store);
        return Double.parseDouble(store.text(Sql.of("select amount from ladder where step = 'net'"))
                .orElseThrow());
    }

    private String losers() {
        store.run(Sql.of("create or replace table losers as select customer_id from loss_makers"));
        return "select customer_id from losers";
    }

    private static Costs costs(double shipping, double margin) {
        Costs usual = Settings.defaults().costs();
        return new Costs(
                sure(margin),
                usual.paymentFeeShare(),
                sure(shipping),
                usual.returnHandlingCost(),
                usual.serviceCostPerHour(),
                usual.minutesPerTicket(),
                usual.contactCost());
    }

    private static Range sure(double value) {
        return new Range(value, value, value);
    }

    private static Settings with(Costs costs, boolean taxInside, double rate) {
        Settings usual = Settings.defaults();
        return new Settings(
                usual.name(),
                usual.currency(),
                usual.zone(),
                usual.language(),
                usual.purchase(),
                usual.unit(),
                usual.errorRate(),
                new Taxes(taxInside, sure(rate)),
                usual.stars(),
                costs,
                usual.engine(),
                usual.priceIndex(),
                usual.fixedTraits());
    }

    private static Lever lever(Sensitivity sensitivity, String name) {
        return sensitivity.levers().stream()
                .filter(lever -> lever.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Claim claim(Lever lever, String name) {
        return lever.claims().stream()
                .filter(claim -> claim.claim().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
