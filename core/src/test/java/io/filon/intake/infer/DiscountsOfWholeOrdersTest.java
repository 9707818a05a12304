package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Discounts of orders whose lines are in another file.
class DiscountsOfWholeOrdersTest {

    private static final String LINES = """
            Pedido,Artículo,Cantidad,Precio
            5001,Mesa,1,100.00
            5001,Silla,2,25.50
            5002,Mesa,1,100.00
            5003,Silla,1,25.55
            5003,Cojín,3,9.99
            5004,Cojín,1,9.99
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void a_percentage_is_off_the_lines_where_the_total_shows_it() {
        for (String header : List.of("Descuento %", "Dto %", "discount_pct")) {
            assertThat(sold("""
                            Pedido,Fecha,Cliente,%s,Total
                            5001,2023-04-02,Ana Ruiz,10,135.90
                            5002,2023-04-03,Eva Gil,0,100.00
                            5003,2023-05-04,Ana Ruiz,5,52.74
                            5004,2023-05-05,Luis Rey,0,9.99
                            """.formatted(header), LINES)).as(header).isEqualTo("298.63");
        }
    }

    @Test
    void a_percentage_is_not_taken_off_again_where_the_lines_make_the_total() {
        assertThat(sold("""
                        Pedido,Fecha,Cliente,Descuento %,Total
                        5001,2023-04-02,Ana Ruiz,10,151.00
                        5002,2023-04-03,Eva Gil,0,100.00
                        5003,2023-05-04,Ana Ruiz,5,55.52
                        5004,2023-05-05,Luis Rey,0,9.99
                        """, LINES)).isEqualTo("316.51");
    }

    @Test
    void a_percentage_without_a_total_is_taken_off_and_told() {
        String orders = """
                Pedido,Fecha,Cliente,Descuento %
                5001,2023-04-02,Ana Ruiz,10
                5002,2023-04-03,Eva Gil,0
                5003,2023-05-04,Ana Ruiz,5
                5004,2023-05-05,Luis Rey,0
                """;

        assertThat(sold(orders, LINES)).isEqualTo("298.63");
        assertThat(doubts(orders))
                .contains(new Doubt("discount_of_lines", "pedidos.csv", "Descuento %", 2, List.of(2L, 18L)));
    }

    @Test
    void lines_with_discounts_of_their_own_may_be_after_that_of_the_order() {
        assertThat(sold("""
                        Pedido,Fecha,Cliente,Descuento %
                        5001,2023-04-02,Ana Ruiz,10
                        5002,2023-04-03,Eva Gil,10
                        5003,2023-05-04,Ana Ruiz,0
                        5004,2023-05-05,Luis Rey,0
                        """, """
                        Pedido,Artículo,Cantidad,Precio,Descuento,Importe
                        5001,Mesa,1,100.00,10.00,90.00
                        5001,Silla,2,25.50,5.10,45.90
                        5002,Mesa,1,100.00,10.00,90.00
                        5003,Silla,1,25.50,0.00,25.50
                        5004,Cojín,1,9.99,0.00,9.99
                        """)).isEqualTo("261.39");
    }

    @Test
    void a_total_below_the_lines_that_nothing_explains_is_told() {
        assertThat(doubts("""
                        Pedido,Fecha,Cliente,Cupón,Envío,Total
                        5001,2023-04-02,Ana Ruiz,WELCOME5,4.00,150.00
                        5002,2023-04-03,Eva Gil,,0.00,100.00
                        5003,2023-05-04,Ana Ruiz,,4.00,59.52
                        5004,2023-05-05,Luis Rey,,0.00,9.99
                        """)).contains(new Doubt("net_below_lines", "pedidos.csv", "Total", 2, List.of(1L, 5L)));
    }

    private static String sold(String orders, String lines) {
        try (DuckStore own = DuckStore.inMemory()) {
            Imported files = new Imported(own).with("pedidos.csv", orders).with("lineas.csv", lines);
            files.run();
            return Sold.net(own);
        }
    }

    private List<Doubt> doubts(String orders) {
        Plan plan = new Imported(store)
                .with("pedidos.csv", orders)
                .with("lineas.csv", LINES)
                .plan();
        return new Import(store, Lines.afterHeader())
                .run(plan, List.of(), Options.at(Instant.parse("2025-01-01T00:00:00Z")), Progress.NONE)
                .doubts();
    }
}
