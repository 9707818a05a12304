package io.filon.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.testing.Cases;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @AutoClose
    private final DuckStore store = Tables.empty("2025-12-31");

    @Test
    void adds_up_whatever_the_data() {
        Cases.forEachCase(5, random -> {
            clear();
            fill(random);
            value();

            everyRungIsTheSumOfItsSteps();
            allSpendIsInTheBridgeToTheCent();
            theCurvePeaksWhereAddingOneByOneDoes();
        });
    }

    private void everyRungIsTheSumOfItsSteps() {
        for (String table : List.of("customer_ledger", "ladder_row")) {
            assertThat(store.number(Sql.of("select count(*) from " + table + " where "
                            + "gross_sales - discounts - returned - taxes <> net_sales "
                            + "or net_sales - product_cost <> gross_margin "
                            + "or gross_margin + shipping_income - shipping_cost - payment_cost - commission "
                            + "- return_cost - service_cost - contact_cost <> contribution "
                            + "or contribution - acquisition_cost <> net")))
                    .as(table)
                    .isZero();
        }
        assertThat(store.number(Sql.of(
                        "select count(*) from customer_ledger where net < net_high_costs or net > net_low_costs")))
                .isZero();
    }

    private void allSpendIsInTheBridgeToTheCent() {
        assertThat(money("select -amount from ladder where step = 'acquisition_cost'"))
                .isEqualByComparingTo(money("select coalesce(sum(amount), 0) from spend"));
    }

    private void theCurvePeaksWhereAddingOneByOneDoes() {
        List<BigDecimal> nets = new ArrayList<>();
        store.stream(
                Sql.of(
                        "select net from customer_ledger where orders > 0 and customer_id is not null order by net desc"),
                row -> nets.add(new BigDecimal(String.valueOf(row.get("net")))));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal peak = BigDecimal.ZERO;
        for (BigDecimal net : nets) {
            sum = sum.add(net);
            peak = peak.max(sum);
        }
        assertThat(money("select earned from whale_totals")).isEqualByComparingTo(peak);
        assertThat(money("select lost from whale_totals")).isEqualByComparingTo(peak.subtract(sum));
        assertThat(money("select net from whale_totals")).isEqualByComparingTo(sum);
    }

    @Test
    void takes_off_stated_tax_and_gives_back_the_part_of_what_came_back() {
        Tables.line(store, "o1", "ann", "2025-03-01", "121", "60");
        store.run(Sql.of("update orders set tax_stated = true, tax = 21"));
        store.run(Sql.of("insert into returns (return_id, order_id, customer_id, returned_on, amount, cost) "
                + "values ('r', 'o1', 'ann', date '2025-03-09', 60.5, 2)"));
        value();

        assertThat(row("select gross_sales, returned, taxes, net_sales, product_cost, return_cost, net "
                        + "from customer_ledger"))
                .isEqualTo("121.0000 60.5000 10.5000 50.0000 60.0000 2.0000 -12.0000");
    }

    @Test
    void a_credit_note_takes_its_money_off_its_customer_and_is_no_order() {
        Tables.order(store, "o1", "ann", "2024-03-01", "100");
        Tables.order(store, "o2", "bob", "2025-03-02", "40");
        Tables.order(store, "o3", "bob", "2025-03-02", "0");
        Tables.order(store, "c1", "ann", "2025-03-03", "-30");
        value();

        assertThat(row("select orders, buyers, revenue, last_order_on from base_totals"))
                .isEqualTo("3 2 110.0000 2025-03-03");
        assertThat(row("select orders, revenue from year_totals where year = 2025"))
                .isEqualTo("2 10.0000");
        assertThat(row("select orders, revenue from customer_ledger where customer_id = 'ann'"))
                .isEqualTo("1 70.0000");
        assertThat(row("select orders_total, orders_12m, order_days from purchase_facts where customer_id = 'ann'"))
                .isEqualTo("1 0 1");
    }

    @Test
    void uses_the_margin_the_files_show_where_only_some_lines_state_a_cost() {
        Tables.line(store, "o1", "ann", "2025-03-01", "100", "75");
        Tables.order(store, "o2", "bob", "2025-03-02", "40");
        value();

        assertThat(row("select net from customer_ledger where customer_id = 'bob'"))
                .isEqualTo("10.0000");
        assertThat(row("select value, low, high, origin from assumptions where name = 'product_margin_share'"))
                .startsWith("0.25 0.15")
                .endsWith("file");
    }

    @Test
    void assumes_a_cost_only_where_the_activity_shows() {
        Tables.line(store, "o1", "ann", "2025-03-01", "100", "50");
        value();
        assertThat(row("select net from customer_ledger")).isEqualTo("50.0000");

        store.run(Sql.of("update orders set shipped = true, payment_method = 'card'"));
        value();
        assertThat(row("select shipping_cost, payment_cost, net, net_low_costs, net_high_costs from customer_ledger"))
                .isEqualTo("5.0000 1.5000 43.5000 45.7000 39.5000");
    }

    private void value() {
        new Valuation(Settings.defaults()).run(store);
        store.run(Sql.of("create or replace table ladder_row as select * from (select step, "
                + "case when subtotal or step in ('gross_sales', 'shipping_income') then amount else -amount end as amount "
                + "from ladder) pivot (sum(amount) for step in ('gross_sales', 'discounts', 'returned', 'taxes', "
                + "'net_sales', 'product_cost', 'gross_margin', 'shipping_income', 'shipping_cost', 'payment_cost', "
                + "'commission', 'return_cost', 'service_cost', 'contact_cost', 'contribution', 'acquisition_cost', "
                + "'net'))"));
    }

    private void clear() {
        List.of("customers", "orders", "order_lines", "returns", "tickets", "touches", "spend")
                .forEach(table -> store.run(Sql.of("delete from " + table)));
    }

    /// Twenty customers with a bit of everything, some of it unknown.
    private void fill(RandomGenerator random) {
        for (int order = 0; order < 60; order++) {
            String customer = "c" + random.nextInt(20);
            String day = "2025-%02d-%02d".formatted(random.nextInt(1, 13), random.nextInt(1, 29));
            String amount = random.nextInt(1, 20_000) / 100.0 + "";
            Tables.line(
                    store,
                    "o" + order,
                    customer,
                    day,
                    amount,
                    random.nextInt(3) == 0 ? "null" : random.nextInt(90) + "");
        }
        store.run(
                Sql.of("update orders set shipped = hash(order_id) % 2 = 0, payment_method = case when hash(order_id) "
                        + "% 3 = 0 then 'card' end, tax_stated = hash(order_id) % 4 = 0, tax = hash(order_id) % 5, "
                        + "acquisition_source = 'Google Ads', discount = hash(order_id) % 3, "
                        + "customer_id = case when hash(order_id) % 11 <> 0 then customer_id end"));
        store.run(Sql.of("insert into returns (return_id, order_id, customer_id, returned_on, amount) select 'r' || "
                + "order_id, order_id, customer_id, ordered_on, 1.25 from orders where hash(order_id) % 5 = 0"));
        store.run(Sql.of("insert into returns (return_id, customer_id, returned_on, amount) values "
                + "('x', 'c1', date '2025-06-01', 3), ('y', null, date '2025-06-01', 4)"));
        store.run(Sql.of("insert into tickets (ticket_id, customer_id, opened_on, handle_minutes) select 't' || i, "
                + "'c' || (i % 25), date '2025-05-05', case when i % 2 = 0 then 7 end from range(30) as numbers(i)"));
        store.run(Sql.of("insert into touches (source_id, row_no, customer_id, kind) select 's', i, 'c' || i, 'sent' "
                + "from range(30) as numbers(i)"));
        store.run(
                Sql.of("insert into spend (source_id, row_no, campaign, channel, spent_on, amount) select 's', i, 'x', "
                        + "case when i % 3 = 0 then 'Radio' else 'google_ads' end, date '2025-01-01' + cast(i * 13 as integer), "
                        + "33.3333 from range(25) as numbers(i)"));
    }

    private BigDecimal money(String select) {
        return store.text(Sql.of(select)).map(BigDecimal::new).orElseThrow();
    }

    private String row(String select) {
        List<Map<String, Object>> rows = new ArrayList<>();
        store.stream(Sql.of(select), rows::add);
        return String.join(
                " ", rows.getFirst().values().stream().map(String::valueOf).toList());
    }
}
