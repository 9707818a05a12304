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
}
