package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What numbers goods and what they cost, in lists of them and on lines that sell them.
class GoodsOfExportsTest {

    private static final String SOLD = """
            Ticket;Fecha;Socio;Código;Uds;Importe
            T1;27/04/2024;2917;A-10;1;24,90
            T1;27/04/2024;2917;A-11;2;40,00
            T2;28/04/2024;2918;A-12;1;15,50
            T3;29/04/2024;2917;A-10;2;49,80
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @ParameterizedTest
    @ValueSource(strings = {"Stock", "STOCK", "Existencias", "Stock actual"})
    void how_many_are_in_stock_numbers_no_product(String header) {
        Plan plan = beside(SOLD, """
                Código;Descripción;Familia;PVP;Coste;%s
                A-10;Vela grande;Hogar;24,90;12,00;37
                A-11;Toalla azul;Textil;20,00;8,00;23
                A-12;Taza blanca;Regalo;15,50;5,00;4
                """.formatted(header));

        assertThat(Imported.understood(plan, 1))
                .isEqualTo("products: Código=product_id, Descripción=product, Familia=category, PVP=unit_price, "
                        + "Coste=unit_cost");
        assertThat(costs()).isEqualTo("57.0000");
    }

    @Test
    void beside_a_reference_the_product_is_its_name() {
        Plan plan = beside(SOLD, """
                Referencia;Producto;Coste unitario
                A-10;Vela grande;12,00
                A-11;Toalla azul;8,00
                A-12;Taza blanca;5,00
                """);

        assertThat(Imported.understood(plan, 1))
                .isEqualTo("products: Referencia=product_id, Producto=product, Coste unitario=unit_cost");
        assertThat(costs()).isEqualTo("57.0000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COGS per bottle", "Cost per bottle", "Coste por botella", "COGS"})
    void what_something_costs_is_its_cost_whatever_it_comes_in(String header) {
        Plan plan = beside(SOLD, """
                SKU;Wine;%s
                A-10;Tinto joven;12,00
                A-11;Blanco seco;8,00
                A-12;Rosado;5,00
                """.formatted(header));

        assertThat(Imported.understood(plan, 1))
                .startsWith("products: SKU=product_id")
                .endsWith("=unit_cost");
        assertThat(costs()).isEqualTo("57.0000");
    }

    @ParameterizedTest
    @CsvSource({"Item Cost,Order Line Total", "Item Cost,Order Line Subtotal", "Cost,Line Total"})
    void a_cost_that_times_the_pieces_is_what_was_sold_is_the_price(String cost, String total) {
        Plan plan = new Imported(store)
                .with("orders.csv", """
                Order ID,Order Date,Customer ID,SKU,Item Name,Quantity,%s,%s
                9000,2023-12-17,64,TE-7,Camomile,1,19.44,19.44
                9000,2023-12-17,64,TE-8,Matcha,2,13.82,27.64
                9001,2023-12-18,65,TE-7,Camomile,3,19.44,58.32
                9002,2023-12-19,66,TE-9,Green tea,2,8.10,16.20
                9002,2023-12-19,66,TE-8,Matcha,4,13.82,55.28
                9003,2023-12-21,64,TE-9,Green tea,5,8.10,40.50
                9004,2023-12-22,67,TE-7,Camomile,2,19.44,38.88
                9005,2023-12-23,65,TE-8,Matcha,2,13.82,27.64
                """.formatted(cost, total))
                .run();

        assertThat(Imported.understood(plan, 0))
                .isEqualTo(
                        "order_lines: Order ID=order_id, Order Date=ordered_at, Customer ID=customer_id, SKU=product_id, "
                                + "Item Name=product, Quantity=quantity, %s=unit_price, %s=amount"
                                        .formatted(cost, total));
    }

    @Test
    void money_of_a_line_is_not_its_number() {
        Plan plan = new Imported(store).with("orders.csv", """
                Order ID,Order Date,Customer ID,SKU,Quantity,Order Line Subtotal,Order Line Total
                9000,2023-12-17,64,TE-7,1,19.44,19.44
                9000,2023-12-17,64,TE-8,2,27.64,27.64
                9001,2023-12-18,65,TE-7,3,58.32,58.32
                """).plan();

        assertThat(Imported.understood(plan, 0)).doesNotContain("line_no");
    }

    private Plan beside(String sold, String goods) {
        return new Imported(store)
                .with("ventas.csv", sold)
                .with("articulos.csv", goods)
                .run();
    }

    private String costs() {
        return new Imported(store).rows("select sum(cost) from order_lines").getFirst();
    }
}
