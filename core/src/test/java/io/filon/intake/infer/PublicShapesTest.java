package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.Report;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shapes of well-known public data sets, cut down to a few rows: how they write money, leave cells out and point from
/// one table to the next.
class PublicShapesTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path scratch;

    private final List<Path> files = new ArrayList<>();

    @Test
    void a_loss_with_the_currency_before_its_brackets_is_read_and_a_dash_beside_it_is_nothing() throws IOException {
        Report report = file("financials.csv", """
                        Country|Product|Units Sold|Sale Price|Gross Sales|Discounts|Sales|COGS|Profit|Date
                        Canada|Carretera|10.00|$20.00|$200.00|$-   |$200.00|$150.00|$50.00|13/01/2014
                        Mexico|Carretera|100.00|$20.00|$2,000.00|$100.00|$1,900.00|$6,433.75|$(4,533.75)|14/01/2014
                        Canada|Paseo|20.00|$7.00|$140.00|$ -|$140.00|$100.00|$40.00|15/01/2014
                        Canada|Paseo|30.00|$7.00|$210.00|$10.00|$200.00|$150.00|$50.00|16/01/2014
                        """).imported();

        assertThat(told(report.doubts())).noneMatch(doubt -> doubt.startsWith("cells_unreadable"));
        assertThat(sum("amount", "order_lines")).isEqualTo("2440.0000");
        assertThat(sum("profit", "order_lines")).isEqualTo("-4393.7500");
        assertThat(sum("discount", "order_lines")).isEqualTo("110.0000");
    }

    @Test
    void a_sale_stays_where_only_its_profit_cannot_be_read_and_the_reader_is_told() throws IOException {
        Report report = file("sales.csv", """
                        Order,Date,Customer ID,Product,Sales,Profit
                        1,2024-01-13,7,Pen,20.50,5.10
                        2,2024-01-14,8,Pen,7.00,1.20
                        3,2024-01-15,7,Ink,18.00,1.9.4
                        4,2024-01-16,7,Ink,18.00,4.10
                        5,2024-01-17,9,Ink,18.00,4.10
                        6,2024-01-18,9,Ink,18.00,4.10
                        7,2024-01-19,9,Ink,18.00,4.10
                        8,2024-01-20,9,Ink,18.00,4.10
                        9,2024-01-21,9,Ink,18.00,4.10
                        10,2024-01-22,9,Ink,18.00,4.10
                        11,2024-01-23,9,Ink,18.00,4.10
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("189.5000");
        assertThat(store.number(Sql.of("select count(*) from order_lines where profit is null")))
                .isEqualTo(1);
        assertThat(told(report.doubts())).contains("cells_unreadable Profit 2 [1]");
    }

    @Test
    void a_stated_total_counts_where_price_or_quantity_cannot_be_read() throws IOException {
        Report report = file("cafe.csv", """
                        Transaction ID,Item,Quantity,Price Per Unit,Total Spent,Location,Transaction Date
                        TXN_1961373,Coffee,2,2.0,4.0,Takeaway,2023-09-08
                        TXN_4977031,Cake,4,3.0,12.0,In-store,2023-05-16
                        TXN_4271903,Cookie,ERROR,1.0,4.0,In-store,2023-07-19
                        TXN_7034554,Salad,2,5.0,10.0,UNKNOWN,2023-04-27
                        TXN_3160411,Coffee,2,,4.0,In-store,2023-06-11
                        TXN_2602893,Smoothie,5,4.0,20.0,,2023-03-31
                        TXN_4433211,Tea,,1.5,4.5,Takeaway,2023-10-06
                        TXN_6699534,Sandwich,4,4.0,,Takeaway,2023-10-28
                        TXN_4717867,Juice,5,3.0,15.0,Takeaway,2023-07-28
                        TXN_2064365,Sandwich,5,4.0,20.0,In-store,2023-12-31
                        TXN_2548360,Salad,5,5.0,25.0,Takeaway,2023-11-07
                        TXN_3051279,Sandwich,2,UNKNOWN,8.0,Takeaway,2023-02-01
                        TXN_7619095,Sandwich,2,4.0,8.0,In-store,2023-05-03
                        TXN_9437049,Cookie,5,1.0,5.0,Takeaway,2023-06-01
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("155.5000");
        assertThat(store.number(Sql.of("select count(*) from rejected"))).isZero();
        assertThat(told(report.doubts())).contains("cells_unreadable Quantity 2 [1]");
    }

    @Test
    void a_row_without_a_quantity_is_one_unit_at_the_price_of_the_menu() throws IOException {
        Report report = file("sales.csv", """
                        customer_id,order_date,product_id
                        A,2021-01-01,1
                        A,2021-01-01,2
                        B,2021-01-02,2
                        B,2021-01-04,1
                        C,2021-01-07,3
                        A,2021-01-10,3
                        """).file("menu.csv", """
                        product_id,product_name,price
                        1,sushi,10
                        2,curry,15
                        3,ramen,12
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("74.0000");
        assertThat(store.number(Sql.of("select count(distinct customer_id) from order_lines")))
                .isEqualTo(3);
        assertThat(told(report.doubts())).contains("one_unit_a_row product_id 2 [menu.csv]");
    }

    @Test
    void a_key_of_another_name_finds_its_price_by_its_values() throws IOException {
        file("order_details.csv", """
                        order_details_id,order_id,order_date,order_time,item_id
                        1,1,1/1/23,11:38:36 AM,109
                        2,2,1/1/23,11:57:40 AM,108
                        3,2,1/1/23,11:57:40 AM,124
                        4,3,1/13/23,12:12:28 PM,117
                        5,3,1/13/23,12:12:28 PM,109
                        6,4,1/14/23,12:16:31 PM,124
                        """).file("menu_items.csv", """
                        menu_item_id,item_name,category,price
                        108,Hamburger,American,12.95
                        109,Cheeseburger,American,13.95
                        117,Tofu Pad Thai,Asian,14.50
                        124,Pad Thai,Asian,13.00
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("81.3500");
        assertThat(store.number(Sql.of("select count(*) from orders"))).isEqualTo(4);
    }

    @Test
    void lines_of_what_is_called_no_product_are_priced_by_the_list_their_values_are_in() throws IOException {
        Report report = file("orders.csv", """
                        order_id,order_date,time
                        1,2015-01-01,11:38:36
                        2,2015-01-01,11:57:40
                        3,2015-01-13,12:12:28
                        4,2015-01-14,12:16:31
                        """)
                .file("order_details.csv", """
                        order_details_id,order_id,pizza_id,quantity
                        1,1,hawaiian_m,1
                        2,2,classic_dlx_m,2
                        3,2,five_cheese_l,1
                        4,3,hawaiian_m,1
                        5,4,five_cheese_l,3
                        """)
                .file("pizzas.csv", """
                        pizza_id,pizza_type_id,size,price
                        hawaiian_m,hawaiian,M,13.25
                        classic_dlx_m,classic_dlx,M,16
                        five_cheese_l,five_cheese,L,18.5
                        five_cheese_s,five_cheese,S,12.5
                        """)
                .imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("132.5000");
        assertThat(told(report.doubts())).noneMatch(doubt -> doubt.startsWith("one_unit_a_row"));
    }

    @Test
    void lines_that_say_when_they_were_edited_take_the_day_of_their_invoice() throws IOException {
        file("invoices.csv", """
                        InvoiceID,CustomerID,InvoiceDate,TotalDryItems,LastEditedBy,LastEditedWhen
                        1,832,2013-01-01,1,7,2016-05-31 07:00:00.0000000
                        2,803,2013-02-14,2,7,2016-05-31 07:00:00.0000000
                        3,832,2013-03-15,1,7,2016-05-31 07:00:00.0000000
                        """).file("lines.csv", """
                        InvoiceLineID,InvoiceID,StockItemID,Description,Quantity,UnitPrice,LastEditedWhen
                        1,1,67,Ride on toy,10,230.00,2016-05-31 07:00:00.0000000
                        2,2,50,Developer joke mug,9,13.00,2016-05-31 07:00:00.0000000
                        3,2,10,USB food flash drive,9,32.00,2016-05-31 07:00:00.0000000
                        4,3,67,Ride on toy,2,230.00,2016-05-31 07:00:00.0000000
                        """).imported();

        assertThat(text("select min(ordered_on) || ' ' || max(ordered_on) from orders"))
                .isEqualTo("2013-01-01 2013-03-15");
        assertThat(text("select count(distinct customer_id) from orders")).isEqualTo("2");
    }

    @Test
    void an_amount_that_is_mostly_the_word_null_is_an_amount() throws IOException {
        file("bookings.csv", """
                        Booking ID,Date,Customer ID,Booking Status,Booking Value
                        B1,2024-01-13,C7,Completed,237
                        B2,2024-01-14,C8,Cancelled,null
                        B3,2024-01-15,C7,Completed,85
                        B4,2024-01-16,C9,Cancelled,null
                        B5,2024-01-17,C9,Cancelled,null
                        B6,2024-01-18,C8,Completed,412
                        B7,2024-01-19,C8,Cancelled,null
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("734.0000");
    }

    @Test
    void a_year_and_a_month_apart_are_the_first_of_that_month_and_the_reader_is_told() throws IOException {
        Report report = file("activity.csv", """
                        Customer ID,Year,Month,Sales
                        480934,2017,January,20.50
                        480934,2017,February,7.00
                        549612,2017,January,18.00
                        549612,2018,March,30.10
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("75.6000");
        assertThat(text("select min(ordered_on) || ' ' || max(ordered_on) from orders"))
                .isEqualTo("2017-01-01 2018-03-01");
        assertThat(told(report.doubts())).contains("months_only Year-Month 2 [2017-01]");
    }

    @Test
    void reads_short_words_for_transactions_and_amounts() throws IOException {
        file("train.csv", """
                        trans_date_trans_time,cc_num,merchant,category,amt,trans_num
                        2019-01-01 00:00:18,2703186189652095,Rippin,misc_net,4.97,0b242abb623afc578575680df30655b9
                        2019-01-13 00:00:44,630423337322,Heller,grocery_pos,107.23,1f76529f8574734946361c461b024d99
                        2019-02-01 00:00:51,630423337322,Lind,entertainment,220.11,a1a22d70485983eac12b5b88dad1cf95
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("332.3100");
        assertThat(text("select min(ordered_on) || ' ' || max(ordered_on) from orders"))
                .isEqualTo("2019-01-01 2019-02-01");
    }

    @Test
    void an_invoice_of_one_price_and_quantity_is_a_line_and_its_margin_a_share_of_it() throws IOException {
        file("walmart.csv", """
                        invoice_id,Branch,unit_price,quantity,date,time,profit_margin
                        1,WALM003,$74.69,7.0,05/01/19,13:08:00,0.48
                        2,WALM048,$15.28,5.0,08/03/19,10:29:00,0.48
                        3,WALM067,$46.33,7.0,03/03/19,13:23:00,0.33
                        4,WALM064,$58.22,8.0,27/01/19,20:33:00,0.18
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("1389.3000");
        assertThat(sum("amount - cost", "order_lines")).isEqualTo("478.4895");
        assertThat(text("select count(*) from orders")).isEqualTo("4");
    }

    @Test
    void a_count_called_total_is_not_what_was_spent() throws IOException {
        file("activity.csv", """
                        Loyalty Number,Year,Month,Total Flights,Spend
                        480934,2017,1,3,20.50
                        480934,2017,2,1,7.00
                        549612,2017,1,2,18.00
                        549612,2018,3,3,30.10
                        """).imported();

        assertThat(sum("amount", "order_lines")).isEqualTo("75.6000");
    }

    private PublicShapesTest file(String name, String text) throws IOException {
        files.add(Files.writeString(scratch.resolve(name), text));
        return this;
    }

    private Report imported() throws IOException {
        Reading reading = RawFiles.readAll(store, files, scratch, Progress.NONE);
        Plan plan = Understanding.plan(store, reading.tables(), Corrections.NONE);
        Options options = Options.at(Instant.parse("2026-01-01T00:00:00Z"));
        return new Import(store, reading.lines()::linesOf).run(plan, reading.duplicates(), options, Progress.NONE);
    }

    private String sum(String column, String table) {
        return text("select cast(sum(%s) as varchar) from %s".formatted(column, table));
    }

    private String text(String sql) {
        return store.query(Sql.of("select cast((%s) as varchar) as text".formatted(sql)), Text.class)
                .getFirst()
                .text();
    }

    private record Text(String text) {}

    private List<String> told(List<Doubt> doubts) {
        return doubts.stream()
                .map(doubt -> "%s %s %d %s".formatted(doubt.code(), doubt.column(), doubt.severity(), doubt.values()))
                .map(text -> text.replace(scratch + "/", ""))
                .toList();
    }
}
