package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// What exports say was given back: of each line or of the order, in full or in part.
class RefundsOfExportsTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void returns_after_the_last_order_move_the_day_one_looks_from() {
        Imported files = new Imported(store).with("ventas.csv", """
                        venta,fecha,cliente,importe
                        5001,2024-10-01,Ana Ruiz,50.00
                        5002,2024-10-12,Eva Gil,20.00
                        5003,2024-10-19,Luis Rey,80.00
                        """).with("devoluciones.csv", """
                        venta,fecha_devolucion,importe_devuelto
                        5003,2024-10-27,80.00
                        5001,2042-10-03,5.00
                        """);

        files.run();

        assertThat(files.rows("select as_of from run")).containsExactly("2024-10-27");
    }

    @Test
    void money_given_back_for_any_line_of_an_order_counts() {
        imported("""
                Order ID,Order Date,Email,Item Name,Amount,Refunded Amount
                O1,2024-01-13,a@x.es,Latte,20.00,
                O1,2024-01-13,a@x.es,Cake,9.50,9.50
                O2,2024-01-14,b@x.es,Latte,8.00,8.00
                O2,2024-01-14,b@x.es,Cake,9.50,4.00
                O3,2024-01-15,a@x.es,Latte,8.00,
                """);

        assertThat(net()).isEqualTo("33.50");
    }

    @Test
    void money_given_back_that_is_the_same_on_all_lines_is_of_the_order() {
        imported("""
                Order ID,Order Date,Email,Item Name,Amount,Refunded Amount
                O1,2024-01-13,a@x.es,Latte,20.00,12.00
                O1,2024-01-13,a@x.es,Cake,9.50,12.00
                O2,2024-01-14,b@x.es,Latte,8.00,0.00
                O2,2024-01-14,b@x.es,Cake,9.50,0.00
                O3,2024-01-15,a@x.es,Latte,8.00,0.00
                """);

        assertThat(net()).isEqualTo("43.00");
    }

    @Test
    void a_long_file_tells_for_a_short_one_that_refunds_are_of_lines() {
        String head = "Order ID,Order Date,Email,Item Name,Amount,Refund Amount\n";
        RawTables tables = new RawTables(store).with("january.csv", head + """
                        O1,2024-01-13,a@x.es,Latte,20.00,2.00
                        O1,2024-01-13,a@x.es,Cake,9.50,0.00
                        O2,2024-01-14,b@x.es,Latte,8.00,3.00
                        O2,2024-01-14,b@x.es,Cake,9.50,4.00
                        O3,2024-01-15,a@x.es,Latte,8.00,5.00
                        O3,2024-01-15,a@x.es,Cake,9.50,6.00
                        """).with("february.csv", head + """
                        O4,2024-02-13,a@x.es,Latte,20.00,5.00
                        O4,2024-02-13,a@x.es,Cake,9.50,5.00
                        """);

        Sold.imported(store, tables);

        assertThat(net()).isEqualTo("64.00");
    }

    @Test
    void a_refund_of_all_that_was_paid_leaves_nothing_of_goods_tax_and_shipping() {
        imported("""
                increment_id,status,customer_email,subtotal,tax_amount,shipping_amount,grand_total,total_refunded,created_at
                1,complete,a@x.es,100.00,21.00,5.00,126.00,126.00,2024-01-13
                2,complete,b@x.es,50.00,10.50,5.00,65.50,,2024-01-14
                3,complete,a@x.es,80.00,16.80,5.00,101.80,30.00,2024-01-15
                4,complete,c@x.es,10.00,2.10,5.00,17.10,,2024-01-16
                """);

        assertThat(net()).isEqualTo("110.00");
        assertThat(KindsOfRowsTest.rows(store, "select order_id, shipping_charged from orders order by 1"))
                .containsExactly("1 0.0000", "2 5.0000", "3 5.0000", "4 5.0000");
    }

    @Test
    void what_was_given_back_in_part_is_not_the_whole_line() {
        Plan plan = imported("""
                Purchase ID,Purchase Date,Email,Item Name,Subtotal ($),Refunded?,Partial Refund ($),Fully Refunded?
                1,2024-01-13,a@x.es,Icons,25.00,0,0.00,0
                2,2024-01-14,b@x.es,Icons,29.00,1,5.00,0
                3,2024-01-15,a@x.es,Fonts,40.00,1,0.00,1
                4,2024-01-16,c@x.es,Fonts,40.00,1,10.50,0
                5,2024-01-17,d@x.es,Fonts,40.00,1,2.50,0
                6,2024-01-18,e@x.es,Icons,25.00,0,0.00,0
                """);

        assertThat(net()).isEqualTo("141.00");
        assertThat(Sold.column(plan, Role.REFUNDED)).isEqualTo("Partial Refund ($)");
    }

    private Plan imported(String text) {
        return Sold.imported(store, text);
    }

    private String net() {
        return Sold.net(store);
    }
}
