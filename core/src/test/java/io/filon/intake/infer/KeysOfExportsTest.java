package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.profile.Profiler;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What numbers an order: one column, or several together.
class KeysOfExportsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported imported = new Imported(store);

    @Test
    void a_number_that_begins_anew_in_each_series_is_the_orders_together_with_it() {
        imported.with("facturas.csv", """
                Serie;Número;Fecha;Cód. Cliente;Cliente;Base imponible;IVA;Total
                A;1;01/01/2023;12;BAR X;100,00;21,00;121,00
                A;2;02/01/2023;12;BAR X;10,00;2,10;12,10
                B;1;14/01/2023;7;BAR Y;50,00;10,50;60,50
                B;2;15/01/2023;8;BAR Z;20,00;4,20;24,20
                """);

        Plan plan = imported.run();

        assertThat(understood(plan, 0))
                .isEqualTo("orders: Número=order_id, Fecha=ordered_at, Cód. Cliente=customer_id, Cliente=name, "
                        + "Base imponible=order_subtotal, IVA=order_tax, Total=order_total");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("order_number_series");
        assertThat(imported.rows("select order_id, customer_id from orders order by 1"))
                .containsExactly("A-1 12", "A-2 12", "B-1 7", "B-2 8");
    }

    @Test
    void lines_and_heads_meet_by_series_and_number() {
        imported.with("facturas.csv", """
                        Serie;Número;Fecha;Cód. Cliente;Total
                        A;1;01/01/2023;12;30,00
                        A;2;02/01/2023;12;10,00
                        B;1;14/01/2023;7;50,00
                        """).with("lineas.csv", """
                        Serie;Número;Línea;Artículo;Cantidad;Precio;Importe
                        A;1;1;X;1;10,00;10,00
                        A;1;2;Y;2;10,00;20,00
                        A;2;1;X;1;10,00;10,00
                        B;1;1;X;5;10,00;50,00
                        """);

        imported.run();

        assertThat(imported.rows("select order_id, customer_id, count(*) from order_lines group by all order by 1"))
                .containsExactly("A-1 12 2", "A-2 12 1", "B-1 7 1");
    }

    @Test
    void boletas_and_facturas_have_numbers_of_their_own() {
        imported.with("ventas.csv", """
                Tipo Documento;Número;Fecha;RUT Cliente;Total
                Boleta;1;01/01/2023;12;30000
                Boleta;2;02/01/2023;13;10000
                Factura;1;14/01/2023;7;50000
                Factura;2;15/01/2023;8;70000
                """);

        imported.run();

        assertThat(imported.rows("select order_id, customer_id from orders order by 1"))
                .containsExactly("Boleta-1 12", "Boleta-2 13", "Factura-1 7", "Factura-2 8");
    }

    @Test
    void a_refund_under_the_number_of_its_sale_is_no_series() {
        imported.with("ventas.csv", """
                Tipo;Número;Fecha;Cliente;Total
                Venta;1;01/01/2023;c12;30,00
                Venta;2;02/01/2023;c13;10,00
                Venta;3;02/01/2023;c12;10,00
                Devolución;1;14/01/2023;c12;-30,00
                Devolución;3;15/01/2023;c12;-5,00
                """);

        assertThat(imported.plan().doubts()).extracting(Doubt::code).doesNotContain("order_number_series");
    }

    @Test
    void lines_of_one_order_may_be_of_several_series_of_goods() {
        imported.with("lineas.csv", """
                Factura;Fecha;Cliente;Serie;Artículo;Cantidad;Importe
                1;01/01/2023;c12;Oro;X;1;10,00
                1;01/01/2023;c12;Plata;Y;2;20,00
                2;02/01/2023;c13;Oro;X;1;10,00
                2;02/01/2023;c13;Plata;X;5;50,00
                """);

        imported.run();

        assertThat(imported.rows("select order_id from orders order by 1")).containsExactly("1", "2");
    }

    @Test
    void accounting_programs_call_the_order_a_voucher_and_the_customer_a_third_party() {
        assertThat(understood(imported.with("movimiento.csv", """
                        Comprobante;Fecha elaboración;Identificación;Nombre del tercero;Código producto;Cantidad;Cajas;Total
                        FV-1-1;01/02/2023;900123;BAR X;P1;12;1;120,00
                        FV-1-1;01/02/2023;900123;BAR X;P2;24;2;50,00
                        FV-1-2;03/02/2023;900777;BAR Y;P1;12;1;120,00
                        """).plan(), 0))
                .isEqualTo("order_lines: Comprobante=order_id, Fecha elaboración=ordered_at, "
                        + "Identificación=customer_id, Nombre del tercero=name, Código producto=product_id, "
                        + "Cantidad=quantity, Total=amount");
    }

    @Test
    void an_operation_may_be_shortened() {
        assertThat(understood(imported.with("ventas.csv", """
                        Nº Op.;Fecha;Descripción;Uds;Imp. Neto;Nº Cliente
                        50001;01-mar-2023;Jabón;1;3,00;12
                        50001;01-mar-2023;Crema;2;8,00;12
                        50002;15-mar-2023;Jabón;1;3,00;
                        """).plan(), 0)).startsWith("order_lines: Nº Op.=order_id, ");
    }

    @Test
    void a_buyers_document_tells_him_better_than_his_name() {
        assertThat(understood(imported.with("comprobantes.csv", """
                        Correlativo;F. Emisión;Doc. Cliente;Razón Social / Nombre;Total
                        1;01/02/2023;20600123;BAR X;120,00
                        2;03/02/2023;20600124;BAR Y;50,00
                        3;14/02/2023;20600123;BAR X;10,00
                        """).plan(), 0))
                .startsWith("orders: Correlativo=order_id, F. Emisión=ordered_at, Doc. Cliente=customer_id, ");
    }

    @Test
    void the_receiver_of_an_invoice_is_the_customer() {
        assertThat(understood(imported.with("metadata.txt", """
                        Uuid|RfcEmisor|NombreEmisor|RfcReceptor|NombreReceptor|FechaEmision|Monto
                        AB-1|EKU9003173C9|YO|XAXX010101000|Ana|2023-02-01 10:00:00|120.00
                        AB-2|EKU9003173C9|YO|GOYA780416GM0|Eva|2023-02-02 10:00:00|50.00
                        AB-3|EKU9003173C9|YO|XAXX010101000|Ana|2023-02-14 10:00:00|10.00
                        """).plan(), 0))
                .isEqualTo("orders: Uuid=order_id, RfcReceptor=customer_id, NombreReceptor=name, "
                        + "FechaEmision=ordered_at, Monto=order_total");
    }

    @Test
    void who_is_the_same_on_all_rows_is_at_the_till() {
        String rows = IntStream.range(0, 30)
                .mapToObj(row -> "T%d;%d/03/2023;Marta;c%d;Ana %d;5,00".formatted(row, row + 1, row % 9, row % 9))
                .collect(Collectors.joining("\n"));

        assertThat(understood(
                        imported.with("tickets.csv", "Ticket;Fecha;Usuario;Cód. Cliente;Cliente;Importe\n" + rows)
                                .plan(),
                        0))
                .isEqualTo("orders: Ticket=order_id, Fecha=ordered_at, Cód. Cliente=customer_id, Cliente=name, "
                        + "Importe=order_total");
    }

    @Test
    void a_known_export_without_its_day_is_that_of_another_program() {
        Plan plan = imported.with("facturas.csv", """
                Número;Cliente;Identificación;Creación;Subtotal;Impuestos;Total;Cobrado
                1;BAR X;900123;01/02/2023;100,00;19,00;119,00;119,00
                2;BAR Y;900124;13/02/2023;200,00;38,00;238,00;0,00
                """).plan();

        assertThat(plan.files().getFirst().recipe()).isEqualTo("inferred");
        assertThat(understood(plan, 0)).startsWith("orders: Número=order_id, ").contains("Creación=ordered_at");
    }

    @Test
    void moments_number_no_orders_and_nobody() {
        List<String> columns = List.of("column_1", "column_2", "column_3", "column_4", "column_5");
        List<List<String>> rows = IntStream.range(10, 40)
                .mapToObj(row -> List.of(
                        "shop",
                        "2023-01-13 10:%d:00.000".formatted(row),
                        "2023-01-14 11:%d:00.000".formatted(row),
                        "2023-01-14 12:%d:00.000".formatted(row % 9 + 10),
                        "4%d.90".formatted(row % 7)))
                .toList();
        Draft draft = draft(columns, rows);

        Headerless.fill(draft);

        assertThat(draft.hasAny(Role.ORDER_ID, Role.CUSTOMER_ID)).isFalse();
    }

    @Test
    void numbers_that_one_file_pads_with_zeros_are_those_of_the_others() {
        imported.with("ventas.csv", """
                        Fecha;Documento;Cód. cliente;Artículo;Cantidad;Importe
                        2023-02-01;5001;12;101;1;40,10
                        2023-02-02;5002;7;102;2;20,00
                        2023-02-05;5003;12;101;1;40,10
                        """).with("clientes.csv", """
                        Código;Razón social;Email
                        00012;Ana Ruiz;ana@acme.es
                        00007;Luis Gil;luis@acme.es
                        00100;Eva Sanz;eva@acme.es
                        """).with("devoluciones.csv", """
                        Fecha devolución;Documento;Cód. cliente;Importe devuelto
                        2023-02-07;0005003;00012;40,10
                        """);

        Plan plan = imported.run();

        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("leading_zeros"))
                .extracting(Doubt::column)
                .containsExactlyInAnyOrder("Código", "Documento", "Cód. cliente");
        assertThat(imported.rows("select customer_id, email from customers order by 2"))
                .containsExactly("12 ana@acme.es", "100 eva@acme.es", "7 luis@acme.es");
        assertThat(imported.rows("select order_id, customer_id from returns")).containsExactly("5003 12");
    }

    @Test
    void zeros_stay_where_numbers_differ_by_them() {
        imported.with("clientes.csv", """
                        id_cliente,nombre,email
                        12,Ana Ruiz,ana@acme.es
                        0012,Luis Gil,luis@acme.es
                        0007,Eva Sanz,eva@acme.es
                        """).with("ventas.csv", """
                        fecha,pedido,id_cliente,importe
                        2023-02-01,5001,12,40.10
                        2023-02-02,5002,7,20.00
                        """);

        Plan plan = imported.run();

        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("leading_zeros");
        assertThat(imported.rows("select customer_id from customers where email is not null order by 1"))
                .containsExactly("0007", "0012", "12");
    }

    private Draft draft(List<String> columns, List<List<String>> rows) {
        RawTables tables = new RawTables(store).with("log.tsv", "\t", columns, rows, false);
        return new Draft(
                tables.all().getFirst(), new Profiler(store).of(tables.all().getFirst()));
    }
}
