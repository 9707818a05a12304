package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Which rows of an export are sales: what its kinds of rows say.
class KindsOfRowsTest {

    private static final String COUNTED =
            "select count(*), sum(amount) from order_lines where order_id in (select order_id from orders where counts)";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

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
        assertThat(rows("select rows_read, rows_kept, rows_rejected from sources"))
                .containsExactly("5 3 2");
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
        tables.with(
                "v.csv",
                "Date,Receipt Number,Line Type,Customer Email,Quantity,Total,Sku\n"
                        + rows(6, at -> """
                        2024-01-0%1$d,%1$d,Sale,c%1$d@x.es,2,20.00,
                        2024-01-0%1$d,%1$d,Sale Line,,1,12.00,A
                        2024-01-0%1$d,%1$d,Sale Line,,1,8.00,B
                        2024-01-0%1$d,%1$d,Payment,,,,""".formatted(at + 1)));

        Plan plan = imported();

        assertThat(rows(COUNTED)).containsExactly("12 120.0000");
        assertThat(rows("select count(distinct customer_id) from orders")).containsExactly("6");
        assertThat(rows("select rows_read, rows_kept, rows_rejected from sources"))
                .containsExactly("24 18 6");
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
        tables.with(
                "t.csv",
                "Date,Booking ID,Email,Trip Type,Total\n"
                        + rows(
                                12,
                                at -> "2024-01-%02d,B%d,c%d@x.es,%s,10.00"
                                        .formatted(at + 1, at, at % 5, at % 2 == 0 ? "Return" : "One way")));

        imported();

        assertThat(rows("select sum(amount) from order_lines")).containsExactly("120.0000");
    }

    @Test
    void what_is_negative_and_mirrors_what_is_positive_is_doubted() {
        tables.with(
                "l.csv",
                "Date,Doc,Customer,Amount\n"
                        + rows(
                                12,
                                at -> "2024-01-%02d,D%d,C%d,%s"
                                        .formatted(at + 1, at, at / 2 % 5, at % 2 == 0 ? "10.00" : "-10.00")));

        assertThat(plan().doubts())
                .filteredOn(doubt -> doubt.code().equals("negatives_mirror"))
                .extracting(Doubt::severity)
                .containsExactly(1);
    }

    static String rows(int count, IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n", "", "\n"));
    }

    static String role(Plan plan, int file, String header) {
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
