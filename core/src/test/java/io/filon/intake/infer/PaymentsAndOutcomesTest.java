package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What became of orders and deals: which were paid, paid back, won or lost, wherever a company's files say it.
class PaymentsAndOutcomesTest {

    private static final String SOLD = "select sum(amount) from order_lines join orders using (order_id) where counts";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported files = new Imported(store);

    @Test
    void yes_and_no_under_paid_say_which_orders_were_paid() {
        for (String[] each : new String[][] {
            {"Paid", "Yes", "No"},
            {"Paid?", "yes", "no"},
            {"Is Paid", "TRUE", "FALSE"},
            {"is_paid", "true", "false"},
            {"paid", "1", "0"},
            {"Pagado", "Sí", "No"},
            {"Pagada", "S", "N"},
            {"Cobrado", "Si", "No"},
            {"Bezahlt", "J", "N"},
            {"Pagado", "✅", "❌"}
        }) {
            try (DuckStore own = DuckStore.inMemory()) {
                Imported orders = new Imported(own).with("pedidos.csv", """
                                Pedido,Fecha,Cliente,Total,%s
                                1000,2024-01-03,C1,36.30,%2$s
                                1001,2024-01-04,C2,50.00,%3$s
                                1002,2024-02-05,C1,12.10,%2$s
                                """.formatted(each[0], each[1], each[2]));
                Plan plan = orders.run();

                assertThat(orders.rows(SOLD)).as(each[0]).containsExactly("48.4000");
                assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("unknown_status");
            }
        }
    }

    @Test
    void invoices_count_though_they_are_not_paid_yet() {
        files.with("facturas.csv", """
                        Nº Factura;Fecha;Cliente;Total;Pagada
                        F1;2024-01-03;C1;36.30;Sí
                        F2;2024-01-04;C2;50.00;No
                        """).run();

        assertThat(files.rows(SOLD)).containsExactly("86.3000");
    }

    @Test
    void where_no_order_was_paid_they_count_and_a_doubt_says_so() {
        Plan plan = files.with("pedidos.csv", """
                        Pedido;Fecha;Cliente;Total;Pagado
                        1;2024-01-03;C1;36.30;No
                        2;2024-01-04;C2;50.00;No
                        """).run();

        assertThat(files.rows(SOLD)).containsExactly("86.3000");
        assertThat(plan.doubts())
                .contains(new Doubt("pending_orders", "pedidos.csv", "Pagado", 2, List.of(2L, 2L, "unpaid")));
    }

    @Test
    void a_deal_stands_as_the_column_says_that_tells_won_from_lost() {
        for (String header : List.of(
                "Deal name,State,Value,Close date,Email",
                "Deal name,Deal state,Value,Close date,Email",
                "Opportunity,Opportunity State,Amount,Close date,Email",
                "Deal name,Sales status,Value,Close date,Email",
                "Deal name,Outcome,Value,Close date,Email",
                "Oportunidad,Resultado,Importe,Fecha de cierre,Email")) {
            assertThat(won(header + """

                            Acme 1,Won,1000.50,2024-01-15,ana@x.example
                            Acme 2,Lost,2000.00,2024-02-20,luis@x.example
                            Acme 3,Open,3000.00,2024-03-25,eva@x.example
                            Acme 4,Won,400.25,2024-04-15,ana@x.example
                            """)).as(header).containsExactly("2 1400.7500");
        }
    }

    @Test
    void a_step_on_the_way_does_not_say_what_became_of_a_deal() {
        for (String[] headers : new String[][] {{"Stage", "Status"}, {"Etapa", "Estado"}, {"Stage", "State"}}) {
            assertThat(won("""
                            Deal name,%s,%s,Value,Close date,Email
                            Acme 1,Qualified,Won,1000.50,2024-01-15,ana@x.example
                            Acme 2,Qualified,Lost,2000.00,2024-02-20,luis@x.example
                            Acme 3,Contract sent,Open,3000.00,2024-03-25,eva@x.example
                            Acme 4,Contract sent,Won,400.25,2024-04-15,ana@x.example
                            """.formatted((Object[]) headers))).as(headers[1]).containsExactly("2 1400.7500");
        }
    }

    @Test
    void a_contract_that_was_sent_is_a_step() {
        assertThat(won("""
                        Deal ID,Stage,Status,Amount,Close date,Email
                        1,Contract sent,Active,1000.50,2024-01-15,ana@x.example
                        2,Closed lost,Active,2000.00,2024-02-20,luis@x.example
                        3,Closed won,Active,3000.00,2024-03-25,eva@x.example
                        """)).containsExactly("1 3000.0000");
    }

    @Test
    void deals_that_nothing_tells_from_lost_ones_are_doubted() {
        Plan plan = files.with("deals.csv", """
                        Deal ID,Deal name,Amount,Close date,Email
                        1,Acme 1,1000.50,2024-01-15,ana@x.example
                        2,Acme 2,2000.00,2024-02-20,luis@x.example
                        """).run();

        assertThat(plan.doubts()).contains(new Doubt("deals_all_won", "deals.csv", "", 1, List.of()));
    }

    @Test
    void an_unpaid_order_does_not_count_whatever_the_word_for_the_others() {
        for (String unpaid : List.of("Awaiting payment", "Unpaid", "Pending payment", "Esperando pago")) {
            for (String other : List.of("Finished", "Zurückgelegt")) {
                try (DuckStore own = DuckStore.inMemory()) {
                    Imported orders = new Imported(own).with("orders.csv", """
                                    Order ID,Order Status,Buyer Name,Order Date,Order Amount
                                    1,%1$s,Ana,2024-01-03,20.00
                                    2,%2$s,Luis,2024-01-04,30.00
                                    3,%1$s,Ana,2024-02-05,12.50
                                    """.formatted(other, unpaid));
                    orders.run();

                    assertThat(orders.rows(SOLD)).as(unpaid).containsExactly("32.5000");
                }
            }
        }
    }

    @Test
    void days_of_payment_on_some_orders_say_that_the_others_wait_for_it() {
        files.with("orders.csv", """
                        Order ID,Payment Status,Buyer Name,Order Date,Payment Date,Order Amount
                        1,,Ana,2024-01-03,2024-01-03,20.00
                        2,Unpaid,Luis,2024-01-04,,30.00
                        3,,Ana,2024-02-05,2024-02-06,12.50
                        """).run();

        assertThat(files.rows(SOLD)).containsExactly("32.5000");
    }

    @Test
    void an_order_with_a_day_of_refund_and_no_more_was_paid_back_whole() {
        Plan plan = files.with("orders.csv", """
                        Order ID,Date,Email,Total,Currency,Refunded at
                        1,2024-01-03,ana@x.example,20.00,EUR,
                        2,2024-01-04,luis@x.example,30.00,EUR,2024-01-20
                        3,2024-02-05,ana@x.example,12.50,EUR,
                        """).run();

        assertThat(files.rows(SOLD)).containsExactly("32.5000");
        assertThat(files.rows("select order_id from orders where status = 'refunded'"))
                .containsExactly("2");
        assertThat(plan.doubts()).contains(new Doubt("whole_orders_back", "orders.csv", "Refunded at", 2, List.of(1L)));
    }

    @Test
    void a_day_of_refund_beside_what_was_paid_back_takes_off_no_more_than_that() {
        files.with("orders.csv", """
                        Order ID,Date,Email,Total,Refunded at,Refunded amount
                        1,2024-01-03,ana@x.example,20.00,,
                        2,2024-01-04,luis@x.example,30.00,2024-01-20,10.00
                        3,2024-02-05,ana@x.example,12.50,,
                        """).run();

        assertThat(files.rows("select sum(amount) from returns")).containsExactly("10.0000");
        assertThat(files.rows(SOLD)).containsExactly("62.5000");
    }

    @Test
    void sales_flagged_as_returned_are_told_to_the_reader() {
        Plan plan = files.with("sales.csv", """
                        Order ID,Date,Customer ID,Product,Amount,Returns
                        1,2024-01-03,C1,Hat,20.00,0
                        2,2024-01-04,C2,Bag,30.00,1
                        3,2024-02-05,C1,Hat,12.50,0
                        """).run();

        assertThat(plan.doubts()).contains(new Doubt("whole_orders_back", "sales.csv", "Returns", 2, List.of(1L)));
    }

    @Test
    void where_only_payments_say_what_orders_came_to_they_make_up_their_totals() {
        for (String second : List.of("2", "3")) {
            for (String id : List.of("order_id", "id")) {
                try (DuckStore own = DuckStore.inMemory()) {
                    Imported shop = new Imported(own)
                            .with("orders.csv", id + """
                                    ,customer_id,order_date,status
                                    1,7,2018-01-01,returned
                                    2,8,2018-01-02,completed
                                    3,7,2018-01-04,completed
                                    4,9,2018-01-05,completed
                                    """)
                            .with("payments.csv", """
                                    payment_id,order_id,payment_method,amount
                                    11,1,credit_card,10.00
                                    12,2,credit_card,20.00
                                    13,%s,coupon,1.50
                                    14,4,bank_transfer,17.00
                                    """.formatted(second))
                            .with("customers.csv", """
                                    id,first_name,last_name
                                    7,Ana,R.
                                    8,Luis,P.
                                    9,Eva,G.
                                    """);
                    shop.run();

                    assertThat(shop.rows(SOLD)).as(id).containsExactly("38.5000");
                    assertThat(shop.rows("select count(*), count(distinct customer_id), max(ordered_on) from orders"))
                            .containsExactly("4 3 2018-01-05");
                }
            }
        }
    }

    @Test
    void the_state_of_an_orders_payment_in_a_table_of_payments_says_whether_it_counts() {
        for (String[] each : new String[][] {
            {"transaction_status", "Completed", "Failed"},
            {"payment_status", "paid", "pending"},
            {"status", "success", "failed"},
            {"payment_date,status", "2024-01-09,success", "2024-01-04,failed"}
        }) {
            try (DuckStore own = DuckStore.inMemory()) {
                Imported shop = new Imported(own).with("orders.csv", """
                                order_id,order_date,customer_id,total_price
                                1,2024-01-03,7,20.00
                                2,2024-01-04,8,30.00
                                3,2024-02-05,7,12.50
                                4,2024-02-06,9,8.00
                                """).with("payment.csv", """
                                payment_id,order_id,payment_method,amount,%s
                                11,1,card,20.00,%2$s
                                12,2,card,30.00,%3$s
                                13,3,cash,12.50,%2$s
                                14,4,card,8.00,%2$s
                                """.formatted(
                                each[0], each[1], each[2]));
                shop.run();

                assertThat(shop.rows(SOLD)).as(each[0]).containsExactly("40.5000");
            }
        }
    }

    @Test
    void statuses_of_neighbours_languages_are_known_under_their_headers() {
        for (String header : List.of("État", "Etat", "État de la commande", "Statut")) {
            assertThat(sold("Référence;Date;Client;Total;" + header + """

                            A1;2024-01-03;C1;1,10;Paiement accepté
                            A2;2024-01-04;C2;2,20;Erreur de paiement
                            A3;2024-01-05;C3;4,40;En attente du paiement
                            A4;2024-01-06;C1;8,80;Livré
                            A5;2024-01-07;C2;16,16;Annulé
                            A6;2024-01-08;C4;32,32;Expédié
                            A7;2024-01-09;C4;64,64;Remboursé
                            A8;2024-01-19;C4;100,01;En cours de préparation
                            """))
                    .as(header)
                    .containsExactly("142.2300");
        }
        assertThat(sold("""
                        Bestellnummer;Bestelldatum;Kundennummer;Gesamtbetrag;Zahlungsstatus
                        B1;03.01.2024;1001;10,50;bezahlt
                        B2;04.01.2024;1002;20,50;storniert
                        B3;15.01.2024;1003;40,50;offen
                        B4;16.02.2024;1001;80,50;bezahlt
                        """)).containsExactly("91.0000");
        assertThat(sold("""
                        Auftragsnummer;Auftragsdatum;Kundennummer;Gesamtbetrag;Storniert
                        B1;03.01.2024;1001;10,50;N
                        B2;04.01.2024;1002;20,50;J
                        B3;15.01.2024;1003;40,50;N
                        """)).containsExactly("51.0000");
        assertThat(sold("""
                        Data;Numero;Cliente;Imponibile;IVA;Totale;Stato
                        03/01/2024;1;Rossi;100,00;22,00;122,00;pagato
                        14/01/2024;2;Bianchi;50,00;11,00;61,00;annullato
                        25/02/2024;3;Rossi;10,00;2,20;12,20;pagato
                        """)).containsExactly("110.0000");
    }

    private static List<String> sold(String orders) {
        try (DuckStore own = DuckStore.inMemory()) {
            Imported files = new Imported(own).with("orders.csv", orders);
            files.run();
            return files.rows(SOLD);
        }
    }

    private static List<String> won(String deals) {
        try (DuckStore own = DuckStore.inMemory()) {
            Imported files = new Imported(own).with("deals.csv", deals);
            files.run();
            return files.rows("select count(*), sum(amount) from deals where state = 'won'");
        }
    }
}
