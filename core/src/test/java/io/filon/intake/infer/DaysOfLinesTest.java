package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Orders in one file, their days in that of their lines.
class DaysOfLinesTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported imported = new Imported(store);

    @Test
    void orders_that_only_say_whose_they_are_and_how_they_stand_are_dated_by_their_lines() {
        imported.with("pedidos.csv", """
                        id_pedido,id_cliente,estado
                        5001,12,Enviado
                        5002,7,Cancelado
                        5003,12,Enviado
                        """).with("lineas.csv", """
                        id_pedido,fecha,id_producto,cantidad,precio
                        5001,2023-01-15,104,2,39.95
                        5001,2023-01-15,105,1,10.00
                        5002,2023-01-16,104,1,39.95
                        5003,2023-01-20,105,3,10.00
                        """);

        imported.run();

        assertThat(imported.rows("select order_id, customer_id, ordered_on, status, counts from orders order by 1"))
                .containsExactly(
                        "5001 12 2023-01-15 shipped true",
                        "5002 7 2023-01-16 cancelled false",
                        "5003 12 2023-01-20 shipped true");
    }

    @Test
    void orders_with_a_total_and_no_day_are_dated_by_their_lines() {
        imported.with("orders.csv", """
                        Order ID,Customer ID,Total
                        5001,12,89.90
                        5002,7,39.95
                        """).with("lines.csv", """
                        Order ID,Date,Product ID,Quantity,Price
                        5001,2023-01-15,104,2,39.95
                        5001,2023-01-15,105,1,10.00
                        5002,2023-01-16,104,1,39.95
                        """);

        imported.run();

        assertThat(imported.rows("select order_id, customer_id, ordered_on, stated_total from orders order by 1"))
                .containsExactly("5001 12 2023-01-15 89.9000", "5002 7 2023-01-16 39.9500");
    }
}
