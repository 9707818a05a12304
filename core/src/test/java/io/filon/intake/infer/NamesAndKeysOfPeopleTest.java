package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Which names, addresses and numbers are one person's, however and wherever they are written.
class NamesAndKeysOfPeopleTest {

    private static final String BUYERS = "select customer_id from orders order by order_id";

    private static final String CUSTOMERS = "select customer_id from customers order by customer_id";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported imported = new Imported(store);

    @Test
    void a_name_is_the_same_in_capitals_and_with_a_blank_too_many() {
        imported.with("ventas.csv", """
                Pedido;Fecha;Cliente;Total
                1;01/02/2023;Ana Núñez;10,00
                2;13/02/2023;ANA NÚÑEZ;10,00
                3;14/02/2023;ana  núñez;10,00
                4;15/02/2023;EVA PAZ;10,00
                """).run();

        assertThat(imported.rows(BUYERS)).containsExactly("Ana Núñez", "Ana Núñez", "Ana Núñez", "EVA PAZ");
        assertThat(imported.rows(CUSTOMERS)).containsExactly("Ana Núñez", "EVA PAZ");
    }

    @Test
    void a_handle_is_the_same_with_its_sign_and_in_capitals() {
        imported.with("orders.csv", """
                Order,Date,Username,Total
                1,2023-02-01,@noah_17,10.00
                2,2023-02-13,Noah_17,10.00
                3,2023-02-14,noah_17,10.00
                4,2023-02-15,mia_4,10.00
                """).run();

        assertThat(imported.rows("select count(distinct customer_id) from orders")).containsExactly("2");
    }

    @Test
    void codes_that_only_capitals_tell_apart_stay_apart() {
        imported.with("orders.csv", """
                Order,Date,Customer ID,Total
                1,2023-02-01,0015f00000K3aBc,10.00
                2,2023-02-13,0015f00000K3aBC,10.00
                3,2023-02-14,0015f00000K3aBd,10.00
                4,2023-02-15,0015f00000K3aBD,10.00
                """).run();

        assertThat(imported.rows("select count(*) from customers")).containsExactly("4");
    }

    @Test
    void a_name_in_capitals_is_found_in_the_list_of_customers() {
        imported.with("clientes.csv", """
                        Código cliente;Nombre;Ciudad
                        K1;Ana Gil;Soria
                        K2;Eva Paz;Lugo
                        """).with("ventas.csv", """
                        Pedido;Fecha;Cliente;Total
                        1;01/02/2023;ANA GIL;10,00
                        2;13/02/2023;Ana  Gil;10,00
                        3;14/02/2023;eva paz;10,00
                        """).run();

        assertThat(imported.rows(BUYERS)).containsExactly("K1", "K1", "K2");
        assertThat(imported.rows(CUSTOMERS)).containsExactly("K1", "K2");
    }

    @Test
    void an_address_beside_the_number_of_a_deal_or_a_subscription_is_the_buyers() {
        imported.with("deals.csv", """
                        Deal ID,Deal name,Contact ID,Contact email,Stage,Amount,Close date
                        D1,Roof,K1,ana@x.example,Won,100.00,2023-03-01
                        D2,Wall,K2,eva@x.example,Lost,200.00,2023-03-15
                        """).with("subscriptions.csv", """
                        Subscription ID,Customer ID,Customer Email,Plan,Amount,Start Date
                        S1,cus_1,ana@x.example,Pro,19.00,2023-02-01
                        S2,cus_2,leo@x.example,Pro,19.00,2023-02-13
                        """).with("orders.csv", """
                        Order,Date,Email,Total
                        1,2023-02-01,ana@x.example,10.00
                        2,2023-02-13,eva@x.example,10.00
                        3,2023-02-14,leo@x.example,10.00
                        """).run();

        assertThat(imported.rows(BUYERS)).containsExactly("K1", "K2", "cus_2");
        assertThat(imported.rows(CUSTOMERS)).containsExactly("K1", "K2", "cus_2");
    }
}
