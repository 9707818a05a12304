package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.store.DuckStore;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Rows of sales that are none, or take money back, and how programs say so.
class RowsThatAreNoSalesTest {

    private static final String COUNTED =
            "select count(*), sum(amount) from order_lines where order_id in (select order_id from orders where counts)";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    @Test
    void a_negative_row_of_status_refund_takes_its_money_off_also_under_the_number_of_its_sale() {
        tables.with("o.csv", """
                        Order Number,Date,Email,Charged Amount,Status
                        G1,2024-01-02,a@x.es,10.00,Charged
                        G2,2024-01-03,b@x.es,20.00,Charged
                        G3,2024-01-04,a@x.es,-4.00,Refund
                        G4,2024-01-05,a@x.es,30.00,Charged
                        G2,2024-01-06,b@x.es,-5.00,Refund
                        """);

        Plan plan = imported();

        assertThat(rows(COUNTED)).containsExactly("5 51.0000");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("rows_given_back"))
                .extracting(Doubt::values)
                .containsExactly(List.of("Refund", 2L));
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("negative_amounts");
    }

    @Test
    void sales_of_status_refunded_are_undone_and_not_their_negative_copies_too() {
        tables.with("o.csv", """
                        Order Number,Date,Email,Product,Total,Status
                        G1,2024-01-02,a@x.es,A,10.00,Completed
                        G2,2024-01-03,b@x.es,B,20.00,Refunded
                        G3,2024-01-04,b@x.es,B,-20.00,Refunded
                        G4,2024-01-05,a@x.es,A,30.00,Completed
                        """);

        imported();

        assertThat(rows(COUNTED)).containsExactly("2 40.0000");
    }

    private Plan imported() {
        return KindsOfRowsTest.imported(store, tables);
    }

    private List<String> rows(String select) {
        return KindsOfRowsTest.rows(store, select);
    }
}
