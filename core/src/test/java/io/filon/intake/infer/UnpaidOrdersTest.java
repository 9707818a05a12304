package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.Report;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.workspace.Settings.Purchase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Orders of a shop that nobody paid for are no sales; invoices still to be paid are.
class UnpaidOrdersTest {

    private static final String COUNTED = "select count(*) from orders where counts";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    @Test
    void a_status_says_that_the_payment_is_missing() {
        for (String word : List.of(
                "unpaid",
                "Not paid",
                "pending payment",
                "Payment pending",
                "PAYMENT_PENDING",
                "Awaiting Payment",
                "awaiting bank wire payment",
                "Waiting for payment",
                "pendiente de pago",
                "Pago pendiente",
                "Esperando el pago",
                "En espera de pago por cheque",
                "No pagado",
                "Sin pagar",
                "Impagado",
                "aguardando pagamento",
                "PendingPayment")) {
            assertThat(meaning("Status", word)).as(word).isEqualTo("unpaid");
        }
    }

    @Test
    void what_is_pending_in_a_column_about_payments_is_the_payment() {
        for (String[] each : new String[][] {
            {"Payment Status", "pending"},
            {"Financial Status", "pending"},
            {"Estado del pago", "Pendiente"},
            {"Order Payment State", "Open"},
            {"Payment Status", "overdue"}
        }) {
            assertThat(meaning(each[0], each[1])).as(each[0]).isEqualTo("unpaid");
        }
        assertThat(meaning("Payment Status", "authorized")).isEqualTo("pending");
        assertThat(meaning("Status", "pending")).isEqualTo("pending");
        assertThat(meaning("Status", "Pending shipment")).isEqualTo("pending");
        assertThat(meaning("Status", "Pago aceptado, pendiente de enviar")).isEqualTo("pending");
        assertThat(meaning("Status", "Pendiente contra reembolso")).isEqualTo("pending");
        assertThat(meaning("Status", "charged_back")).isEqualTo("refunded");
        assertThat(meaning("Status", "uncollectible")).isEqualTo("cancelled");
        assertThat(meaning("Status", "Expirado")).isEqualTo("cancelled");
        assertThat(meaning("Status", "Contabilizado")).isEqualTo("paid");
    }

    @Test
    void unpaid_orders_do_not_count_and_a_doubt_says_how_much_they_are() {
        tables.with("o.csv", orders("Order ID", "Status", "pending payment"));

        Report report = imported(Purchase.CREATED);

        assertThat(rows(COUNTED)).containsExactly("9");
        assertThat(rows("select distinct status from orders order by 1")).containsExactly("delivered", "unpaid");
        assertThat(report.doubts()).contains(new Doubt("unpaid_orders", "o.csv", "", 2, List.of(3L, 31L, "EUR")));
    }

    @Test
    void unpaid_orders_count_where_the_setting_says_so() {
        tables.with("o.csv", orders("Order ID", "Status", "pending payment"));

        Report report = imported(Purchase.PLACED);

        assertThat(rows(COUNTED)).containsExactly("12");
        assertThat(report.doubts()).extracting(Doubt::code).doesNotContain("unpaid_orders");
    }

    @Test
    void what_is_still_to_be_paid_of_an_invoice_was_sold() {
        tables.with("f.csv", orders("Nº Factura", "Estado", "Pendiente de pago"));

        Report report = imported(Purchase.CREATED);

        assertThat(rows(COUNTED)).containsExactly("12");
        assertThat(report.doubts()).extracting(Doubt::code).doesNotContain("unpaid_orders", "pending_orders");
    }

    @Test
    void what_has_a_day_of_payment_to_come_was_sold() {
        tables.with(
                "f.csv",
                "Number,Date,Due Date,Customer ID,Payment Status,Total\n"
                        + KindsOfRowsTest.rows(
                                12,
                                at -> "F%d,2024-01-%02d,2024-03-%02d,%d,%s,10.25"
                                        .formatted(at, at + 1, at + 1, at % 4, at % 4 == 0 ? "unpaid" : "paid")));

        imported(Purchase.CREATED);

        assertThat(rows(COUNTED)).containsExactly("12");
    }

    @Test
    void what_was_sent_was_sold_though_it_is_unpaid() {
        tables.with("o.csv", """
                        Order ID,Date,Email,Fulfillment Status,Payment Status,Total
                        1,2024-01-02,a@x.es,fulfilled,pending,10.00
                        2,2024-01-03,b@x.es,unfulfilled,pending,20.00
                        3,2024-01-04,a@x.es,unfulfilled,paid,30.00
                        4,2024-01-05,c@x.es,pending,paid,40.00
                        """);

        imported(Purchase.CREATED);

        assertThat(rows("select order_id, status, counts from orders order by 1"))
                .containsExactly("1 shipped true", "2 unpaid false", "3 paid true", "4 paid true");
    }

    @Test
    void where_a_file_says_nothing_else_of_any_order_they_count() {
        tables.with("o.csv", orders("Order ID", "Payment Status", "pending").replace("Completed", "pending"));

        Report report = imported(Purchase.CREATED);

        assertThat(rows(COUNTED)).containsExactly("12");
        assertThat(report.doubts())
                .contains(new Doubt("pending_orders", "o.csv", "Payment Status", 2, List.of(12L, 12L, "pending")));
    }

    @Test
    void plainly_pending_orders_count_and_a_doubt_says_how_many_they_are() {
        tables.with("o.csv", orders("Order ID", "Status", "On hold"));

        Report report = imported(Purchase.CREATED);

        assertThat(rows(COUNTED)).containsExactly("12");
        assertThat(report.doubts())
                .contains(new Doubt("pending_orders", "o.csv", "Status", 2, List.of(3L, 12L, "On hold")));
    }

    @Test
    void orders_that_wait_to_be_sent_raise_no_doubt() {
        tables.with("o.csv", orders("Order ID", "Status", "Sin enviar"));

        assertThat(plan().doubts()).extracting(Doubt::code).doesNotContain("pending_orders");
    }

    @Test
    void a_day_of_payment_outweighs_a_status_that_lags_behind() {
        tables.with("o.csv", """
                        Order ID,Date,Email,Status,Paid at,Total
                        1,2024-01-02,a@x.es,Awaiting payment,2024-01-03,10.00
                        2,2024-01-03,b@x.es,Awaiting payment,,20.00
                        3,2024-01-04,a@x.es,Completed,2024-01-04,30.00
                        """);

        imported(Purchase.CREATED);

        assertThat(rows("select order_id, counts from orders order by 1"))
                .containsExactly("1 true", "2 false", "3 true");
    }

    @Test
    void statuses_given_by_number_mean_what_a_second_table_says() {
        tables.with(
                        "oc_order.csv",
                        "order_id,customer_id,email,total,order_status_id,date_added\n"
                                + KindsOfRowsTest.rows(
                                        12,
                                        at -> "%d,%d,c%d@x.es,10.00,%d,2024-01-%02d 10:00:00"
                                                .formatted(
                                                        at,
                                                        at % 5,
                                                        at % 5,
                                                        List.of(7, 5, 1, 3).get(at % 4),
                                                        at + 1)))
                .with("oc_order_status.csv", """
                        order_status_id,language_id,name
                        1,1,Pending
                        2,1,Processing
                        3,1,Shipped
                        5,1,Complete
                        7,1,Canceled
                        7,2,Cancelado
                        """);

        Report report = imported(Purchase.CREATED);

        assertThat(rows("select status, count(*), bool_and(counts) from orders group by 1 order by 1"))
                .containsExactly("cancelled 3 false", "delivered 3 true", "pending 3 true", "shipped 3 true");
        assertThat(report.doubts())
                .contains(
                        new Doubt("pending_orders", "oc_order.csv", "order_status_id", 2, List.of(3L, 12L, "Pending")));
        assertThat(rows("select count(*) from products")).containsExactly("0");
    }

    @Test
    void closed_orders_whose_money_all_went_back_do_not_count() {
        tables.with("sales_order.csv", """
                        increment_id,created_at,customer_email,status,grand_total,total_refunded
                        1001,2024-01-02 10:00:00,a@x.es,complete,126.00,
                        1002,2024-01-03 10:00:00,b@x.es,closed,126.00,126.00
                        1003,2024-01-04 10:00:00,a@x.es,complete,50.00,10.00
                        """);

        imported(Purchase.CREATED);

        assertThat(rows("select order_id, status, counts from orders order by 1"))
                .containsExactly("1001 delivered true", "1002 refunded false", "1003 delivered true");
    }

    @Test
    void closed_orders_that_kept_their_money_count() {
        tables.with("o.csv", """
                        order_id,created_at,customer_email,status,grand_total,total_refunded
                        1001,2024-01-02 10:00:00,a@x.es,closed,126.00,
                        1002,2024-01-03 10:00:00,b@x.es,closed,126.00,126.00
                        1003,2024-01-04 10:00:00,a@x.es,closed,50.00,10.00
                        """);

        imported(Purchase.CREATED);

        assertThat(rows(COUNTED)).containsExactly("3");
    }

    private String meaning(String header, String word) {
        try (DuckStore own = DuckStore.inMemory()) {
            RawTables orders = new RawTables(own).with("o.csv", orders("Order ID", header, word));
            return Understanding.plan(own, orders.all(), Corrections.NONE)
                    .files()
                    .getFirst()
                    .statuses()
                    .getOrDefault(word.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    private static String orders(String number, String header, String word) {
        return "%s;Date;Customer ID;%s;Total\n".formatted(number, header)
                + KindsOfRowsTest.rows(
                        12,
                        at -> "F%d;2024-01-%02d;%d;%s;10.25"
                                .formatted(at, at + 1, at % 4, at % 4 == 0 ? word : "Completed"));
    }

    private Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    private Report imported(Purchase purchase) {
        Options usual = Options.at(Instant.parse("2025-01-01T00:00:00Z"));
        return new Import(store, Lines.afterHeader())
                .run(
                        plan(),
                        List.of(),
                        new Options(usual.asOf(), usual.zone(), purchase, usual.readAt(), usual.horizonDays()),
                        Progress.NONE);
    }

    private List<String> rows(String select) {
        return KindsOfRowsTest.rows(store, select);
    }
}
