package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

        assertThat(imported.rows("select count(distinct customer_id) from orders"))
                .containsExactly("2");
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
    void an_address_finds_a_name_that_is_written_in_several_ways() {
        imported.with("deals.csv", """
                        Deal ID,Deal name,Customer,Customer email,Stage,Amount,Close date
                        D1,Roof,ANA GIL,ana@x.example,Won,100.00,2023-03-01
                        D2,Wall,Ana Gil,,Won,200.00,2023-03-15
                        D3,Door,ANA GIL,ana@x.example,Won,200.00,2023-03-16
                        D4,Door,Eva Paz,,Won,200.00,2023-03-17
                        """).with("orders.csv", """
                        Order,Date,Email,Total
                        1,2023-02-01,ana@x.example,10.00
                        2,2023-02-13,leo@x.example,10.00
                        """).run();

        assertThat(imported.rows(BUYERS)).containsExactly("Ana Gil", "leo@x.example");
        assertThat(imported.rows(CUSTOMERS)).containsExactly("Ana Gil", "Eva Paz", "leo@x.example");
    }

    @Test
    void an_address_beside_the_number_of_a_deal_or_a_subscription_is_the_buyers() {
        imported.with("deals.csv", """
                        Deal ID,Deal name,Contact ID,Contact email,Stage,Amount,Close date
                        D1,Roof,K1,ana@x.example,Won,100.00,2023-03-01
                        D2,Wall,K2,eva@x.example,Lost,200.00,2023-03-15
                        """)
                .with("subscriptions.csv", """
                        Subscription ID,Customer ID,Customer Email,Plan,Amount,Start Date
                        S1,cus_1,ana@x.example,Pro,19.00,2023-02-01
                        S2,cus_2,leo@x.example,Pro,19.00,2023-02-13
                        """)
                .with("orders.csv", """
                        Order,Date,Email,Total
                        1,2023-02-01,ana@x.example,10.00
                        2,2023-02-13,eva@x.example,10.00
                        3,2023-02-14,leo@x.example,10.00
                        """)
                .run();

        assertThat(imported.rows(BUYERS)).containsExactly("K1", "K2", "cus_2");
        assertThat(imported.rows(CUSTOMERS)).containsExactly("K1", "K2", "cus_2");
    }

    @Test
    void a_bare_name_beside_age_and_sex_is_the_buyers() {
        String visits = rows("Name,Age,Gender,Date,Amount", "Ana Ruiz %2$d,3%4$d,%6$s,2024-%3$02d-03,10.00");

        Plan plan = imported.with("visits.csv", visits).plan();

        assertThat(understood(plan, 0))
                .isEqualTo("orders: Name=customer_id, Age=age, Gender=gender, Date=ordered_at, Amount=order_total");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("customer_by_name");
    }

    @Test
    void a_bare_name_that_always_has_one_sex_is_the_buyers_though_goods_stand_beside() {
        String sales = rows(
                "Name,Gender,Category,Date,Quantity,Amount", "Ana Ruiz %2$d,%6$s,Mugs %4$d,2024-%3$02d-03,1,10.00");

        assertThat(understood(imported.with("sales.csv", sales).plan(), 0))
                .isEqualTo("order_lines: Name=customer_id, Gender=gender, Category=category, Date=ordered_at, "
                        + "Quantity=quantity, Amount=amount");
    }

    @Test
    void a_bare_name_that_both_sexes_buy_is_the_products() {
        String sales =
                rows("Name,Gender,Category,Date,Quantity,Amount", "Mug %4$d,%6$s,Mugs %4$d,2024-%3$02d-03,1,10.00");

        assertThat(understood(imported.with("sales.csv", sales).plan(), 0)).contains("Name=product, Gender=gender");
    }

    @Test
    void the_number_of_a_form_is_not_who_filled_it_in() {
        imported.with(
                        "answers.csv",
                        rows(
                                "ID,Submitted at,Email,Name,How likely are you to recommend us?,What should we improve?",
                                "%1$d,2024-%3$02d-03,a%1$d@x.example,Ana %1$d,%2$d,Price"))
                .with("orders.csv", rows("Order,Date,Email,Total", "%1$d,2024-%3$02d-03,a%1$d@x.example,10.00"));

        Plan plan = imported.run();

        assertThat(understood(plan, 0))
                .isEqualTo("answers: Submitted at=answered_at, Email=email, Name=name, "
                        + "How likely are you to recommend us?=answer, What should we improve?=answer");
        assertThat(imported.rows("select count(*) from customers")).containsExactly("60");
    }

    @Test
    void forms_with_a_time_of_start_and_of_completion_are_answers() {
        String forms = rows(
                "ID;Hora de inicio;Hora de finalización;Correo electrónico;¿Nos recomendaría?;¿Qué mejoraría?",
                "%1$d;03/%3$02d/2024 10:00;03/%3$02d/2024 10:04;a%1$d@x.example;%2$d;Precio");

        assertThat(understood(imported.with("encuesta.csv", forms).plan(), 0))
                .startsWith("answers: ")
                .contains("Hora de finalización=answered_at, Correo electrónico=email")
                .doesNotContain("ID=");
    }

    @Test
    void the_host_of_all_meetings_is_not_who_was_invited() {
        for (String host : List.of("User Name,User Email", "Host Name,Host Email", "Organizer,Organizer Email")) {
            Imported one = new Imported(store)
                    .with(
                            "meetings.csv",
                            rows(
                                    "Event ID,Event,Date," + host + ",Invitee Name,Invitee Email",
                                    "%1$d,demo,2024-%3$02d-03,Eva Paz,eva@shop.example,Ana %2$d,a%2$d@x.example"));

            assertThat(understood(one.plan(), 0))
                    .as(host)
                    .contains("Invitee Email=email")
                    .doesNotContain(host);
            store.run(Sql.of("drop table raw_0"));
        }
    }

    @Test
    void suppliers_are_no_customers() {
        imported.with("suppliers.csv", """
                        supplier_id,supplier_name,address,phone_number,email
                        1,Clay Ltd,Main St 1,600111222,clay@s.example
                        2,Wood Ltd,Main St 2,600111333,wood@s.example
                        """)
                .with("products.csv", """
                        product_id,product_name,category,price,supplier_id
                        P1,Mug,Kitchen,10.00,1
                        P2,Chair,Home,20.00,2
                        """)
                .with("orders.csv", """
                        order_id,order_date,customer_id,product_id,quantity,total
                        1,2024-01-31,K1,P1,1,10.00
                        2,2024-02-13,K2,P2,1,20.00
                        """)
                .run();

        assertThat(imported.rows(CUSTOMERS)).containsExactly("K1", "K2");
    }

    @Test
    void a_row_for_nobody_in_the_list_of_customers_is_no_customer() {
        imported.with("customers.csv", """
                        CustomerKey,Customer,City
                        -1,[Not Applicable],[Not Applicable]
                        11,Ana Gil,Soria
                        12,Eva Paz,Lugo
                        """).with("orders.csv", """
                        Order,Date,CustomerKey,Total
                        1,2024-01-31,-1,10.00
                        2,2024-02-13,11,20.00
                        """).run();

        assertThat(imported.rows(CUSTOMERS)).containsExactly("11", "12");
        assertThat(imported.rows(BUYERS)).containsExactly("", "11");
    }

    @Test
    void a_customer_may_have_the_number_zero() {
        imported.with("customers.csv", """
                        customer_id,age,signup_date
                        0,34,2023-02-01
                        1,51,2023-02-13
                        """).with("orders.csv", """
                        order_id,order_date,customer_id,total
                        1,2024-01-31,0,10.00
                        2,2024-02-13,1,20.00
                        """).run();

        assertThat(imported.rows(CUSTOMERS)).containsExactly("0", "1");
    }

    @Test
    void what_points_into_a_bare_list_says_what_it_lists() {
        imported.with("raw_customers.csv", """
                        id,name
                        cd613e30-d8f1-6adf-91b7-584a2265b1f5,Ana Gil
                        1e2feb89-414c-343c-1027-c4d1c386bbc4,Eva Paz
                        """).with("raw_stores.csv", """
                        id,name,opened_at
                        582c18c9-2f42-9ce5-9ff3-078fcc1b0c3e,Soria,2016-09-01
                        28dd37eb-2adf-559a-11cb-c2884a5012dc,Lugo,2017-03-12
                        """).with("raw_orders.csv", """
                        id,customer,ordered_at,store_id,total
                        1,cd613e30-d8f1-6adf-91b7-584a2265b1f5,2024-01-31,582c18c9-2f42-9ce5-9ff3-078fcc1b0c3e,10.00
                        2,cd613e30-d8f1-6adf-91b7-584a2265b1f5,2024-02-13,28dd37eb-2adf-559a-11cb-c2884a5012dc,12.00
                        """);

        Plan plan = imported.run();

        assertThat(understood(plan, 0)).isEqualTo("customers: id=customer_id, name=name");
        assertThat(understood(plan, 1)).startsWith("lookup: ");
        assertThat(imported.rows("select name from customers order by name")).containsExactly("Ana Gil", "Eva Paz");
    }

    @Test
    void a_list_that_has_the_name_of_each_buyer_lists_the_customers_under_whatever_header() {
        for (String header : List.of("Nombre", "Nombre y apellidos", "Denominación")) {
            try (DuckStore own = DuckStore.inMemory()) {
                Imported files =
                        new Imported(own).with("clientes.csv", header + """
                                ;Teléfono;Población
                                Ana Gil;618839953;Soria
                                Eva Paz;694214659;Lugo
                                Luis Rey;600123123;Bilbao
                                """).with("ventas.csv", """
                                Fecha;Nº ticket;Cliente;Artículo;Uds.;Total
                                12/04/2024;5001;Ana Gil;Mesa;1;62,60
                                13/04/2024;5002;Eva Paz;Silla;2;40,00
                                25/04/2024;5003;Ana Gil;Silla;1;20,00
                                """);
                files.run();

                assertThat(files.rows("select customer_id, phone, city from customers order by 1"))
                        .as(header)
                        .containsExactly(
                                "Ana Gil 618839953 Soria", "Eva Paz 694214659 Lugo", "Luis Rey 600123123 Bilbao");
            }
        }
    }

    @Test
    void short_numbers_found_in_a_list_of_goods_do_not_make_it_one_of_people() {
        imported.with("products.csv", "id,name\n1,Mug\n2,Chair\n3,Lamp").with("orders.csv", """
                id,customer_id,order_date,total
                1,1,2024-01-31,10.00
                2,3,2024-02-13,12.00
                3,1,2024-02-14,12.00
                """);

        assertThat(understood(imported.plan(), 0)).startsWith("products: id=product_id");
    }

    @Test
    void deals_find_their_contact_by_a_number_under_a_name_of_the_programs_own() {
        imported.with("people.csv", """
                        Copper ID,Name,Email,City
                        90001,Ana Gil,ana@x.example,Soria
                        90002,Eva Paz,eva@x.example,Lugo
                        """).with("opportunities.csv", """
                        Copper ID,Name,Primary Contact Id,Stage,Value,Close Date
                        4001,Roof,90001,Won,100.00,2024-01-31
                        4002,Wall,90002,Lost,200.00,2024-02-13
                        """).run();

        assertThat(imported.rows(CUSTOMERS)).containsExactly("90001", "90002");
    }

    @Test
    void what_was_ordered_in_words_numbers_no_order() {
        String sales = rows("Fecha;Usuario IG;Pedido;Total", "03/%3$02d/2024;@ana_%2$d;%4$d x vela lavanda;10,00");

        assertThat(understood(imported.with("pedidos.csv", sales).plan(), 0))
                .isEqualTo("orders: Fecha=ordered_at, Usuario IG=customer_id, Total=order_total");
    }

    @Test
    void a_number_of_an_order_may_have_a_word_before_it() {
        String sales = rows("Date,Customer,Order,Product,Total", "2024-%3$02d-03,K%2$d,Web order 2024 %2$d,Mug,10.00");

        assertThat(understood(imported.with("sales.csv", sales).plan(), 0)).contains("Order=order_id");
    }

    /// Sixty rows from a pattern: `%1$d` their number, `%2$d` one of 20, `%3$02d` a month, `%4$d` one of 3, `%5$d` one
    /// of 17, `%6$s` the sex that goes with the second.
    private static String rows(String header, String pattern) {
        return IntStream.range(0, 60)
                .mapToObj(row -> pattern.formatted(
                        row + 1, row % 20, row / 5 + 1, row % 3, row % 17, row % 20 % 3 == 0 ? "Male" : "Female"))
                .collect(Collectors.joining("\n", header + "\n", ""));
    }
}
