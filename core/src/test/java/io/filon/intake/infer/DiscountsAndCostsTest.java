package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.Report;
import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.RoleTypes;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Discounts, costs and shipping that exports state apart, and what of a total is money at all.
class DiscountsAndCostsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "duration (total)",
                "Total duration",
                "Session duration (total)",
                "Points total",
                "Total points",
                "Puntos totales",
                "Total pages",
                "total_sqft",
                "Total visits",
                "Total calls",
                "Total minutes",
                "Tiempo total",
                "Peso total (kg)",
                "Pages (total)",
                "Total loyalty points"
            })
    void a_total_of_what_is_measured_or_counted_is_no_money(String header) {
        assertThat(Lexicon.load().roles(header).keySet()).doesNotContainAnyElementsOf(RoleTypes.MONEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "Total visita", "Importe puntos", "Total sesión", "Total (Mexican peso)"})
    void a_total_of_money_stays_one(String header) {
        assertThat(Lexicon.load().roles(header).keySet()).containsAnyElementsOf(Set.of(Role.ORDER_TOTAL, Role.AMOUNT));
    }

    @Test
    void a_ledger_of_points_beside_orders_adds_nothing_to_sales() {
        new Imported(store).with("pedidos.csv", """
                        Pedido;Fecha;Cliente;Importe
                        1;2024-01-13;C1;10,50
                        2;2024-01-14;C2;20,00
                        3;2024-01-20;C1;30,25
                        """).with("puntos.csv", """
                        Fecha;Cliente;Email;Tipo;Puntos totales
                        2024-01-13;C1;a@x.es;alta;105
                        2024-01-14;C2;b@x.es;alta;200
                        2024-01-21;C1;a@x.es;canje;302
                        """).run();

        assertThat(Sold.net(store)).isEqualTo("60.75");
    }

    @Test
    void an_amount_before_a_discount_rate_is_not_what_was_paid_where_the_total_proves_it() {
        Plan plan = Sold.imported(store, """
                Order ID,Order Date,Customer ID,Product ID,Quantity,Unit Price,Amount,Discount,Total
                1,2024-01-13,7,P1,2,10.00,20.00,0.1,18.00
                2,2024-01-14,8,P2,1,40.00,40.00,0,40.00
                3,2024-01-15,7,P1,3,10.00,30.00,0.2,24.00
                4,2024-01-16,9,P2,1,40.00,40.00,0.05,38.00
                5,2024-01-17,9,P1,1,10.00,10.00,0.1,9.00
                """);

        assertThat(Sold.net(store)).isEqualTo("129.00");
        assertThat(Sold.column(plan, Role.AMOUNT)).isEqualTo("Total");
        assertThat(Sold.codes(plan)).doesNotContain("discount_rate_apart", "discount_apart");
    }

    @Test
    void whole_per_cents_that_the_total_proves_are_no_money() {
        Plan plan = Sold.imported(store, """
                Pedido;Fecha;Cliente;Artículo;Unidades;Precio;Importe;Descuento;Total
                1;2024-01-13;7;P1;2;10,00;20,00;12;17,60
                2;2024-01-14;8;P2;1;40,00;40,00;0;40,00
                3;2024-01-15;7;P1;3;10,00;30,00;7;27,90
                4;2024-01-16;9;P2;1;40,00;40,00;12;35,20
                """);

        assertThat(Sold.net(store)).isEqualTo("120.70");
        assertThat(Sold.column(plan, Role.DISCOUNT_RATE)).isEqualTo("Descuento");
    }

    @Test
    void a_discount_rate_comes_off_amounts_that_are_price_by_pieces_and_it_is_said() {
        Plan plan = Sold.imported(store, """
                Order ID,Order Date,Customer ID,Product ID,Quantity,Unit Price,Amount,Discount
                1,2024-01-13,7,P1,2,10.00,20.00,0.1
                2,2024-01-14,8,P2,1,40.00,40.00,0
                3,2024-01-15,7,P1,3,10.00,30.00,0.2
                4,2024-01-16,9,P2,1,40.00,40.00,0.05
                """);

        assertThat(Sold.net(store)).isEqualTo("120.00");
        assertThat(Sold.codes(plan)).contains("discount_rate_apart");
    }

    @Test
    void amounts_that_are_price_by_pieces_less_the_rate_stay_what_was_paid() {
        Plan plan = Sold.imported(store, """
                Order ID,Order Date,Customer ID,Product ID,Quantity,Unit Price,Discount,Amount
                1,2024-01-13,7,P1,2,10.00,0.1,18.00
                2,2024-01-14,8,P2,1,40.00,0,40.00
                3,2024-01-15,7,P1,3,10.00,0.2,24.00
                4,2024-01-16,9,P2,1,40.00,0.05,38.00
                """);

        assertThat(Sold.net(store)).isEqualTo("120.00");
        assertThat(Sold.codes(plan)).doesNotContain("discount_rate_apart", "discount_apart");
    }

    @Test
    void of_two_costs_the_one_that_is_the_other_by_the_pieces_is_of_the_line() {
        Plan plan = Sold.imported(store, """
                Order ID,Order Date,Customer ID,Product ID,Quantity,Unit Price,ProductStandardCost,TotalProductCost,Sales Amount
                1,2024-01-13,7,P1,3,10.00,6.00,18.00,30.00
                2,2024-01-14,8,P2,2,40.00,25.00,50.00,80.00
                3,2024-01-15,7,P1,4,10.00,6.00,24.00,40.00
                4,2024-01-16,9,P2,2,40.00,25.00,50.00,80.00
                5,2024-01-17,7,P1,2,10.00,6.00,12.00,20.00
                6,2024-01-18,9,P2,5,40.00,25.00,125.00,200.00
                7,2024-01-19,9,P2,1,40.00,25.00,25.00,40.00
                """);

        assertThat(Sold.column(plan, Role.UNIT_COST)).isEqualTo("ProductStandardCost");
        assertThat(Sold.column(plan, Role.COST)).isEqualTo("TotalProductCost");
        assertThat(KindsOfRowsTest.rows(store, "select cast(sum(cost) as decimal(18, 2)) as cost from order_lines"))
                .containsExactly("304.00");
    }

    private static final String LINES = """
            Order ID,Order Date,Customer Email,Product,Gross Subtotal,Discount,Net Subtotal,Shipping,Tax,Total
            1,2024-01-13,a@x.es,Box,34.99,7.00,27.99,5.00,1.96,34.95
            2,2024-01-14,b@x.es,Box,49.99,0.00,49.99,5.00,3.50,58.49
            3,2024-01-15,a@x.es,Bag,20.00,2.00,18.00,5.00,1.26,24.26
            4,2024-01-16,c@x.es,Bag,25.00,2.50,22.50,5.00,1.58,29.08
            5,2024-01-17,d@x.es,Bag,20.00,0.00,20.00,0.00,1.40,21.40
            """;

    @Test
    void shipping_and_tax_within_the_total_of_a_line_are_no_sale() {
        Plan plan = Sold.imported(store, LINES);

        assertThat(Sold.net(store)).isEqualTo("138.48");
        assertThat(Sold.column(plan, Role.AMOUNT)).isEqualTo("Net Subtotal");
        assertThat(Sold.codes(plan)).doesNotContain("discount_apart", "tax_inside");
    }

    @Test
    void nor_are_they_where_only_the_amount_before_the_discount_is_stated() {
        Plan plan = Sold.imported(store, without(LINES, 6));

        assertThat(Sold.net(store)).isEqualTo("138.48");
        assertThat(Sold.codes(plan)).doesNotContain("discount_apart", "tax_inside");
    }

    @Test
    void a_tax_that_is_a_share_of_what_the_discount_leaves_is_not_taken_off_it() {
        Plan plan = Sold.imported(store, without(without(LINES, 9), 6));

        assertThat(Sold.net(store)).isEqualTo("138.48");
        assertThat(Sold.codes(plan)).doesNotContain("tax_inside");
    }

    @Test
    void a_cost_of_shipping_within_the_total_of_orders_was_paid_by_the_customer() {
        Plan plan = Sold.imported(store, """
                Order ID,Buyer Name,Order Date,Product Total,Shipping Cost,Store Promotion,Order Amount
                80160001,Ana Gil,2024-01-13,44.53,0.00,3.56,40.97
                80160002,Luz Paz,2024-01-14,20.00,3.49,0.00,23.49
                80160003,Ana Gil,2024-01-15,31.10,3.49,1.10,33.49
                80160004,Eva Mas,2024-01-16,12.25,3.49,2.25,13.49
                80160005,Eva Mas,2024-01-17,15.00,0.00,0.00,15.00
                """);

        assertThat(Sold.net(store)).isEqualTo("115.97");
        assertThat(Sold.column(plan, Role.SHIPPING_CHARGED)).isEqualTo("Shipping Cost");
        assertThat(Sold.column(plan, Role.ORDER_DISCOUNT)).isEqualTo("Store Promotion");
        assertThat(Sold.codes(plan)).doesNotContain("shipping_inside");
    }

    @Test
    void sales_less_a_cost_of_shipping_stay_sales() {
        Plan plan = Sold.imported(store, """
                Order ID,Customer,Date,Total Sales,Shipping Cost,Left
                1,Ana Gil,2024-01-13,44.53,3.00,41.53
                2,Luz Paz,2024-01-14,20.00,3.49,16.51
                3,Ana Gil,2024-01-15,31.10,3.49,27.61
                4,Eva Mas,2024-01-16,12.25,3.49,8.76
                """);

        assertThat(Sold.net(store)).isEqualTo("107.88");
        assertThat(Sold.column(plan, Role.SHIPPING_COST)).isEqualTo("Shipping Cost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pricepaid", "price_paid", "Price Paid", "Amount paid"})
    void what_was_paid_is_what_was_sold(String header) {
        Sold.imported(store, """
                salesid,buyerid,saletime,%s,commission
                1,7,2024-01-13 10:00:00,728.00,109.20
                2,8,2024-01-14 11:00:00,76.00,11.40
                3,7,2024-01-15 12:00:00,350.00,52.50
                """.formatted(header));

        assertThat(Sold.net(store)).isEqualTo("1154.00");
    }

    @Test
    void spend_in_the_currency_of_the_account_is_spend() {
        assertThat(Lexicon.load().roles("Spend in account currency").get(Role.SPEND))
                .isEqualTo(1.0);
    }

    private static final String HEADS = """
            codcliente;codejercicio;dtopor1;fecha;idfactura;irpf;neto;netosindto;numero;tasaconv;total;totalirpf;totaliva
            7;2024;5;13-01-2024;300;15;95.00;100.00;1;1;100.70;14.25;19.95
            8;2024;0;14-01-2024;301;15;40.50;40.50;2;1;42.93;6.08;8.51
            7;2024;0;15-01-2024;302;15;30.25;30.25;3;1;32.06;4.54;6.35
            9;2024;0;16-01-2024;303;0;10.00;10.00;4;1;12.10;0.00;2.10
            """;

    @Test
    void figures_with_cents_are_tried_before_years_numbers_and_rates() {
        Plan plan = Sold.imported(store, HEADS);

        assertThat(Sold.net(store)).isEqualTo("175.75");
        assertThat(Sold.column(plan, Role.ORDER_SUBTOTAL)).isEqualTo("neto");
    }

    @Test
    void orders_whose_own_net_is_less_than_their_lines_are_told_of() {
        Plan plan = new Imported(store)
                .with("facturas.csv", HEADS)
                .with("lineas.csv", """
                idlinea;idfactura;referencia;cantidad;pvpunitario;pvptotal
                1;300;R1;1;60.00;60.00
                2;300;R2;2;20.00;40.00
                3;301;R3;1;40.50;40.50
                4;302;R4;1;30.25;30.25
                5;303;R5;2;5.00;10.00
                """)
                .plan();
        Report report = new Import(store, Lines.afterHeader())
                .run(plan, List.of(), Options.at(Instant.parse("2025-01-01T00:00:00Z")), Progress.NONE);

        assertThat(report.doubts())
                .filteredOn(doubt -> doubt.code().equals("net_below_lines"))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.values()).containsExactly(1L, 5L));
    }

    private static String without(String text, int column) {
        return text.lines()
                .map(line -> {
                    List<String> cells = new ArrayList<>(List.of(line.split(",")));
                    cells.remove(column);
                    return String.join(",", cells);
                })
                .collect(Collectors.joining("\n"));
    }
}
