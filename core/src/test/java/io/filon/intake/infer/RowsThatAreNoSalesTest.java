package io.filon.intake.infer;

import static io.filon.intake.infer.KindsOfRowsTest.role;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

    @Test
    void short_codes_of_credit_notes_subtract_where_the_letters_of_the_number_change_with_them() {
        tables.with("v.csv", """
                        Número;Fecha;Tipo;Cód. Cliente;Total
                        FA1000;12/04/2024;FC;47;401,70
                        FA1001;13/04/2024;FC;3;671,11
                        AB1002;27/04/2024;NC;47;100,70
                        FA1003;28/04/2024;FC;8;20,00
                        """);

        Plan plan = imported();

        assertThat(role(plan, 0, "Tipo")).isEqualTo("row_kind");
        assertThat(rows(COUNTED)).containsExactly("4 992.1100");
    }

    @Test
    void short_codes_subtract_where_their_rows_alone_name_another_document() {
        tables.with("v.csv", """
                        Número;Fecha;Tipo;Cód. Cliente;Rectifica;Total
                        1000;12/04/2024;FA;47;;401,70
                        1001;13/04/2024;FA;3;;671,11
                        1002;27/04/2024;AB;47;1000;100,70
                        1003;28/04/2024;FA;8;;20,00
                        """);

        imported();

        assertThat(rows(COUNTED)).containsExactly("4 992.1100");
    }

    @Test
    void short_codes_alone_are_doubted_until_somebody_says_what_the_column_is() {
        tables.with("v.csv", """
                        Número;Fecha;Tipo;Cód. Cliente;Total
                        1000;12/04/2024;FC;47;401,70
                        1001;13/04/2024;FC;3;671,11
                        1002;27/04/2024;NC;47;100,70
                        1003;28/04/2024;FC;8;20,00
                        """);

        Plan said = Understanding.plan(store, tables.all(), Corrections.of(List.of("v.csv:Tipo=row_kind")));
        assertThat(said.doubts())
                .extracting(Doubt::code)
                .contains("rows_given_back")
                .doesNotContain("codes_open");

        assertThat(imported().doubts())
                .filteredOn(doubt -> doubt.code().equals("codes_open"))
                .extracting(Doubt::severity, Doubt::values)
                .containsExactly(tuple(1, List.of("NC", 1L)));
        assertThat(rows(COUNTED)).containsExactly("4 1193.5100");
    }

    @Test
    void mexican_invoices_subtract_their_egresos_and_leave_out_payments_of_nothing() {
        tables.with("m.csv", """
                        Uuid,RfcEmisor,FechaEmision,Monto,EfectoComprobante
                        20CBF68A-16B4-AA27-75BD-5125DB54E35F,DEMO010203AB1,2023-01-02 09:11:05,100.50,I
                        36539DC5-A658-D453-F3C0-A0E50C95D61B,DEMO010203AB1,2023-01-04 14:11:05,50.00,I
                        FA231E76-D193-0214-152D-01E64F17B9BA,DEMO010203AB1,2023-01-06 19:11:05,20.00,E
                        8F8D17F4-4D22-AC04-5A54-D551274E53BE,DEMO010203AB1,2023-01-09 00:11:05,0,P
                        A04B8761-C93B-F9A6-79B6-8A2733C1B3F1,DEMO010203AB1,2023-01-11 05:11:05,30.00,I
                        """);

        imported();

        assertThat(rows(COUNTED)).containsExactly("4 160.5000");
        assertThat(rows("select reason, line from rejected")).containsExactly("not_a_sale 5");
    }

    @Test
    void movements_under_the_header_of_a_category_are_told_by_their_words() {
        tables.with("b.csv", """
                        id,created,gross,fee,reporting_category,customer_email
                        t1,2024-01-02 10:00:00,10.00,0.40,charge,a@x.es
                        t2,2024-01-03 10:00:00,20.00,0.50,charge,b@x.es
                        t3,2024-01-04 10:00:00,-4.00,0.00,refund,a@x.es
                        t4,2024-01-05 10:00:00,-25.00,0.00,payout,
                        t5,2024-01-06 10:00:00,-2.50,0.00,fee,
                        """);

        Plan plan = imported();

        assertThat(role(plan, 0, "reporting_category")).isEqualTo("row_kind");
        assertThat(rows(COUNTED)).containsExactly("3 26.0000");
    }

    @Test
    void a_row_for_each_part_of_an_order_sells_its_goods_and_keeps_the_rest_apart() {
        tables.with("s.csv", """
                        transaction-type,order-id,amount-type,amount-description,amount,posted-date,sku
                        Order,A1,ItemPrice,Principal,10.00,2024-03-01,S1
                        Order,A1,ItemPrice,Tax,0.80,2024-03-01,S1
                        Order,A1,ItemFees,FBAPerUnitFulfillmentFee,-3.48,2024-03-01,S1
                        Order,A1,ItemFees,Commission,-1.50,2024-03-01,S1
                        Order,A1,ItemPrice,Shipping,5.99,2024-03-01,S1
                        Order,A2,ItemPrice,Principal,20.00,2024-03-02,S2
                        Order,A2,ItemPrice,Tax,1.60,2024-03-02,S2
                        Order,A2,ItemFees,Commission,-3.00,2024-03-02,S2
                        Refund,A2,ItemPrice,Principal,-20.00,2024-03-05,S2
                        Refund,A2,ItemFees,Commission,2.40,2024-03-05,S2
                        other-transaction,,other-transaction,Subscription Fee,-39.99,2024-03-05,
                        """);

        Plan plan = imported();

        assertThat(role(plan, 0, "amount-description")).isEqualTo("row_kind");
        assertThat(rows(COUNTED)).containsExactly("3 10.0000");
        assertThat(rows("select order_id, tax, shipping_charged, commission from orders order by 1"))
                .containsExactly("A1 0.0000 5.9900 4.9800", "A2 0.0000 0.0000 0.6000");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("parts_of_orders");
    }

    @Test
    void a_table_of_totals_gives_discounts_and_shipping_to_orders_whose_lines_another_file_has() {
        tables.with("orders.csv", """
                        order_id,customer_id,email,total,date_added
                        1,62,a@x.es,40.20,2023-02-03 19:40:46
                        2,50,b@x.es,24.20,2023-02-04 19:40:46
                        3,62,a@x.es,12.10,2023-02-05 19:40:46
                        """).with("lines.csv", """
                        order_product_id,order_id,product_id,name,quantity,price,total
                        1,1,41,iPod,1,10.00,10.00
                        2,1,42,iMac,2,10.00,20.00
                        3,2,41,iPod,2,10.00,20.00
                        4,3,41,iPod,1,10.00,10.00
                        """).with("totals.csv", """
                        order_total_id,order_id,code,title,value,sort_order
                        1,1,sub_total,Sub-Total,30.0000,1
                        2,1,shipping,Flat Shipping Rate,5.0000,3
                        3,1,coupon,Coupon (TEN),-1.0000,4
                        4,1,tax,VAT (21%),6.2000,5
                        5,1,total,Total,40.2000,9
                        6,2,sub_total,Sub-Total,20.0000,1
                        7,2,tax,VAT (21%),4.2000,5
                        8,2,total,Total,24.2000,9
                        9,3,sub_total,Sub-Total,10.0000,1
                        10,3,tax,VAT (21%),2.1000,5
                        11,3,total,Total,12.1000,9
                        """);

        imported();

        assertThat(rows(COUNTED)).containsExactly("4 60.0000");
        assertThat(rows("select order_id, discount, shipping_charged, tax from orders order by 1"))
                .containsExactly("1 1.0000 5.0000 0.0000", "2 0.0000 0.0000 0.0000", "3 0.0000 0.0000 0.0000");
    }

    @Test
    void credits_are_sold_and_debits_given_back_where_each_has_a_column() {
        tables.with("p.csv", """
                        Order ID,Date,Email,Currency,Amount Debit,Amount Credit
                        O1,2023-01-01,a@x.es,EUR,,72.46
                        O2,2023-01-04,b@x.es,EUR,,68.24
                        O3,2023-01-16,a@x.es,EUR,22.73,0.00
                        O4,2023-01-19,c@x.es,EUR,,78.94
                        """);

        imported();

        assertThat(rows(COUNTED)).containsExactly("4 196.9100");
    }

    @Test
    void a_journal_with_debits_worth_its_credits_sells_nothing_of_one_side() {
        tables.with("j.csv", """
                        Order ID,Date,Email,Total sale,Debit,Credit
                        O1,2023-01-01,a@x.es,10.00,,10.00
                        O2,2023-01-04,b@x.es,20.00,20.00,
                        O3,2023-01-16,a@x.es,10.00,10.00,
                        O4,2023-01-19,c@x.es,20.00,,20.00
                        """);

        imported();

        assertThat(rows(COUNTED)).containsExactly("4 60.0000");
    }

    private Plan imported() {
        return KindsOfRowsTest.imported(store, tables);
    }

    private List<String> rows(String select) {
        return KindsOfRowsTest.rows(store, select);
    }
}
