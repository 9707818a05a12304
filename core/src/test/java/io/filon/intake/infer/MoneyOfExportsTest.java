package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What exports say was sold, after discounts and without tax: their own sums prove it to the cent.
class MoneyOfExportsTest {

    /// What is left of the goods after discounts of the order, refunds and the tax within.
    private static final String NET = """
            select cast(
                (select sum(amount) from order_lines)
                - (select sum(discount + tax) from orders)
                - (select coalesce(sum(amount), 0) from returns) as decimal(18, 2)) as net
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void a_discount_of_the_order_written_on_each_line_is_taken_off_once() {
        Plan plan = imported("""
                Nº Factura;Fecha;Cód. Cliente;Artículo;Cantidad;Precio;Importe;Descuento pedido;Total pedido
                1;13/01/2024;7;Pan;2;10,00;20,00;3,00;47,00
                1;13/01/2024;7;Ajo;1;30,00;30,00;3,00;47,00
                2;14/01/2024;8;Pan;1;10,00;10,00;1,50;18,50
                2;14/01/2024;8;Ajo;1;10,00;10,00;1,50;18,50
                3;15/01/2024;7;Pan;1;10,00;10,00;2,00;28,00
                3;15/01/2024;7;Ajo;2;10,00;20,00;2,00;28,00
                4;16/01/2024;9;Sal;1;4,00;4,00;0,00;4,00
                """);

        assertThat(net()).isEqualTo("97.50");
        assertThat(column(plan, Role.ORDER_DISCOUNT)).isEqualTo("Descuento pedido");
        assertThat(column(plan, Role.ORDER_TOTAL)).isEqualTo("Total pedido");
        assertThat(codes(plan)).doesNotContain("discount_of_order", "discount_apart");
    }

    @Test
    void subtotal_shipping_and_total_on_each_line_tell_which_column_is_the_order() {
        Plan plan = imported("""
                charge_id,customer_email,processed_at,line_item_title,line_item_quantity,line_item_price,charge_subtotal_price,charge_total_discounts,charge_total_shipping,charge_total_price
                20000000,ana@x.es,2024-01-01,Mug,1,68.11,142.01,3.00,4.95,143.96
                20000000,ana@x.es,2024-01-01,Cup,1,73.90,142.01,3.00,4.95,143.96
                20000001,luz@x.es,2024-01-04,Mug,1,27.01,125.26,2.00,4.95,128.21
                20000001,luz@x.es,2024-01-04,Cup,1,98.25,125.26,2.00,4.95,128.21
                20000002,eva@x.es,2024-01-05,Mug,1,11.00,31.00,1.00,4.95,34.95
                20000002,eva@x.es,2024-01-05,Jar,1,20.00,31.00,1.00,4.95,34.95
                20000003,ana@x.es,2024-01-07,Jar,1,20.00,20.00,0.00,4.95,24.95
                """);

        assertThat(net()).isEqualTo("312.27");
        assertThat(column(plan, Role.ORDER_ID)).isEqualTo("charge_id");
        assertThat(column(plan, Role.SHIPPING_CHARGED)).isEqualTo("charge_total_shipping");
    }

    @Test
    void a_discount_that_never_differs_within_orders_is_of_the_order_and_said() {
        Plan plan = imported("""
                Order ID,Date,Customer ID,Item,Quantity,Price,Discount
                1,2024-01-13,7,Mug,2,10.00,3.00
                1,2024-01-13,7,Cup,1,30.00,3.00
                2,2024-01-14,8,Mug,1,10.00,1.50
                2,2024-01-14,8,Cup,1,10.00,1.50
                3,2024-01-15,7,Mug,1,10.00,2.10
                3,2024-01-15,7,Cup,2,10.00,2.10
                4,2024-01-16,9,Jar,1,4.00,0.00
                """);

        assertThat(net()).isEqualTo("97.40");
        assertThat(codes(plan)).contains("discount_of_order");
    }

    private Plan imported(String text) {
        RawTables tables = new RawTables(store).with("export.csv", text);
        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);
        new Import(store, Lines.afterHeader())
                .run(plan, List.of(), Options.at(Instant.parse("2025-01-01T00:00:00Z")), Progress.NONE);
        return plan;
    }

    private String net() {
        return KindsOfRowsTest.rows(store, NET).getFirst();
    }

    private static String column(Plan plan, Role role) {
        return plan.files().getFirst().columns().stream()
                .filter(column -> column.role() == role)
                .map(column -> column.header())
                .collect(Collectors.joining(", "));
    }

    private static List<String> codes(Plan plan) {
        return plan.doubts().stream().map(Doubt::code).toList();
    }
}
