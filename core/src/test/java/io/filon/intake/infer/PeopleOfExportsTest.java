package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.store.DuckStore;
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
    void who_only_visits_is_a_customer_too() {
        imported.with("orders.csv", """
                        order_id,date,customer_id,total
                        1,2024-01-13,7,121.00
                        2,2024-01-14,8,60.50
                        3,2024-01-15,7,24.20
                        """).with("visits.csv", """
                        session_id,customer_id,visit_date,pages,product_pages,converted
                        s1,7,2024-01-13,4,2,yes
                        s2,9,2024-01-01,4,2,no
                        s3,8,2024-01-14,5,2,yes
                        """).run();

        assertThat(imported.rows("select customer_id from customers order by 1"))
                .containsExactly("7", "8", "9");
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
    void who_has_the_same_telephone_and_name_in_two_files_is_one() {
        imported.with("tarjetas.csv", """
                        Nº tarjeta;Nombre;Apellidos;Móvil;Fecha alta
                        2901;Luis;Pérez Gil;600123456;15/01/2022
                        2902;Marta;Iglesias;611222333;24/05/2022
                        2903;Ana;Vidal;622000111;24/06/2022
                        2904;Iván;Vidal;633111222;24/06/2022
                        """).with("web.csv", """
                        Pedido;Fecha pedido;Cliente;Teléfono;Total
                        W1;09/12/2023;LUIS PÉREZ GIL;+34600123456;10,00
                        W2;10/12/2023;Marta Iglesias;+34611222333;10,00
                        W3;11/12/2023;Pau Vidal;+34622000111;10,00
                        W4;12/12/2023;Noa Castro;+34644000111;10,00
                        """).run();

        assertThat(imported.rows(BUYERS)).containsExactly("2901", "2902", "Pau Vidal", "Noa Castro");
        assertThat(imported.rows("select count(*) from customers")).containsExactly("6");
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

    @Test
    void a_bare_id_and_name_with_a_telephone_are_a_persons() {
        imported.with("people.csv", """
                        ID,Name,Phone
                        1,Ana Gil,+34600123456
                        2,Eva Paz,+34611222333
                        3,Leo Ros,+34622000111
                        """).with("orders.csv", """
                        Order,Date,Phone,Total
                        A1,2023-02-01,+34600123456,10.00
                        A2,2023-02-13,+34611222333,10.00
                        """);

        assertThat(understood(imported.run(), 0)).isEqualTo("customers: ID=customer_id, Name=name, Phone=phone");
        assertThat(imported.rows(BUYERS)).containsExactly("1", "2");
    }

    @Test
    void some_contacts_have_no_address() {
        imported.with("personas.csv", """
                ID;Nombre;Email
                1;Ana Gil;a@x.example
                2;Eva Paz;e@x.example
                3;Leo Ros;
                4;Pau Gol;p@x.example
                """).with("pedidos.csv", """
                Pedido;Fecha;Email;Total
                A1;01/02/2023;a@x.example;10,00
                A2;13/02/2023;e@x.example;10,00
                """);

        assertThat(understood(imported.run(), 0)).isEqualTo("customers: ID=customer_id, Nombre=name, Email=email");
        assertThat(imported.rows("select count(*) from customers")).containsExactly("4");
    }

    @Test
    void who_answers_by_an_address_of_the_list_is_on_it_though_she_bought_nothing() {
        imported.with("contactos.csv", """
                        ID;Nombre;Email;Ciudad
                        1;Ana Gil;a@x.example;Soria
                        2;Eva Paz;e@x.example;Lugo
                        3;Leo Ros;l@x.example;Soria
                        """)
                .with("encuesta.csv", """
                        Marca temporal;Email;¿Nos recomendarías?;¿Qué te ha gustado más?
                        13/02/2023 10:00:00;e@x.example;9;Todo
                        14/02/2023 10:00:00;L@x.example;3;Nada
                        """)
                .with("pedidos.csv", """
                        Pedido;Fecha;Email;Total
                        A1;01/02/2023;a@x.example;10,00
                        A2;13/02/2023;a@x.example;10,00
                        """)
                .run();

        assertThat(imported.rows("select distinct customer_id from answers order by 1"))
                .containsExactly("2", "3");
        assertThat(imported.rows("select count(*) from customers")).containsExactly("3");
    }

    @Test
    void a_second_address_finds_its_owner_too() {
        imported.with("people.csv", """
                        ID,Name,Email,Email 2,Owner email
                        1,Ana Gil,a@x.example,ana@home.example,sales@shop.example
                        2,Eva Paz,,eva@home.example,sales@shop.example
                        3,Leo Ros,l@x.example,,jo@shop.example
                        4,Pau Gol,p@x.example,,jo@shop.example
                        """).with("orders.csv", """
                        Order,Date,Email,Total
                        A1,2023-02-01,ana@home.example,10.00
                        A2,2023-02-13,eva@home.example,10.00
                        A3,2023-02-14,a@x.example,10.00
                        """);

        assertThat(understood(imported.run(), 0))
                .isEqualTo("customers: ID=customer_id, Name=name, Email=email, Email 2=email, Owner email=trait");
        assertThat(imported.rows(BUYERS)).containsExactly("1", "2", "1");
        assertThat(imported.rows("select customer_id, email from customers order by 1"))
                .containsExactly("1 a@x.example", "2 eva@home.example", "3 l@x.example", "4 p@x.example");
    }

    @Test
    void a_blank_column_of_addresses_gives_way_to_a_filled_one() {
        assertThat(understood(imported.with("sales.csv", """
                        Sale ID,Purchase Email,Buyer Email,Purchase Date,Total
                        1,a@x.example,,2023-02-01,10.00
                        2,e@x.example,,2023-02-13,12.00
                        3,a@x.example,,2023-02-14,10.00
                        """).plan(), 0)).contains("Purchase Email=email");
    }

    @Test
    void who_is_known_by_name_alone_is_the_only_one_of_that_name_on_the_list() {
        imported.with("people.csv", """
                        ID,Name,Email
                        1,Ana Gil,a@x.example
                        2,Eva Paz,e@x.example
                        3,Leo Ros,l@x.example
                        """).with("orders.csv", """
                        Order,Date,Customer name,Total
                        A1,2023-02-01,Ana Gil,10.00
                        A2,2023-02-13,eva paz,12.00
                        A3,2023-02-14,Ana Gil,10.00
                        A4,2023-02-15,Leo Ros,10.00
                        """).run();

        assertThat(imported.rows(BUYERS)).containsExactly("1", "2", "1", "3");
        assertThat(imported.rows("select count(*) from customers")).containsExactly("3");
    }

    @Test
    void two_of_one_name_on_the_list_stay_apart_and_the_reader_is_told() {
        imported.with("people.csv", """
                        ID,Name,Email
                        1,Ana Gil,a@x.example
                        2,Ana Gil,e@x.example
                        3,Leo Ros,l@x.example
                        """).with("orders.csv", """
                        Order,Date,Customer name,Total
                        A1,2023-02-01,Ana Gil,10.00
                        A2,2023-02-13,Leo Ros,12.00
                        """);

        assertThat(imported.run().doubts()).extracting(Doubt::code).contains("customer_by_name");
        assertThat(imported.rows(BUYERS)).containsExactly("Ana Gil", "Leo Ros");
    }
}
