package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Which rows of an export are sales: what its flags and its status words say.
class StatusWordsTest {

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
                        .with(
                                "o.csv",
                                "Order ID,Date,Customer ID,%s,Total\n".formatted(flag[0])
                                        + rows(
                                                12,
                                                at -> "I%d,2024-01-%02d,%d,%s,10.00"
                                                        .formatted(
                                                                at, at + 1, at % 4, at % 4 == 0 ? flag[1] : flag[2])));
                KindsOfRowsTest.imported(own, orders);

                assertThat(KindsOfRowsTest.rows(own, COUNTED)).as(flag[0]).containsExactly("9 90.0000");
            }
        }
    }

    @Test
    void a_day_of_cancelling_still_says_that_an_order_was_cancelled() {
        tables.with(
                "o.csv",
                "Order ID,Date,Customer ID,Cancelled at,Total\n"
                        + rows(
                                12,
                                at -> "I%d,2024-01-%02d,%d,%s,10.00"
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

        assertThat(rows("select order_id, counts from orders order by 1"))
                .containsExactly("1 true", "2 false", "3 true");
        assertThat(
                        rows(
                                "select order_id, sum(amount), sum(quantity) from order_lines where order_id <> '2' group by 1 order by 1"))
                .containsExactly("1 10.0000 1.0000", "3 5.0000 1.0000");
    }

    @Test
    void status_words_are_read_by_their_beginnings_and_with_what_denies_them() {
        FilePlan file = ofStatuses(
                "Completed",
                "Incomplete",
                "No completado",
                "Not shipped",
                "Unfulfilled",
                "no_show",
                "payment_due",
                "Overdue",
                "Sin pagar",
                "Impagado",
                "Borrador",
                "Fulfilled",
                "wc-completed",
                "PaymentFailed",
                "Paid, not shipped",
                "No devuelto",
                "No entregado",
                "PAGOACEPTADO",
                "Denegada 190");

        assertThat(new TreeMap<>(file.statuses()))
                .containsEntry("completed", "delivered")
                .containsEntry("incomplete", "cancelled")
                .containsEntry("no completado", "cancelled")
                .containsEntry("not shipped", "pending")
                .containsEntry("unfulfilled", "pending")
                .containsEntry("no_show", "cancelled")
                .containsEntry("payment_due", "unpaid")
                .containsEntry("overdue", "pending")
                .containsEntry("sin pagar", "unpaid")
                .containsEntry("impagado", "unpaid")
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
        tables.with(
                        "a.csv",
                        "Order ID,Date,Email,Order State,Total\n"
                                + rows(
                                        12,
                                        at -> "%d,2024-01-%02d,c%d@x.es,%s,10.00"
                                                .formatted(at, at + 1, at % 4, at % 4 == 0 ? "Canceled" : "Complete")))
                .with(
                        "b.csv",
                        "Order ID,Date,Email,State,Total\n"
                                + rows(
                                        12,
                                        at -> "B%d,2024-01-%02d,c%d@x.es,%s,10.00"
                                                .formatted(
                                                        at, at + 1, at % 4, at % 4 == 0 ? "New York" : "New Jersey")))
                .with(
                        "c.csv",
                        "Pedido;Fecha;Correo;Ciudad;Estado;Total\n"
                                + rows(
                                        12,
                                        at -> "C%d;2024-01-%02d;c%d@x.es;Centro;%s;10.00"
                                                .formatted(at, at + 1, at % 4, at % 4 == 0 ? "Jalisco" : "Puebla")));

        Plan plan = plan();

        assertThat(role(plan, 0, "Order State")).isEqualTo("status");
        assertThat(role(plan, 1, "State")).isEqualTo("region");
        assertThat(role(plan, 2, "Estado")).isEqualTo("region");
    }

    @Test
    void the_state_of_a_member_is_no_permission_to_write_to_him() {
        tables.with(
                        "m.csv",
                        "Nº Socio;Nombre;E-mail;Fecha alta;Estado\n"
                                + rows(
                                        12,
                                        at -> "%d;Ana;a%d@x.es;%02d/01/2024;%s"
                                                .formatted(at, at, at + 1, at % 3 == 0 ? "Activo" : "Baja")))
                .with(
                        "n.csv",
                        "Nº Cliente;Nombre;Correo;Acepta publicidad\n"
                                + rows(
                                        12,
                                        at -> "%d;Ana;b%d@x.es;%s".formatted(at + 100, at, at % 3 == 0 ? "Sí" : "No")));

        assertThat(role(plan(), 0, "Estado")).isEqualTo("trait");
        assertThat(role(plan(), 1, "Acepta publicidad")).isEqualTo("granted");
    }

    @Test
    void a_fee_for_cancelling_a_type_of_line_and_spent_credit_are_not_what_their_words_contain() {
        tables.with(
                "l.csv",
                "Order ID,Date,Email,SKU,Quantity,Total,Cancelation fee,Line Type,Store Credit Redeemed\n"
                        + rows(
                                12,
                                at -> "%d,2024-01-%02d,c%d@x.es,S%d,1,10.00,%s,%s,%s"
                                        .formatted(
                                                at,
                                                at + 1,
                                                at % 4,
                                                at % 3,
                                                "5.00",
                                                at % 2 == 0 ? "Good" : "Gift",
                                                "0.00")));

        assertThat(plan().files().getFirst().columns())
                .filteredOn(column -> column.index() > 5)
                .extracting(column -> column.role().word())
                .doesNotContain("payment_fee", "line_no", "store");
    }

    private FilePlan ofStatuses(String... statuses) {
        tables.with(
                "o.csv",
                "Order ID,Date,Email,Status,Total\n"
                        + rows(
                                statuses.length,
                                at -> "%d,2024-01-%02d,c%d@x.es,%s,10.00"
                                        .formatted(at, at + 1, at % 4, statuses[at].replace(",", ";"))));
        return plan().files().getFirst();
    }

    private static String rows(int count, IntFunction<String> row) {
        return KindsOfRowsTest.rows(count, row);
    }

    private static String role(Plan plan, int file, String header) {
        return KindsOfRowsTest.role(plan, file, header);
    }

    private Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    private Plan imported() {
        return KindsOfRowsTest.imported(store, tables);
    }

    private List<String> rows(String select) {
        return KindsOfRowsTest.rows(store, select);
    }
}
