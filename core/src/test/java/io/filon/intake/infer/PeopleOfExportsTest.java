package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// When two files speak of the same person.
class PeopleOfExportsTest {

    private static final String BUYERS = "select customer_id from orders order by order_id";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported imported = new Imported(store);

    @Test
    void a_telephone_is_the_same_with_and_without_its_country() {
        imported.with("pedidos.csv", """
                Pedido;Fecha;Teléfono;Total
                1;01/02/2023;600123456;10,00
                2;13/02/2023;+34 600 123 456;10,00
                3;14/02/2023;34600123456;10,00
                4;15/02/2023;611222333;10,00
                5;16/02/2023;+34611222333;10,00
                6;17/02/2023;+34622000111;10,00
                7;18/02/2023;622000111;10,00
                """).run();

        assertThat(imported.rows(BUYERS))
                .containsExactly(
                        "+34600123456",
                        "+34600123456",
                        "+34600123456",
                        "+34611222333",
                        "+34611222333",
                        "+34622000111",
                        "+34622000111");
        assertThat(imported.rows("select count(*) from customers")).containsExactly("3");
    }

    @Test
    void orders_find_their_customer_by_a_telephone_written_another_way() {
        imported.with("contactos.csv", """
                        Contact ID,First name,Last name,Phone
                        K1,Ana,Gil,34600123456
                        K2,Eva,Paz,34611222333
                        K3,Leo,Ros,34622000111
                        """).with("orders.csv", """
                        Order,Date,Phone,Total
                        1,2023-02-01,600123456,10.00
                        2,2023-02-13,611222333,10.00
                        3,2023-02-14,622000111,10.00
                        """).run();

        assertThat(imported.rows(BUYERS)).containsExactly("K1", "K2", "K3");
    }

    @Test
    void telephones_of_two_countries_stay_apart() {
        imported.with("pedidos.csv", """
                Pedido;Fecha;Teléfono;Total
                1;01/02/2023;600123456;10,00
                2;13/02/2023;+351600123456;10,00
                3;14/02/2023;+34611222333;10,00
                4;15/02/2023;+52611222344;10,00
                """).run();

        assertThat(imported.rows("select count(*) from customers")).containsExactly("4");
    }
}
