package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What was sold without tax, where exports name taxes otherwise, keep some back or have one for each rate.
class TaxesOfExportsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void what_was_kept_back_from_an_invoice_is_neither_sale_nor_discount() {
        Plan plan = imported("""
                Nº Factura;Fecha;Cód. Cliente;Importe;IVA;IRPF;Total
                1;13/01/2024;7;100,00;21,00;-15,00;106,00
                2;14/01/2024;8;50,00;10,50;-7,50;53,00
                3;15/01/2024;7;80,00;16,80;0,00;96,80
                4;16/01/2024;9;10,00;2,10;-1,50;10,60
                """);

        assertThat(net()).isEqualTo("240.00");
        assertThat(Sold.column(plan, Role.ORDER_SUBTOTAL)).isEqualTo("Importe");
        assertThat(Sold.column(plan, Role.ORDER_DISCOUNT)).isEmpty();
    }

    @Test
    void a_total_said_to_include_tax_is_a_total_and_no_tax() {
        Plan plan = imported("""
                Fecha;Pedido;ID Cliente;Producto;Unidades;Importe (IVA incl.)
                12/07/2024;5001;16;Espejo;1;155,16
                12/07/2024;5001;16;Toalla;1;180,44
                13/07/2024;5002;17;Vela;2;10,00
                """);

        assertThat(net()).isEqualTo("345.60");
        assertThat(Sold.column(plan, Role.AMOUNT)).isEqualTo("Importe (IVA incl.)");
        assertThat(Sold.column(plan, Role.TAX)).isEmpty();
    }

    @Test
    void untaxed_goods_of_a_short_month_are_told_by_a_long_one() {
        String head = "Num Factura,Fecha,Cliente,Base Imponible,Base Exenta,IVA,Total Factura\n";
        RawTables tables = new RawTables(store).with("january.csv", head + """
                        1,2024-01-13,7,100.00,10.00,21.00,131.00
                        2,2024-01-14,8,200.00,0.00,42.00,242.00
                        3,2024-01-15,9,50.00,30.00,10.50,90.50
                        """).with("february.csv", head + """
                        4,2024-02-13,7,100.00,10.00,21.00,131.00
                        """);

        Sold.imported(store, tables);

        assertThat(net()).isEqualTo("500.00");
    }

    @Test
    void what_is_kept_back_without_a_minus_is_told_by_the_sum() {
        imported("""
                Nº Factura;Fecha;Cód. Cliente;Importe;IVA;Retención;Total
                1;13/01/2024;7;100,00;21,00;15,00;106,00
                2;14/01/2024;8;50,00;10,50;7,50;53,00
                3;15/01/2024;7;80,00;16,80;12,00;84,80
                """);

        assertThat(net()).isEqualTo("230.00");
    }

    @Test
    void what_comes_off_before_the_tax_is_a_discount_whatever_its_name() {
        Plan plan = imported("""
                Nº Factura;Fecha;Cód. Cliente;Importe;Rappel;IVA;Total
                1;13/01/2024;7;100,00;10,00;18,90;108,90
                2;14/01/2024;8;50,00;3,00;9,87;56,87
                3;15/01/2024;7;80,00;8,00;15,12;87,12
                """);

        assertThat(net()).isEqualTo("209.00");
        assertThat(Sold.column(plan, Role.ORDER_DISCOUNT)).isEqualTo("Rappel");
    }

    @Test
    void a_surcharge_on_the_tax_of_a_line_leaves_the_base_as_the_amount() {
        Plan plan = imported("""
                Nº Factura;Fecha;Cód. Cliente;Artículo;Uds.;Precio;Subtotal;IVA;Rec. Equiv.;Total
                1;13/01/2024;7;Pan;2;10,00;20,00;4,20;1,04;25,24
                1;13/01/2024;7;Ajo;1;30,00;30,00;6,30;1,56;37,86
                2;14/01/2024;8;Pan;1;10,00;10,00;2,10;0,00;12,10
                3;15/01/2024;9;Sal;5;1,00;5,00;1,05;0,26;6,31
                """);

        assertThat(net()).isEqualTo("65.00");
        assertThat(Sold.column(plan, Role.AMOUNT)).isEqualTo("Subtotal");
        assertThat(Sold.codes(plan)).doesNotContain("tax_inside");
    }

    @Test
    void tax_kept_back_from_a_line_leaves_the_price_less_its_discount() {
        imported("""
                Comprobante;Fecha;Cód. Cliente;Producto;Cantidad;Valor unitario;Valor bruto;Descuentos;IVA;Rete fuente;Total
                1;13/01/2024;7;Pan;2;10,00;20,00;2,00;3,42;0,45;20,97
                2;14/01/2024;8;Ajo;1;30,00;30,00;3,00;5,13;0,68;31,45
                3;15/01/2024;7;Pan;1;10,00;10,00;0,00;1,90;0,25;11,65
                4;16/01/2024;9;Sal;1;10,00;10,00;1,00;1,71;0,00;10,71
                """);

        assertThat(net()).isEqualTo("64.00");
    }

    @Test
    void the_gross_total_of_a_line_is_no_list_amount_and_its_tax_is_not_taken_off_twice() {
        Plan plan = imported("""
                Nº Factura;Fecha;Cód. Cliente;Artículo;Cantidad;Precio;Descuento;Total neto;IVA;Total bruto
                1;13/01/2024;7;Pan;2;10,00;2,00;18,00;3,78;21,78
                1;13/01/2024;7;Ajo;1;30,00;3,00;27,00;5,67;32,67
                2;14/01/2024;8;Pan;1;10,00;1,00;9,00;1,89;10,89
                3;15/01/2024;9;Sal;1;10,00;0,00;10,00;2,10;12,10
                """);

        assertThat(net()).isEqualTo("64.00");
        assertThat(Sold.column(plan, Role.AMOUNT)).isEqualTo("Total neto");
        assertThat(Sold.column(plan, Role.LIST_AMOUNT)).isEmpty();
    }

    @Test
    void taxes_of_other_countries_are_known_by_name() {
        Plan plan = imported("""
                Comprobante;Fecha;Cód. Cliente;Op. Gravada;IGV;Total
                1;13/01/2024;7;100,00;18,00;118,00
                2;14/01/2024;8;50,00;9,00;59,00
                3;15/01/2024;7;80,00;14,40;94,40
                """);

        assertThat(net()).isEqualTo("230.00");
        assertThat(Sold.codes(plan)).doesNotContain("tax_by_sums");
    }

    @Test
    void a_tax_of_any_name_is_told_by_its_rate_and_the_total_and_said() {
        Plan plan = imported("""
                Factura;Fecha;Cód. Cliente;Parte A;Parte B;Total
                1;13/01/2024;7;100,00;18,00;118,00
                2;14/01/2024;8;50,00;9,00;59,00
                3;15/01/2024;7;80,00;14,40;94,40
                """);

        assertThat(net()).isEqualTo("230.00");
        assertThat(Sold.codes(plan)).contains("tax_by_sums");
    }

    @Test
    void what_is_beside_the_goods_at_no_rate_of_tax_is_no_tax() {
        Plan plan = imported("""
                Factura;Fecha;Cód. Cliente;Parte A;Parte B;Total
                1;13/01/2024;7;100,00;3,00;103,00
                2;14/01/2024;8;50,00;9,00;59,00
                3;15/01/2024;7;80,00;1,40;81,40
                """);

        assertThat(Sold.codes(plan)).doesNotContain("tax_by_sums");
    }

    @Test
    void bases_of_several_rates_are_added() {
        Plan plan = imported("""
                Nº Factura;Fecha;Cód. Cliente;Base (21%);IVA (21%);Base (10%);IVA (10%);Total
                1;13/01/2024;7;100,00;21,00;50,00;5,00;176,00
                2;14/01/2024;8;10,00;2,10;0,00;0,00;12,10
                3;15/01/2024;7;0,00;0,00;80,00;8,00;88,00
                4;16/01/2024;9;20,00;4,20;30,00;3,00;57,20
                5;17/01/2024;9;40,00;8,40;60,00;6,00;114,40
                """);

        assertThat(net()).isEqualTo("390.00");
        assertThat(Sold.column(plan, Role.ORDER_SUBTOTAL)).isEqualTo("Base (21%), Base (10%)");
    }

    @Test
    void goods_without_tax_in_a_column_of_their_own_are_sold_as_well() {
        imported("""
                Nº Factura;Fecha;Cód. Cliente;Op. Gravada;Op. Exonerada;IGV;Total
                1;13/01/2024;7;100,00;20,00;18,00;138,00
                2;14/01/2024;8;50,00;0,00;9,00;59,00
                3;15/01/2024;7;80,00;5,00;14,40;99,40
                4;16/01/2024;7;0,00;30,00;0,00;30,00
                """);

        assertThat(net()).isEqualTo("285.00");
    }

    @Test
    void a_fee_with_its_own_tax_is_not_added_to_the_goods() {
        imported("""
                Nº Pedido;Fecha;Ventas (sin IVA);IVA sobre las ventas;Tarifa (sin IVA);IVA sobre la tarifa;Pago total
                1;13/01/2024;100,00;10,00;-30,00;-6,30;73,70
                2;14/01/2024;50,00;5,00;-15,00;-3,15;36,85
                3;15/01/2024;80,00;8,00;-24,00;-5,04;58,96
                4;16/01/2024;20,00;2,00;-6,00;-1,26;14,74
                """);

        assertThat(net()).isEqualTo("250.00");
    }

    private Plan imported(String text) {
        return Sold.imported(store, text);
    }

    private String net() {
        return Sold.net(store);
    }
}
