package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Sales told by two files, orders and their invoices, delivery notes or payments, count once.
class SameSalesTest {

    private static final String ORDERS = "Nº pedido;Fecha pedido;Cod. cliente;Estado;Base imponible;IVA;Total\n"
            + rows("P%1$d;%2$02d/03/2023;C%3$03d;Entregado;%4$d,20;0,80;%5$d,00");

    private static final String INVOICES =
            "Nº factura;Fecha factura;Nº pedido;Cod. cliente;Base imponible;IVA;Total;Vencimiento\n"
                    + rows("F23/%1$d;%2$02d/04/2023;P%1$d;C%3$03d;%4$d,20;0,80;%5$d,00;%2$02d/05/2023");

    private static final String SOLD = """
            select
                (select count(*) from orders),
                cast((select sum(amount) from order_lines) - (select sum(discount + tax) from orders) as decimal(18, 2))
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported files = new Imported(store);

    @Test
    void invoices_that_name_their_order_are_not_sold_again() {
        Plan plan =
                files.with("facturas.csv", INVOICES).with("pedidos.csv", ORDERS).run();

        assertThat(understood(plan, 0)).isEqualTo("lookup: Nº pedido=key");
        assertThat(sold()).isEqualTo("40 5708.00");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("told_twice"))
                .extracting(Doubt::file, Doubt::column, Doubt::values)
                .containsExactly(tuple("facturas.csv", "Nº pedido", List.of("pedidos.csv", "facturas.csv")));
    }

    @Test
    void an_order_whose_invoice_is_not_paid_yet_was_sold() {
        files.with(
                        "facturas.csv",
                        "Nº factura;Fecha factura;Nº pedido;Cod. cliente;Total;Cobrada\n"
                                + rows("F%1$d;%2$02d/04/2023;P%1$d;C%3$03d;%5$d,00;N"))
                .with("pedidos.csv", ORDERS)
                .run();

        assertThat(sold()).isEqualTo("40 5708.00");
    }

    @Test
    void invoices_count_instead_of_the_orders_where_only_they_have_lines() {
        Plan plan = files.with("pedidos.csv", ORDERS)
                .with("facturas.csv", INVOICES)
                .with(
                        "lineas.csv",
                        "Nº factura;Código;Concepto;Uds;Precio;Importe\n"
                                + rows("F23/%1$d;A%3$d;Caja;1;%4$d,00;%4$d,00")
                                + rows("F23/%1$d;B%3$d;Tapa;1;0,20;0,20"))
                .run();

        assertThat(understood(plan, 0)).startsWith("lookup: ");
        assertThat(understood(plan, 1)).startsWith("orders: Nº factura=order_id");
        assertThat(sold()).isEqualTo("40 5708.00");
    }

    @Test
    void lines_of_documents_that_are_told_elsewhere_do_not_count_either() {
        files.with("pedidos.csv", ORDERS)
                .with("lineas_pedido.csv", lines("Nº pedido", "P"))
                .with("facturas.csv", INVOICES)
                .with("lineas_factura.csv", lines("Nº factura", "F23/"))
                .run();

        assertThat(sold()).isEqualTo("40 5708.00");
        assertThat(files.rows("select count(*) from order_lines")).containsExactly("40");
    }

    @Test
    void invoices_of_delivery_notes_of_orders_are_one_sale() {
        files.with(
                        "facturas.csv",
                        "Nº factura;Fecha;Nº albarán;Cod. cliente;Total\n"
                                + rows("F%1$d;%2$02d/05/2023;A%1$d;C%3$03d;%4$d,20"))
                .with(
                        "albaranes.csv",
                        "Nº albarán;Fecha;Nº pedido;Cod. cliente;Importe\n"
                                + rows("A%1$d;%2$02d/04/2023;P%1$d;C%3$03d;%4$d,20"))
                .with("pedidos.csv", ORDERS)
                .run();

        assertThat(sold()).isEqualTo("40 5708.00");
    }

    @Test
    void of_two_files_that_name_one_another_one_counts() {
        files.with("facturas.csv", INVOICES)
                .with(
                        "pedidos.csv",
                        "Nº pedido;Fecha pedido;Cod. cliente;Nº factura;Base imponible;IVA;Total\n"
                                + rows("P%1$d;%2$02d/03/2023;C%3$03d;F23/%1$d;%4$d,20;0,80;%5$d,00"))
                .run();

        assertThat(sold()).isEqualTo("40 5708.00");
    }

    @Test
    void lines_that_name_their_order_are_its_lines_and_not_sales_of_their_own() {
        Plan plan = files.with("pedidos.csv", ORDERS)
                .with(
                        "lineas_factura.csv",
                        "Nº factura;Fecha factura;Nº pedido;Artículo;Uds;Importe\n"
                                + rows("F23/%1$d;%2$02d/04/2023;P%1$d;Caja;1;%4$d,00")
                                + rows("F23/%1$d;%2$02d/04/2023;P%1$d;Tapa;1;0,20"))
                .run();

        assertThat(understood(plan, 1)).contains("Nº pedido=order_id");
        assertThat(sold()).isEqualTo("40 5708.00");
        assertThat(files.rows("select count(*) from order_lines")).containsExactly("80");
    }

    @Test
    void documents_of_other_amounts_leave_a_doubt() {
        Plan plan = files.with("pedidos.csv", ORDERS)
                .with(
                        "facturas.csv",
                        "Nº factura;Fecha;Nº pedido;Cod. cliente;Total\n"
                                + rows("F%1$d;%2$02d/05/2023;P%1$d;C%3$03d;9,75"))
                .run();

        assertThat(files.rows("select count(*) from orders")).containsExactly("80");
        assertThat(severe(plan)).contains("perhaps_twice");
    }

    @Test
    void payments_with_the_number_of_the_order_do_not_stand_for_the_orders() {
        for (String headers : List.of("Id pago,Fecha,Nº pedido,Importe,Método", "Id,Date,Order No,Amount,Method")) {
            try (DuckStore own = DuckStore.inMemory()) {
                Imported both = new Imported(own);
                Plan plan = both.with(
                                "a.csv", headers + "\n" + rows("9%1$d,2023-05-%2$02d,P%1$d,%5$d.00,Transferencia"))
                        .with("pedidos.csv", ORDERS)
                        .run();

                assertThat(understood(plan, 0)).as(headers).startsWith("lookup: ");
                assertThat(both.rows(SOLD)).containsExactly("40 5708.00");
                assertThat(both.rows("select count(distinct customer_id) from orders"))
                        .containsExactly("7");
            }
        }
    }

    @Test
    void of_two_files_with_the_same_numbers_the_one_that_tells_more_counts() {
        Plan plan = files.with("pedidos.csv", ORDERS)
                .with(
                        "remesas.csv",
                        "Fecha cargo;Remesa;Cod. cliente;Importe;Nº pedido\n"
                                + rows("%2$02d/05/2023;REM-5;C%3$03d;%5$d,00;P%1$d"))
                .run();

        assertThat(understood(plan, 0)).startsWith("orders: Nº pedido=order_id");
        assertThat(understood(plan, 1)).startsWith("lookup: ");
        assertThat(sold()).isEqualTo("40 5708.00");
    }

    @Test
    void hours_worked_for_clients_who_are_invoiced_are_no_sales() {
        Plan plan = files.with("facturas.csv", INVOICES)
                .with(
                        "partes.csv",
                        "Fecha,Cod. cliente,Proyecto,Nombre,Apellidos,Horas,Tarifa,Importe facturable\n"
                                + rows("2023-05-%2$02d,C%3$03d,Web,Eva,Ruiz,2,60,120"))
                .run();

        assertThat(plan.doubts()).extracting(Doubt::code).contains("hours_unused");
        assertThat(sold()).isEqualTo("40 5708.00");
    }

    @Test
    void hours_worked_that_nobody_invoices_count_with_a_doubt_and_who_worked_is_no_customer() {
        Plan plan = files.with(
                        "time.csv",
                        "Date,Client,Project,First Name,Last Name,Hours,Billable Rate,Billable Amount\n"
                                + rows("2023-05-%2$02d,Bar %3$d,Web,Eva,Ruiz,2,60,120"))
                .run();

        assertThat(understood(plan, 0))
                .isEqualTo("orders: Date=ordered_at, Client=customer_id, Billable Amount=order_total");
        assertThat(severe(plan)).contains("hours_sold");
    }

    private String sold() {
        return files.rows(SOLD).getFirst();
    }

    private static List<String> severe(Plan plan) {
        return plan.doubts().stream()
                .filter(doubt -> doubt.severity() == 1)
                .map(Doubt::code)
                .toList();
    }

    private static String lines(String number, String letter) {
        return number + ";Código;Concepto;Uds;Precio;Importe\n" + rows(letter + "%1$d;A%3$d;Caja;1;%4$d,20;%4$d,20");
    }

    /// Forty: number, day, customer, net without its 20 cents, total.
    private static String rows(String pattern) {
        return IntStream.range(0, 40)
                .mapToObj(row -> String.format(
                        Locale.ROOT, pattern, 1000 + row, row % 28 + 1, row % 7 + 1, 45 + row * 5, 46 + row * 5))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
