package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What was sold without tax, where only the figures tell which column holds the tax, its rate, or neither.
class TaxesByArithmeticTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void of_two_amounts_of_which_one_is_the_other_and_its_tax_that_without_it_was_sold() {
        Plan plan = imported("""
                Factura;Fecha;Cliente;Artículo;Unidades;Importe sin IVA;Importe con IVA
                F1;13/01/2024;7;Pan;2;100,00;121,00
                F2;14/01/2024;8;Ajo;1;37,45;45,31
                F3;15/01/2024;7;Sal;3;20,00;22,00
                F4;16/01/2024;9;Pan;1;50,00;60,50
                """);

        assertThat(net()).isEqualTo("207.45");
        assertThat(Sold.column(plan, Role.AMOUNT)).isEqualTo("Importe sin IVA");
        assertThat(Sold.codes(plan)).contains("tax_by_rates");
    }

    @Test
    void the_rate_stated_on_each_line_proves_which_amount_is_without_tax() {
        Plan plan = imported("""
                Factura;Fecha;Cliente;Artículo;Unidades;Base imponible;% IVA;Total
                F1;13/01/2024;7;Pan;2;100,00;21;121,00
                F2;14/01/2024;8;Ajo;1;37,45;4;38,95
                F3;15/01/2024;7;Sal;3;20,00;10;22,00
                F4;16/01/2024;9;Pan;1;50,00;0;50,00
                """);

        assertThat(net()).isEqualTo("207.45");
        assertThat(Sold.codes(plan)).doesNotContain("tax_by_rates", "tax_inside");
    }

    @Test
    void a_gross_amount_is_no_list_amount_where_it_is_the_net_one_and_its_tax() {
        Plan plan = imported("""
                Invoice,Date,Customer,Product,Quantity,Net Amount,Gross Amount
                1,2024-01-13,7,Mug,2,100.00,120.00
                2,2024-01-14,8,Cup,1,37.45,44.94
                3,2024-01-15,7,Tea,3,20.00,24.00
                """);

        assertThat(net()).isEqualTo("157.45");
        assertThat(Sold.column(plan, Role.LIST_AMOUNT)).isEmpty();
    }

    @Test
    void a_price_with_its_tax_makes_no_discount_of_the_tax() {
        imported("""
                Factura;Fecha;Cliente;Artículo;Unidades;PVP;Neto;Total
                F1;13/01/2024;7;Pan;2;60,50;100,00;121,00
                F2;14/01/2024;8;Ajo;1;45,31;37,45;45,31
                F3;15/01/2024;7;Sal;4;6,05;20,00;24,20
                """);

        assertThat(net()).isEqualTo("157.45");
        assertThat(KindsOfRowsTest.rows(store, "select cast(sum(discount) as decimal(18, 2)) as off from order_lines"))
                .containsExactly("0.00");
    }

    @Test
    void a_discount_of_a_fifth_on_everything_is_no_tax() {
        Plan plan = imported("""
                Ticket;Fecha;Cliente;Artículo;Unidades;Importe bruto;Importe
                T1;13/01/2024;7;Pan;2;100,00;80,00
                T2;14/01/2024;8;Ajo;1;37,50;30,00
                T3;15/01/2024;7;Sal;3;20,00;16,00
                """);

        assertThat(net()).isEqualTo("126.00");
        assertThat(Sold.column(plan, Role.LIST_AMOUNT)).isEqualTo("Importe bruto");
    }

    @Test
    void amounts_without_tax_are_read_from_french_headers() {
        Plan plan = imported("""
                Document;Date;Client;Article;Quantité;PV HT;Montant Net HT
                D1;13/01/2024;7;Pain;2;50,00;95,00
                D2;14/01/2024;8;Ail;1;37,45;37,45
                D3;15/01/2024;7;Sel;3;20,00;60,00
                """);

        assertThat(net()).isEqualTo("192.45");
        assertThat(Sold.column(plan, Role.UNIT_PRICE)).isEqualTo("PV HT");
    }

    @Test
    void a_column_named_after_a_tax_with_a_few_rates_is_its_rate() {
        Plan plan = imported("""
                Factura;Fecha;Cliente;Artículo;Unidades;Importe;IVA
                F1;13/01/2024;7;Pan;2;100,00;21
                F2;14/01/2024;8;Ajo;1;37,45;10
                F3;15/01/2024;7;Sal;3;20,00;21
                F4;16/01/2024;9;Pan;1;340,00;10
                """);

        assertThat(net()).isEqualTo("497.45");
        assertThat(Sold.column(plan, Role.TAX_RATE)).isEqualTo("IVA");
        assertThat(Sold.codes(plan)).doesNotContain("tax_inside");
    }

    @Test
    void a_rate_named_as_a_tax_still_proves_which_amount_is_without_it() {
        imported("""
                Factura;Fecha;Cliente;Artículo;Unidades;Montant HT;Taux de TVA;Montant TTC
                F1;13/01/2024;7;Pain;2;100,00;20,00;120,00
                F2;14/01/2024;8;Ail;1;37,45;5,50;39,51
                F3;15/01/2024;7;Sel;3;20,00;20,00;24,00
                F4;16/01/2024;9;Pain;1;34,00;5,50;35,87
                """);

        assertThat(net()).isEqualTo("191.45");
    }

    @Test
    void a_tax_of_one_is_the_share_that_it_takes_and_no_money() {
        Plan plan = imported("order_id,order_date,customer_id,product_id,line_amount,line_tax\n"
                + KindsOfRowsTest.rows(
                        60,
                        row -> "%d,2024-01-%02d,%d,P%d,%d.50,0.0%d"
                                .formatted(row, 13 + row % 9, row % 7, row % 5, 900 + row * 731 % 5009, row * 4 % 9)));

        assertThat(Sold.column(plan, Role.TAX_RATE)).isEqualTo("line_tax");
        assertThat(Sold.codes(plan)).doesNotContain("tax_inside");
    }

    @Test
    void a_rate_in_a_list_of_orders_is_not_taken_off_them() {
        Plan plan = imported("""
                Factura;Fecha;Cliente;Importe;IVA
                F1;13/01/2024;7;100,00;21
                F2;14/01/2024;8;37,45;21
                F3;15/01/2024;7;20,00;21
                """);

        assertThat(net()).isEqualTo("157.45");
        assertThat(Sold.column(plan, Role.TAX_RATE)).isEqualTo("IVA");
    }

    @Test
    void a_tax_of_the_same_goods_again_and_again_is_money_though_it_looks_like_a_rate() {
        Plan plan = imported("""
                Factura;Fecha;Cliente;Artículo;Unidades;Importe;IVA
                F1;13/01/2024;7;Pan;1;121,00;21,00
                F2;14/01/2024;8;Pan;1;121,00;21,00
                F3;15/01/2024;7;Ajo;1;110,00;10,00
                """);

        assertThat(net()).isEqualTo("300.00");
        assertThat(Sold.column(plan, Role.TAX)).isEqualTo("IVA");
    }

    @Test
    void the_tax_of_a_return_goes_back_though_it_is_written_without_a_minus() {
        Plan plan = imported("""
                transaction_id,cust_id,tran_date,prod_code,Qty,Rate,Tax,total_amt
                1,7,28-02-2014,3,2,100,21,221
                1,7,03-03-2014,3,-2,-100,21,-221
                2,8,05-03-2014,4,1,50,5.25,55.25
                3,9,06-03-2014,4,1,80,8.4,88.4
                """);

        assertThat(net()).isEqualTo("130.00");
        assertThat(Sold.codes(plan)).doesNotContain("tax_inside");
    }

    @Test
    void of_any_rate_the_price_by_the_pieces_and_the_tax_make_what_was_paid() {
        imported("""
                order,customer,date,product,quantity,unit price,tax,total
                1,7,28-02-2014,A,2,100.00,17.76,217.76
                1,7,03-03-2014,A,-2,100.00,17.76,-217.76
                2,8,05-03-2014,B,1,50.00,4.44,54.44
                3,9,06-03-2014,B,3,50.00,13.31,163.31
                """);

        assertThat(net()).isEqualTo("200.00");
    }

    @Test
    void the_tax_of_a_negative_invoice_is_negative() {
        imported("""
                Factura;Fecha;Cliente;Cuota IVA;Total
                F1;13/01/2024;7;21,00;121,00
                F2;14/01/2024;8;10,50;60,50
                F3;15/01/2024;7;4,20;-24,20
                F4;16/01/2024;9;2,10;12,10
                """);

        assertThat(net()).isEqualTo("140.00");
    }

    @Test
    void exempt_goods_are_sold_though_a_levy_beside_them_is_in_the_total_too() {
        Plan plan = imported("""
                Factura;Fecha;Cliente;Imp. Neto Gravado;Imp. Neto No Gravado;Imp. Op. Exentas;Otros Tributos;IVA;Imp. Total
                F1;13/01/2024;7;100,00;;20,00;3,00;21,00;144,00
                F2;14/01/2024;8;50,00;7,00;;;10,50;67,50
                F3;15/01/2024;7;80,00;;;;16,80;96,80
                F4;16/01/2024;9;10,00;;2,00;0,30;2,10;14,40
                """);

        assertThat(net()).isEqualTo("269.00");
        assertThat(Sold.column(plan, Role.ORDER_SUBTOTAL))
                .isEqualTo("Imp. Neto Gravado, Imp. Neto No Gravado, Imp. Op. Exentas");
    }

    @Test
    void without_a_total_goods_named_exempt_are_added_where_the_tax_is_a_rate_of_the_others() {
        imported("""
                Factura;Fecha;Cliente;Imp. Neto Gravado;Imp. Op. Exentas;IVA
                F1;13/01/2024;7;100,00;20,00;21,00
                F2;14/01/2024;8;50,00;5,00;10,50
                F3;15/01/2024;7;80,00;;16,80
                F4;16/01/2024;9;10,00;2,00;2,10
                """);

        assertThat(net()).isEqualTo("267.00");
    }

    @Test
    void an_exempt_part_that_the_total_holds_no_further_is_not_added_to_its_base() {
        imported("""
                Factura;Fecha;Cliente;Base imponible;Parte exenta;IVA;Total
                F1;13/01/2024;7;100,00;20,00;16,80;116,80
                F2;14/01/2024;8;50,00;5,00;9,45;59,45
                F3;15/01/2024;7;80,00;0,00;16,80;96,80
                F4;16/01/2024;9;10,00;2,00;1,68;11,68
                """);

        assertThat(net()).isEqualTo("240.00");
    }

    @Test
    void what_was_kept_back_was_sold_where_only_the_tax_and_the_total_are_stated() {
        Plan plan = imported("""
                Factura;Fecha;Cliente;Cuota IVA;Retención IRPF;Total factura
                F1;13/01/2024;7;21,00;15,00;106,00
                F2;14/01/2024;8;10,50;0,00;60,50
                F3;15/01/2024;7;16,80;12,00;84,80
                F4;16/01/2024;9;2,10;1,50;10,60
                """);

        assertThat(net()).isEqualTo("240.00");
        assertThat(Sold.codes(plan)).doesNotContain("tax_inside");
    }

    @Test
    void the_goods_of_an_invoice_are_found_among_many_codes() {
        Plan plan = imported("""
                codejercicio;codigo;codpago;dto1;dto2;numero;neto;netosindto;nombrecliente;fecha;total;totaliva
                2023;9001;3;5;1;1;95,00;100,00;Ana;13/01/2024;114,95;19,95
                2023;9002;4;0;0;2;50,00;50,00;Luis;14/01/2024;60,50;10,50
                2024;9003;3;5;2;3;19,00;20,00;Ana;15/01/2024;22,99;3,99
                2024;9004;4;0;0;4;10,00;10,00;Eva;16/01/2024;12,10;2,10
                """);

        assertThat(net()).isEqualTo("174.00");
        assertThat(Sold.column(plan, Role.ORDER_SUBTOTAL)).isEqualTo("neto");
    }

    @Test
    void the_margin_of_lines_is_that_of_their_net_amounts() {
        imported("""
                Factura;Fecha;Cliente;Artículo;Unidades;Precio;Base imponible;Cuota IVA;Total;Coste total
                F1;13/01/2024;7;Pan;2;50,00;100,00;21,00;121,00;60,00
                F2;14/01/2024;8;Ajo;1;30,00;30,00;3,00;33,00;20,00
                F3;15/01/2024;7;Sal;4;5,00;20,00;4,20;24,20;10,00
                """);

        assertThat(net()).isEqualTo("150.00");
        assertThat(KindsOfRowsTest.rows(
                        store, "select cast(sum(amount - cost) as decimal(18, 2)) as margin from order_lines"))
                .containsExactly("60.00");
    }

    private String net() {
        return Sold.net(store);
    }

    private Plan imported(String text) {
        return Sold.imported(store, text);
    }
}
