package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.RoleTypes;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Columns of money whose headers leave open what is within what: the file's own sums say it.
class MoneyColumnsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void tax_is_outside_an_amount_which_makes_the_total_with_it() {
        Plan plan = plan("""
                Order ID,Date,Customer ID,Item,Amount,Tax,Total
                A,2024-01-13,7,Mug,10.00,2.00,12.00
                A,2024-01-13,7,Cup,5.50,1.10,6.60
                B,2024-01-14,8,Mug,3.25,0.65,3.90
                C,2024-02-14,7,Cup,8.00,0.00,8.00
                """);

        assertThat(prices(plan)).isEqualTo("without_tax");
        assertThat(codes(plan)).doesNotContain("tax_inside");
    }

    @Test
    void an_amount_with_tax_beside_the_net_one_is_no_list_price() {
        Plan plan = plan("""
                Invoice,Date,Customer ID,Product,Qty,Net Amount,VAT,Gross Amount
                A,2024-01-13,7,Mug,1,10.00,2.00,12.00
                A,2024-01-13,7,Cup,1,5.50,1.10,6.60
                B,2024-01-14,8,Mug,1,(3.25),(0.65),(3.90)
                """);

        assertThat(money(plan)).isEqualTo("Qty=quantity, Net Amount=amount, VAT=tax");
        assertThat(prices(plan)).isEqualTo("without_tax");
    }

    @Test
    void the_net_amount_was_sold_where_the_other_is_that_and_the_tax() {
        Plan plan = plan("""
                Albarán;Fecha;Cliente;Producto;Base;IVA;Total
                A;13/01/2024;7;Pan;10,00;1,00;11,00
                A;13/01/2024;7;Ajo;5,50;0,55;6,05
                B;14/01/2024;8;Pan;3,20;0,32;3,52
                """);

        assertThat(money(plan)).isEqualTo("Base=amount, IVA=tax");
        assertThat(prices(plan)).isEqualTo("without_tax");
    }

    @Test
    void a_tip_beside_the_tax_hides_neither() {
        assertThat(prices(plan("""
                        Order Id,Date,Server,Item,Amount,Tax,Tip,Gratuity,Total
                        1,2024-03-13,Ann,Soup,12.40,1.02,2.23,0.00,15.65
                        2,2024-03-14,Ann,Fish,31.10,2.57,5.60,1.00,40.27
                        3,2024-03-15,Eve,Soup,24.80,2.05,0.00,0.00,26.85
                        """))).isEqualTo("without_tax");
    }

    @Test
    void lines_and_their_taxes_together_make_the_total_of_the_invoice() {
        Plan plan = plan("""
                InvoiceNumber,InvoiceDate,EmailAddress,Total,Description,Quantity,UnitAmount,LineAmount,TaxAmount
                1,2024-01-13,a@x.example,31.20,Mug,1,10.00,10.00,2.00
                1,2024-01-13,a@x.example,31.20,Cup,2,8.00,16.00,3.20
                2,2024-01-14,b@x.example,6.60,Mug,1,5.50,5.50,1.10
                3,2024-01-15,a@x.example,8.40,Cup,1,7.00,7.00,1.40
                """);

        assertThat(prices(plan)).isEqualTo("without_tax");
        assertThat(plan.files()
                        .getFirst()
                        .column(Role.ORDER_TOTAL)
                        .orElseThrow()
                        .header())
                .isEqualTo("Total");
    }

    @Test
    void without_a_total_the_rate_tells_that_tax_is_outside() {
        assertThat(prices(plan("""
                        Invoice,Date,Customer ID,SKU,Qty,Unit Price,Line Total,Tax %,Tax Amount
                        A,2024-01-13,7,S1,2,10.00,20.00,21,4.20
                        A,2024-01-13,7,S2,1,35.00,35.00,10,3.50
                        B,2024-01-14,8,S1,1,10.00,10.00,21,2.10
                        """))).isEqualTo("without_tax");
    }

    @Test
    void without_a_total_the_rate_tells_that_tax_is_inside() {
        assertThat(prices(plan("""
                        Factura;Fecha;Cliente;Importe;Cuota IVA
                        A;13/01/2024;7;20,00;3,47
                        A;13/01/2024;7;35,00;3,18
                        B;14/01/2024;8;10,00;1,74
                        """))).isEqualTo("with_tax");
    }

    @Test
    void a_tax_that_may_be_in_or_out_is_a_doubt() {
        Plan plan = plan("""
                Invoice,Date,Customer ID,Item,Amount,Tax
                A,2024-01-13,7,Mug,10.00,2.00
                B,2024-01-14,8,Cup,35.00,7.00
                C,2024-01-15,8,Cup,40.00,8.00
                """);

        assertThat(prices(plan)).isEmpty();
        assertThat(codes(plan)).contains("tax_inside");
    }

    @Test
    void an_order_that_says_net_tax_and_total_has_its_subtotal() {
        Plan plan = plan("""
                Nº factura;Fecha;Cliente;Neto;IVA;Total
                F1;13/01/2024;7;10,00;2,10;12,10
                F2;14/01/2024;8;50,00;10,50;60,50
                F3;15/01/2024;7;20,00;4,20;24,20
                """);

        assertThat(money(plan)).isEqualTo("Neto=order_subtotal, IVA=order_tax, Total=order_total");
        assertThat(prices(plan)).isEqualTo("without_tax");
    }

    @Test
    void of_amounts_with_and_without_tax_those_that_make_the_total_with_it_are_read() {
        assertThat(money(plan("""
                        Order ID,Customer ID,Order Date,Subtotal (inc tax),Subtotal (ex tax),Tax Total,Shipping Cost (inc tax),Shipping Cost (ex tax),Handling Cost (inc tax),Order Total (inc tax),Order Total (ex tax)
                        1,7,2024-01-13,12.00,10.00,3.00,6.00,5.00,0.00,18.00,15.00
                        2,8,2024-01-14,60.00,50.00,11.00,6.00,5.00,0.00,66.00,55.00
                        3,7,2024-01-15,24.00,20.00,5.00,6.00,5.00,0.00,30.00,25.00
                        """)))
                .isEqualTo("Subtotal (ex tax)=order_subtotal, Tax Total=order_tax, "
                        + "Shipping Cost (ex tax)=shipping_charged, Order Total (inc tax)=order_total");
    }

    @Test
    void discounts_and_returns_come_off_what_the_order_was_before_them() {
        assertThat(money(plan("""
                        Order,Customer ID,Date,Gross Sales,Discounts,Returns,Net Sales
                        1,7,2024-01-13,100,-10,-30,60
                        2,8,2024-01-14,100,0,0,100
                        3,7,2024-01-15,80,-8,0,72
                        4,9,2024-01-16,50,0,-20,30
                        """)))
                .isEqualTo("Gross Sales=order_subtotal, Discounts=order_discount, Returns=refunded");
    }

    @Test
    void a_discount_that_the_total_takes_off_no_more_is_off_the_subtotal() {
        Plan plan = plan("""
                Order,Customer ID,Date,Subtotal,Discount,Shipping,Total
                1,7,2024-01-13,90.00,10.00,5.00,95.00
                2,8,2024-01-14,50.00,0.00,5.00,55.00
                3,7,2024-01-15,72.00,8.00,5.00,77.00
                4,9,2024-01-16,27.00,3.00,5.00,32.00
                """);

        assertThat(plan.files().getFirst().settings()).containsEntry("amount", "with_order_discount");
    }

    @Test
    void a_share_off_the_price_is_no_money_and_what_it_leaves_was_paid() {
        assertThat(money(plan("""
                        Fecha;Hora;Paciente;Nº Historia;Precio;Dto %;Cobrado
                        13/01/2024;10:00;Ana Gil;1;60,00 €;10%;54,00 €
                        14/01/2024;11:00;Eva Paz;2;45,00 €;0%;45,00 €
                        15/01/2024;12:00;Ana Gil;1;80,00 €;10%;72,00 €
                        16/01/2024;12:00;Luz Rey;3;80,00 €;25%;60,00 €
                        """))).isEqualTo("Dto %=discount_rate, Cobrado=order_total");
    }

    @Test
    void a_margin_in_percent_is_no_profit() {
        assertThat(money(plan("""
                        Invoice ID,Date,Customer ID,Tax 5%,Total,cogs,gross margin percentage
                        1,2024-01-13,7,5.00,105.00,100.00,4.761904762
                        2,2024-01-14,8,2.00,42.00,40.00,4.761904762
                        3,2024-01-15,7,3.00,63.00,60.00,4.761904762
                        """))).isEqualTo("Tax 5%=order_tax, Total=order_total, cogs=cost");
    }

    @Test
    void what_is_paid_out_after_the_fee_is_not_the_sale() {
        assertThat(money(plan("""
                        Order ID,Date,Customer ID,Gross earnings,Service Fee,Amount
                        1,2024-01-13,7,100.00,3.00,97.00
                        2,2024-01-14,8,50.00,1.50,48.50
                        3,2024-01-15,7,20.00,0.60,19.40
                        """))).isEqualTo("Gross earnings=order_total, Service Fee=payment_fee");
    }

    @Test
    void three_nights_are_no_three_per_cent_off() {
        assertThat(money(plan("""
                        Order ID,Date,Customer ID,Nights,Gross earnings,Service Fee,Amount
                        1,2024-01-13,7,3,100.00,3.00,97.00
                        2,2024-01-14,8,3,50.00,1.50,48.50
                        3,2024-01-15,7,3,20.00,0.60,19.40
                        """))).isEqualTo("Gross earnings=order_total, Service Fee=payment_fee");
    }

    @Test
    void gross_fee_and_net_alone_are_a_list_of_sales() {
        assertThat(money(plan("""
                        id,Created,Customer email,Gross,Fee,Net,Currency
                        c1,2024-01-13,a@x.example,100.00,3.00,97.00,eur
                        c2,2024-01-14,b@x.example,50.00,1.50,48.50,eur
                        c3,2024-01-15,a@x.example,20.00,0.60,19.40,eur
                        """))).isEqualTo("Gross=order_total, Fee=payment_fee");
    }

    @Test
    void in_a_settlement_the_total_is_all_other_money_and_the_largest_part_is_the_sale() {
        assertThat(money(plan("""
                        date,type,order id,sku,quantity,product sales,shipping credits,selling fees,fba fees,total
                        2024-01-13,Order,1,S1,1,20.50,3.99,-3.08,-3.22,18.19
                        2024-01-14,Order,2,S2,1,50.10,0,-7.52,-3.22,39.36
                        2024-01-15,Order,3,S1,1,20.50,0,-3.08,-3.22,14.20
                        2024-01-16,Refund,1,S1,1,-20.50,0,3.08,0,-17.42
                        """)))
                .isEqualTo("quantity=quantity, product sales=amount, shipping credits=shipping_charged, "
                        + "selling fees=commission, fba fees=payment_fee");
    }

    @Test
    void a_column_of_zeros_is_not_what_was_sold() {
        Plan plan = plan("""
                Date,Time,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,Transaction ID,Insurance Amount
                01/13/2024,10:00:00,Ana R,Payment,Completed,USD,100.00,-3.20,96.80,a@x.example,T1,0.00
                01/14/2024,10:00:00,Eva P,Payment,Completed,USD,50.00,-1.75,48.25,b@x.example,T2,0.00
                01/15/2024,10:00:00,Ana R,Payment,Completed,USD,20.00,-0.90,19.10,a@x.example,T3,0.00
                """);

        assertThat(money(plan)).isIn("Gross=amount, Fee=payment_fee", "Gross=order_total, Fee=payment_fee");
    }

    @Test
    void discounts_as_high_as_sales_are_a_grave_doubt() {
        Plan plan = Understanding.plan(
                store,
                new RawTables(store)
                        .with(
                                "export.csv",
                                "Order,Date,Email,Item,List,Importe\n1,2024-01-13,a@x.example,Mug,10.00,0.00\n2,2024-01-14,b@x.example,Cup,5.00,0.00")
                        .all(),
                Corrections.of(List.of("export.csv:Importe=amount", "export.csv:List=list_amount")));

        assertThat(plan.doubts().stream().filter(doubt -> doubt.code().equals("all_discounted")))
                .extracting(Doubt::column, Doubt::severity)
                .containsExactly(tuple("Importe", 1));
    }

    @Test
    void handling_is_no_cost_of_the_goods_and_what_is_always_0_no_cost_at_all() {
        assertThat(money(plan("""
                        Order ID,Order Date,Customer ID,Order Total,Handling Cost,Product Cost
                        1,2024-01-13,7,100.00,2.00,0.00
                        2,2024-01-14,8,50.00,1.00,0.00
                        3,2024-01-15,7,20.00,1.00,0.00
                        """))).isEqualTo("Order Total=order_total");
    }

    @Test
    void letters_with_dots_are_one_word() {
        RawTables tables = new RawTables(store)
                .with("articulos.csv", "Ref;Descripción;P. Coste;P.V.P.\nA1;Mesa;6,00;10,00\nA2;Silla;3,00;8,00")
                .with("lista.csv", "Código;Artículo;Cto. Unit.;Pr. Venta\nB1;Taza;1,50;4,00\nB2;Vaso;0,50;2,00")
                .with(
                        "ventas.csv",
                        "Pedido;Fecha;Cliente;Ref;Importe\n1;13/01/2024;7;A1;10,00\n2;14/01/2024;8;A2;8,00");

        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);

        assertThat(money(plan)).isEqualTo("P. Coste=unit_cost, P.V.P.=unit_price");
        assertThat(money(plan.files().get(1))).isEqualTo("Cto. Unit.=unit_cost, Pr. Venta=unit_price");
    }

    @Test
    void where_price_by_pieces_is_the_amount_a_discount_apart_comes_off_it() {
        assertThat(money(plan("""
                        Order ID,Sale Date,Buyer,Item Name,Quantity,Price,Discount Amount,Item Total
                        1,2024-01-13,ana,Mug,1,20.00,2.00,20.00
                        2,2024-01-14,eva,Mug,2,20.00,4.00,40.00
                        3,2024-01-15,ana,Mug,1,20.00,2.00,20.00
                        4,2024-01-16,luz,Mug,1,20.00,0.00,20.00
                        """)))
                .isEqualTo("Quantity=quantity, Price=unit_price, Discount Amount=discount, Item Total=list_amount");
    }

    @Test
    void of_two_columns_of_discounts_the_money_is_that_which_makes_the_amount() {
        assertThat(money(plan("""
                        Invoice,Date,Customer ID,Item,Quantity,Price,Discount,Discount Amount,Item Total
                        1,2024-01-13,7,Mug,1,20.00,7,1.40,18.60
                        2,2024-01-14,8,Mug,2,20.00,12,4.80,35.20
                        3,2024-01-15,7,Mug,1,30.00,7,2.10,27.90
                        """)))
                .isEqualTo("Quantity=quantity, Price=unit_price, Discount Amount=discount, Item Total=amount");
    }

    @Test
    void a_discount_that_nothing_places_is_a_doubt() {
        assertThat(codes(plan("""
                        Ticket,Date,Customer ID,Product,Discount Amount,Amount
                        1,2024-01-13,7,Mug,2.10,18.00
                        2,2024-01-14,8,Cup,1.35,7.00
                        3,2024-01-15,7,Mug,0.90,18.00
                        """))).contains("discount_apart");
    }

    private Plan plan(String text) {
        return Understanding.plan(
                store, new RawTables(store).with("export.csv", text).all(), Corrections.NONE);
    }

    private static String prices(Plan plan) {
        return plan.files().getFirst().settings().getOrDefault("prices", "");
    }

    private static List<String> codes(Plan plan) {
        return plan.doubts().stream().map(Doubt::code).toList();
    }

    /// The columns of figures and their roles.
    private static String money(Plan plan) {
        return money(plan.files().getFirst());
    }

    private static String money(FilePlan file) {
        return file.columns().stream()
                .filter(column -> RoleTypes.number(column.role()))
                .map(column -> column.header() + "=" + column.role().word())
                .collect(Collectors.joining(", "));
    }
}
