package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Lists of documents: invoices whose numbers begin anew each year, beside purchases, quotes and delivery notes.
class DocumentsOfExportsTest {

    private static final String ORDERS = "select order_id, customer_id from orders where counts order by 1";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported imported = new Imported(store);

    @Test
    void a_number_that_begins_anew_each_year_is_the_orders_together_with_the_year_of_its_day() {
        imported.with("facturas.csv", """
                Nº factura;Fecha;Cód. cliente;Cliente;Base imponible;Cuota IVA;Total
                1;02/03/2023;12;BAR X;100,00;21,00;121,00
                2;15/05/2023;12;BAR X;10,00;2,10;12,10
                3;14/11/2023;7;BAR Y;50,00;10,50;60,50
                1;15/01/2024;8;BAR Z;20,00;4,20;24,20
                2;16/02/2024;7;BAR Y;30,00;6,30;36,30
                3;17/02/2024;12;BAR X;40,00;8,40;48,40
                """);

        Plan plan = imported.run();

        assertThat(understood(plan, 0))
                .isEqualTo("orders: Nº factura=order_id, Fecha=ordered_at, Cód. cliente=customer_id, Cliente=name, "
                        + "Base imponible=order_subtotal, Cuota IVA=order_tax, Total=order_total");
        assertThat(imported.rows(ORDERS))
                .containsExactly("2023-1 12", "2023-2 12", "2023-3 7", "2024-1 8", "2024-2 7", "2024-3 12");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("order_number_year"))
                .extracting(Doubt::values)
                .containsExactly(List.of("Fecha"));
    }

    @Test
    void a_number_that_begins_anew_in_each_series_of_each_year_is_the_orders_together_with_both() {
        imported.with("lineas.csv", """
                Ejercicio;Serie;Número;Fecha;Cód. cliente;Artículo;Unidades;Importe
                2023;A;1;02/03/2023;12;X;1;10,00
                2023;A;1;02/03/2023;12;Y;1;20,00
                2023;A;2;03/03/2023;7;X;1;10,00
                2023;B;1;03/03/2023;7;X;2;20,00
                2023;B;2;03/03/2023;8;X;2;20,00
                2023;A;3;04/03/2023;8;X;1;10,00
                2024;A;1;02/01/2024;7;X;1;10,00
                2024;A;2;02/01/2024;7;Y;1;20,00
                2024;B;1;02/02/2024;12;X;1;10,00
                2024;A;3;02/02/2024;12;X;1;10,00
                """);

        Plan plan = imported.run();

        assertThat(imported.rows("select order_id, count(*) from order_lines group by 1 order by 1"))
                .containsExactly(
                        "2023-A-1 2",
                        "2023-A-2 1",
                        "2023-A-3 1",
                        "2023-B-1 1",
                        "2023-B-2 1",
                        "2024-A-1 1",
                        "2024-A-2 1",
                        "2024-A-3 1",
                        "2024-B-1 1");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("order_number_series"))
                .extracting(Doubt::values)
                .containsExactly(List.of("Ejercicio + Serie"));
    }

    @Test
    void numbers_that_begin_anew_in_the_file_of_each_year_are_those_of_several_orders() {
        imported.with("2023.csv", """
                Factura,Fecha,Cliente,Total
                1,2023-03-02,ana,10.00
                2,2023-05-12,luis,20.00
                3,2023-08-30,eva,30.00
                """).with("2024.csv", """
                Factura,Fecha,Cliente,Total
                1,2024-02-01,eva,40.00
                2,2024-02-11,ana,50.00
                3,2024-03-21,luis,60.00
                """);

        imported.run();

        assertThat(imported.rows("select count(*), sum(amount) from order_lines"))
                .containsExactly("6 210.0000");
    }

    @Test
    void the_number_of_a_customer_who_pays_each_year_needs_no_year() {
        imported.with("cuotas.csv", """
                Factura,Fecha,Cliente,Producto,Total
                1,2023-03-02,ana,Cuota,10.00
                2,2023-05-12,luis,Cuota,20.00
                3,2023-08-30,eva,Cuota,30.00
                4,2023-08-30,pau,Cuota,30.00
                1,2024-02-01,ana,Cuota,40.00
                2,2024-02-11,luis,Cuota,50.00
                3,2024-03-21,eva,Cuota,60.00
                4,2024-03-21,pau,Cuota,60.00
                """);

        assertThat(imported.plan().doubts()).extracting(Doubt::code).doesNotContain("order_number_year");
    }

    @Test
    void purchases_in_the_book_of_sales_are_set_aside_and_said() {
        imported.with("libro.csv", book("Tipo", "Factura emitida", "Factura recibida"));

        Plan plan = imported.run();

        assertThat(imported.rows(ORDERS)).containsExactly("F1 B01", "F2 B02", "F3 B01");
        assertThat(imported.rows("select customer_id from customers order by 1"))
                .containsExactly("B01", "B02");
        assertThat(said(plan, "rows_aside")).containsExactly(List.of("Factura recibida", 1L));
    }

    @Test
    void purchases_and_expenses_are_called_in_many_ways() {
        for (List<String> kinds : List.of(
                List.of("Tipo", "Ingreso", "Gasto"),
                List.of("Tipo", "Venta", "Compra"),
                List.of("Tipo de documento", "Factura de venta", "Factura de compra"),
                List.of("Tipo", "Emitida", "Recibida"),
                List.of("Type", "Income", "Expense"),
                List.of("Type", "Sales invoice", "Purchase invoice"),
                List.of("Type", "Invoice", "Bill"))) {
            try (DuckStore books = DuckStore.inMemory()) {
                Plan plan = new Imported(books)
                        .with("libro.csv", book(kinds.get(0), kinds.get(1), kinds.get(2)))
                        .plan();

                assertThat(said(plan, "rows_aside")).containsExactly(List.of(kinds.get(2), 1L));
            }
        }
    }

    @Test
    void purchases_alone_are_those_of_the_customers() {
        imported.with("p.csv", """
                Type,Date,Order ID,Email,Amount
                Purchase,2024-01-02,O1,a@x.es,10.00
                Purchase,2024-01-13,O2,b@x.es,20.00
                Purchase refund,2024-01-14,O3,b@x.es,-5.00
                """);

        imported.run();

        assertThat(imported.rows("select sum(amount) from order_lines")).containsExactly("25.0000");
    }

    @Test
    void quotes_orders_and_delivery_notes_of_what_is_invoiced_are_set_aside_and_invoices_count_unpaid() {
        imported.with("documentos.csv", """
                Tipo;Número;Fecha;Cliente;Estado;Base imponible;IVA;Total
                Presupuesto;P1;02/01/2023;BAR X;Aceptado;100,00;21,00;121,00
                Presupuesto;P2;13/01/2023;BAR Y;Rechazado;900,00;189,00;1089,00
                Pedido;D1;14/01/2023;BAR X;Cerrado;100,00;21,00;121,00
                Albarán;A1;15/01/2023;BAR X;Facturado;100,00;21,00;121,00
                Factura;F1;16/01/2023;BAR X;Cobrada;100,00;21,00;121,00
                Factura proforma;R1;16/02/2023;BAR Z;Aceptado;10,00;2,10;12,10
                Factura;F2;17/02/2023;BAR Z;Pendiente de cobro;10,00;2,10;12,10
                """);

        Plan plan = imported.run();

        assertThat(imported.rows(ORDERS)).containsExactly("F1 BAR X", "F2 BAR Z");
        assertThat(imported.rows("select sum(amount) from order_lines where order_id in ('F1', 'F2')"))
                .containsExactly("110.0000");
        assertThat(said(plan, "rows_aside"))
                .containsExactly(List.of("Presupuesto, Pedido, Albarán, Factura proforma", 5L));
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("pending_orders", "unknown_status");
    }

    @Test
    void without_invoices_what_more_of_the_sales_passes_through_counts() {
        imported.with("documents.csv", """
                Document Type,Number,Date,Customer,Total
                Quote,Q1,2023-01-02,ana,10.00
                Sales order,O1,2023-01-13,ana,10.00
                Quote,Q2,2023-01-14,luis,20.00
                Sales order,O2,2023-01-15,luis,20.00
                Delivery note,N1,2023-01-16,luis,20.00
                """);

        Plan plan = imported.run();

        assertThat(imported.rows(ORDERS)).containsExactly("O1 ana", "O2 luis");
        assertThat(said(plan, "rows_aside")).containsExactly(List.of("Quote, Delivery note", 3L));
    }

    @Test
    void where_an_order_came_from_is_no_kind_of_row() {
        imported.with("facturas.csv", """
                Factura;Documento origen;Fecha;Cliente;Total
                F1;Pedido;02/01/2023;ana;10,00
                F2;Albarán;13/01/2023;luis;20,00
                F3;;14/01/2023;eva;30,00
                F4;Pedido;15/01/2023;ana;40,00
                """);

        imported.run();

        assertThat(imported.rows("select sum(amount) from order_lines")).containsExactly("100.0000");
    }

    @Test
    void a_credit_note_gives_back_what_was_paid_after_the_discount_whatever_its_sign() {
        imported.with("documents.csv", """
                Document Type,Number,Date,Customer,Subtotal,Discount,Tax,Total
                Invoice,F1,2024-01-02,ana,100.00,10.00,14.40,104.40
                Credit note,F2,2024-01-13,ana,100.00,10.00,14.40,104.40
                Invoice,F3,2024-02-02,luis,200.00,0.00,32.00,232.00
                Credit note,F4,2024-02-03,luis,50.00,5.00,7.20,52.20
                Invoice,F5,2024-02-14,eva,300.00,30.00,43.20,313.20
                """);

        imported.run();

        assertThat(imported.rows("""
                        select orders.order_id, sum(order_lines.amount) - any_value(orders.discount)
                        from orders
                        join order_lines on order_lines.order_id = orders.order_id
                        group by 1
                        order by 1
                        """))
                .containsExactly("F1 90.0000", "F2 -90.0000", "F3 200.0000", "F4 -45.0000", "F5 270.0000");
    }

    @Test
    void a_payment_among_invoices_is_no_sale_whatever_its_currency_and_what_is_valid_is_known() {
        imported.with("emitidos.csv", """
                Estado SAT,Tipo,Folio,Fecha Emision,RFC Receptor,SubTotal,Total,Moneda
                Vigente,Factura,1001,2023-01-13,XEX010101AB1,100.00,116.00,MXN
                Vigente,Pago,1002,2023-01-14,XEX010101AB1,0.00,0.00,XXX
                Cancelado,Factura,1003,2023-01-15,XEX020202AB1,50.00,58.00,MXN
                Vigente,Factura,1004,2023-01-16,XEX020202AB1,10.00,11.60,MXN
                """);

        Plan plan = imported.run();

        assertThat(imported.rows("select reason, line from rejected")).containsExactly("not_a_sale 3");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("unknown_status");
    }

    private static String book(String header, String sale, String purchase) {
        return """
                %s;Número;Fecha;Contacto;NIF;Base imponible;IVA;Total
                %s;F1;02/01/2023;BAR X;B01;100,00;21,00;121,00
                %s;77;13/01/2023;LUZ SA;A77;50,00;10,50;60,50
                %2$s;F2;14/02/2023;BAR Y;B02;200,00;42,00;242,00
                %2$s;F3;15/02/2023;BAR X;B01;10,00;2,10;12,10
                """.formatted(header, sale, purchase);
    }

    private static List<List<Object>> said(Plan plan, String code) {
        return plan.doubts().stream()
                .filter(doubt -> doubt.code().equals(code))
                .map(Doubt::values)
                .toList();
    }
}
