package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Which rows of an export are sales: what its flags, its status words and its kinds of rows say.
class KindsOfRowsTest {

    private static final String COUNTED =
            "select count(*), sum(amount) from order_lines where order_id in (select order_id from orders where counts)";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    @Test
    void orders_flagged_as_cancelled_do_not_count() {
        for (String[] flag : new String[][] {
            {"is_canceled", "1", "0"},
            {"Voided", "Yes", "No"},
            {"CANCELED", "Y", "N"},
            {"Anulado", "Sí", "No"},
            {"Order cancelled", "true", "false"}
        }) {
            try (DuckStore own = DuckStore.inMemory()) {
                RawTables orders = new RawTables(own)
                        .with("o.csv", "Order ID,Date,Customer ID,%s,Total\n".formatted(flag[0])
                                + rows(12, at -> "I%d,2024-01-%02d,%d,%s,10.00"
                                        .formatted(at, at + 1, at % 4, at % 4 == 0 ? flag[1] : flag[2])));
                imported(own, orders);

                assertThat(rows(own, COUNTED)).as(flag[0]).containsExactly("9 90.0000");
            }
        }
    }

    @Test
    void a_day_of_cancelling_still_says_that_an_order_was_cancelled() {
        tables.with("o.csv", "Order ID,Date,Customer ID,Cancelled at,Total\n"
                + rows(12, at -> "I%d,2024-01-%02d,%d,%s,10.00"
                        .formatted(at, at + 1, at % 4, at % 4 == 0 ? "2024-02-01" : "")));

        imported();

        assertThat(rows(COUNTED)).containsExactly("9 90.0000");
    }

    @Test
    void a_line_that_was_cancelled_alone_leaves_the_others_of_its_order() {
        tables.with("l.csv", """
                        Order ID,Date,Customer ID,SKU,Quantity,Price,Cancelled
                        1,2024-01-02,7,A,1,10.00,no
                        1,2024-01-02,7,B,2,5.00,yes
                        2,2024-01-03,8,A,1,10.00,yes
                        3,2024-01-04,9,B,1,5.00,no
                        """);

        imported();

        assertThat(rows("select order_id, counts from orders order by 1")).containsExactly("1 true", "2 false", "3 true");
        assertThat(rows("select order_id, sum(amount), sum(quantity) from order_lines where order_id <> '2' group by 1 order by 1"))
                .containsExactly("1 10.0000 1.0000", "3 5.0000 1.0000");
    }

    @Test
    void status_words_are_read_by_their_beginnings_and_with_what_denies_them() {
        FilePlan file = ofStatuses(
                "Completed", "Incomplete", "No completado", "Not shipped", "Unfulfilled", "no_show", "payment_due",
                "Overdue", "Sin pagar", "Impagado", "Borrador", "Fulfilled", "wc-completed", "PaymentFailed",
                "Paid, not shipped", "No devuelto", "No entregado", "PAGOACEPTADO", "Denegada 190");

        assertThat(new TreeMap<>(file.statuses()))
                .containsEntry("completed", "delivered")
                .containsEntry("incomplete", "cancelled")
                .containsEntry("no completado", "cancelled")
                .containsEntry("not shipped", "pending")
                .containsEntry("unfulfilled", "pending")
                .containsEntry("no_show", "cancelled")
                .containsEntry("payment_due", "pending")
                .containsEntry("overdue", "pending")
                .containsEntry("sin pagar", "pending")
                .containsEntry("impagado", "pending")
                .containsEntry("borrador", "cancelled")
                .containsEntry("fulfilled", "shipped")
                .containsEntry("wc-completed", "delivered")
                .containsEntry("paymentfailed", "cancelled")
                .containsEntry("paid; not shipped", "paid")
                .containsEntry("no devuelto", "created")
                .containsEntry("no entregado", "refused")
                .containsEntry("pagoaceptado", "paid")
                .containsEntry("denegada 190", "cancelled");
    }

    @Test
    void an_order_given_back_in_part_counts_and_says_so_when_no_column_says_how_much() {
        FilePlan file = ofStatuses("Partially refunded", "Devuelto parcialmente", "Reembolso parcial", "Refunded");

        assertThat(file.statuses())
                .containsEntry("partially refunded", "paid")
                .containsEntry("devuelto parcialmente", "paid")
                .containsEntry("reembolso parcial", "paid")
                .containsEntry("refunded", "refunded");
        assertThat(plan().doubts())
                .filteredOn(doubt -> doubt.code().equals("partly_returned"))
                .hasSize(3)
                .extracting(Doubt::severity)
                .containsOnly(1);
    }

    @Test
    void what_came_back_of_an_order_in_part_is_taken_off_it() {
        tables.with("o.csv", """
                        Order ID,Order Date,Email,Order Status,Order Total,Refunded Amount
                        1,2024-01-02,a@x.es,Completed,100.00,0
                        2,2024-01-03,b@x.es,Partially Refunded,50.00,10.00
                        3,2024-01-04,a@x.es,Incomplete,30.00,0
                        """);

        Plan plan = imported();

        assertThat(rows(COUNTED)).containsExactly("2 150.0000");
        assertThat(rows("select order_id, amount from returns")).containsExactly("2 10.0000");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("partly_returned");
    }

    @Test
    void a_state_is_a_status_or_a_place_as_its_values_say() {
        tables.with("a.csv", "Order ID,Date,Email,Order State,Total\n"
                        + rows(12, at -> "%d,2024-01-%02d,c%d@x.es,%s,10.00"
                                .formatted(at, at + 1, at % 4, at % 4 == 0 ? "Canceled" : "Complete")))
                .with("b.csv", "Order ID,Date,Email,State,Total\n"
                        + rows(12, at -> "B%d,2024-01-%02d,c%d@x.es,%s,10.00"
                                .formatted(at, at + 1, at % 4, at % 4 == 0 ? "New York" : "New Jersey")))
                .with("c.csv", "Pedido;Fecha;Correo;Ciudad;Estado;Total\n"
                        + rows(12, at -> "C%d;2024-01-%02d;c%d@x.es;Centro;%s;10.00"
                                .formatted(at, at + 1, at % 4, at % 4 == 0 ? "Jalisco" : "Puebla")));

        Plan plan = plan();

        assertThat(role(plan, 0, "Order State")).isEqualTo("status");
        assertThat(role(plan, 1, "State")).isEqualTo("region");
        assertThat(role(plan, 2, "Estado")).isEqualTo("region");
    }

    @Test
    void the_state_of_a_member_is_no_permission_to_write_to_him() {
        tables.with("m.csv", "Nº Socio;Nombre;E-mail;Fecha alta;Estado\n"
                        + rows(12, at -> "%d;Ana;a%d@x.es;%02d/01/2024;%s"
                                .formatted(at, at, at + 1, at % 3 == 0 ? "Activo" : "Baja")))
                .with("n.csv", "Nº Cliente;Nombre;Correo;Acepta publicidad\n"
                        + rows(12, at -> "%d;Ana;b%d@x.es;%s".formatted(at + 100, at, at % 3 == 0 ? "Sí" : "No")));

        assertThat(role(plan(), 0, "Estado")).isEqualTo("trait");
        assertThat(role(plan(), 1, "Acepta publicidad")).isEqualTo("granted");
    }

    @Test
    void a_fee_for_cancelling_a_type_of_line_and_spent_credit_are_not_what_their_words_contain() {
        tables.with("l.csv", "Order ID,Date,Email,SKU,Quantity,Total,Cancelation fee,Line Type,Store Credit Redeemed\n"
                + rows(12, at -> "%d,2024-01-%02d,c%d@x.es,S%d,1,10.00,%s,%s,%s"
                        .formatted(at, at + 1, at % 4, at % 3, "5.00", at % 2 == 0 ? "Good" : "Gift", "0.00")));

        assertThat(plan().files().getFirst().columns())
                .filteredOn(column -> column.index() > 5)
                .extracting(column -> column.role().word())
                .doesNotContain("payment_fee", "line_no", "store");
    }

    @Test
    void a_refund_takes_money_off_whatever_its_sign_also_under_the_number_of_its_sale() {
        tables.with("o.csv", """
                        Date,Type,Order ID,Email,Amount
                        2024-01-02,Sale,O1,a@x.es,10.00
                        2024-01-03,Sale,O2,b@x.es,20.00
                        2024-01-04,Refund,O1,a@x.es,4.00
                        2024-01-05,Sale,O3,a@x.es,30.00
                        2024-01-06,Refund,O9,b@x.es,-5.00
                        """);

        Plan plan = imported();

        assertThat(role(plan, 0, "Type")).isEqualTo("row_kind");
        assertThat(rows("select count(*), sum(amount) from order_lines")).containsExactly("5 51.0000");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("rows_given_back"))
                .extracting(Doubt::values)
                .containsExactly(List.of("Refund", 2L));
    }

    @Test
    void payments_beside_invoices_are_set_aside_and_said() {
        tables.with("l.csv", """
                        Posting Date,Document Type,Document No.,Customer No.,Amount
                        2024-01-02,Invoice,D1,C1,100.00
                        2024-01-03,Payment,D2,C1,-100.00
                        2024-01-04,Invoice,D3,C2,50.00
                        2024-01-05,Credit Memo,D4,C2,-20.00
                        2024-01-06,Payment,D5,C2,-30.00
                        """);

        Plan plan = imported();

        assertThat(rows("select sum(amount) from order_lines")).containsExactly("130.0000");
        assertThat(rows("select rows_read, rows_kept, rows_rejected from sources")).containsExactly("5 3 2");
        assertThat(rows("select reason, line from rejected")).containsExactly("not_a_sale 3", "not_a_sale 6");
        assertThat(plan.doubts())
                .extracting(Doubt::code)
                .contains("rows_aside", "rows_given_back")
                .doesNotContain("negative_amounts", "negatives_mirror");
    }

    @Test
    void payments_are_the_sales_where_there_are_no_others() {
        tables.with("p.csv", """
                        Date,Type,Transaction ID,Email,Amount
                        2024-01-02,Express Checkout Payment,T1,a@x.es,100.00
                        2024-01-03,General Withdrawal,T2,,-90.00
                        2024-01-04,Mobile Payment,T3,b@x.es,50.00
                        2024-01-05,Payment Refund,T4,b@x.es,-20.00
                        """);

        imported();

        assertThat(rows("select order_id, amount from order_lines order by 1"))
                .containsExactly("T1 100.0000", "T3 50.0000", "T4 -20.0000");
        assertThat(rows("select rows_rejected from sources")).containsExactly("1");
    }

    @Test
    void heads_that_add_up_their_lines_are_not_added_again_and_tell_who_bought() {
        tables.with("v.csv", "Date,Receipt Number,Line Type,Customer Email,Quantity,Total,Sku\n"
                + rows(6, at -> """
                        2024-01-0%1$d,%1$d,Sale,c%1$d@x.es,2,20.00,
                        2024-01-0%1$d,%1$d,Sale Line,,1,12.00,A
                        2024-01-0%1$d,%1$d,Sale Line,,1,8.00,B
                        2024-01-0%1$d,%1$d,Payment,,,,""".formatted(at + 1)));

        Plan plan = imported();

        assertThat(rows(COUNTED)).containsExactly("12 120.0000");
        assertThat(rows("select count(distinct customer_id) from orders")).containsExactly("6");
        assertThat(rows("select rows_read, rows_kept, rows_rejected from sources")).containsExactly("24 18 6");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("rows_of_heads", "rows_aside");
    }

    @Test
    void operations_of_a_card_terminal_are_given_back_or_denied() {
        tables.with("tpv.csv", """
                        Fecha;Tipo operación;Número de pedido;Resultado operación;Importe;Tarjeta
                        02/01/2024;Autorización;000000000001;Autorizada 123456;10,00;4548**1
                        03/01/2024;Autorización;000000000002;Denegada 190;20,00;4548**2
                        04/01/2024;Devolución;000000000003;Autorizada 123457;4,00;4548**1
                        15/01/2024;Autorización;000000000004;Autorizada 123458;30,00;4548**2
                        """);

        imported();

        assertThat(rows("select order_id, status, counts from orders where order_id like '%2'"))
                .containsExactly("000000000002 cancelled false");
        assertThat(rows("select sum(amount) from order_lines where order_id not like '%2'"))
                .containsExactly("36.0000");
    }

    @Test
    void types_of_goods_or_of_trips_are_no_kinds_of_rows() {
        tables.with("t.csv", "Date,Booking ID,Email,Trip Type,Total\n"
                + rows(12, at -> "2024-01-%02d,B%d,c%d@x.es,%s,10.00"
                        .formatted(at + 1, at, at % 5, at % 2 == 0 ? "Return" : "One way")));

        imported();

        assertThat(rows("select sum(amount) from order_lines")).containsExactly("120.0000");
    }

    @Test
    void what_is_negative_and_mirrors_what_is_positive_is_doubted() {
        tables.with("l.csv", "Date,Doc,Customer,Amount\n"
                + rows(12, at -> "2024-01-%02d,D%d,C%d,%s"
                        .formatted(at + 1, at, at / 2 % 5, at % 2 == 0 ? "10.00" : "-10.00")));

        assertThat(plan().doubts())
                .filteredOn(doubt -> doubt.code().equals("negatives_mirror"))
                .extracting(Doubt::severity)
                .containsExactly(1);
    }

    @Test
    void a_credit_note_of_its_own_number_is_no_purchase_but_takes_its_money_off_the_one_before_it() {
        tables.with("l.csv", """
                        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID
                        1,A,CUP,6,2024-01-02,2.50,7
                        2,A,CUP,4,2024-01-05,2.50,7
                        C3,A,CUP,-2,2024-01-06,2.50,7
                        C4,A,CUP,-1,2024-01-07,2.50,9
                        5,A,CUP,2,2024-01-08,2.50,8
                        """);

        imported();

        assertThat(rows("select order_id from orders where counts order by 1")).containsExactly("1", "2", "5");
        assertThat(rows("select sum(amount) from order_lines")).containsExactly("22.5000");
    }

    private FilePlan ofStatuses(String... statuses) {
        tables.with("o.csv", "Order ID,Date,Email,Status,Total\n"
                + rows(statuses.length, at -> "%d,2024-01-%02d,c%d@x.es,%s,10.00"
                        .formatted(at, at + 1, at % 4, statuses[at].replace(",", ";"))));
        return plan().files().getFirst();
    }

    static String rows(int count, java.util.function.IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String role(Plan plan, int file, String header) {
        return plan.files().get(file).columns().stream()
                .filter(column -> column.header().equals(header))
                .map(column -> column.role().word())
                .findFirst()
                .orElseThrow();
    }

    private Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    private Plan imported() {
        return imported(store, tables);
    }

    static Plan imported(DuckStore store, RawTables tables) {
        Plan plan = Understanding.plan(store, tables.all(), Corrections.NONE);
        new Import(store, Lines.afterHeader())
                .run(plan, List.of(), Options.at(Instant.parse("2025-01-01T00:00:00Z")), Progress.NONE);
        assertThat(rows(store, "select file from sources where rows_read <> rows_kept + rows_merged + rows_rejected"))
                .isEmpty();
        return plan;
    }

    private List<String> rows(String select) {
        return rows(store, select);
    }

    static List<String> rows(DuckStore store, String select) {
        List<String> rows = new java.util.ArrayList<>();
        store.stream(
                Sql.of(select),
                row -> rows.add(row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return rows;
    }
}
