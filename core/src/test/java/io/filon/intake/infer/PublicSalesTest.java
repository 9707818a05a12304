package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.store.DuckStore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Sales as public data sets write them: what each column is, the figures tell and not the header.
class PublicSalesTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    private static final String COUNTED =
            "select count(*), sum(amount) from order_lines where order_id in (select order_id from orders where counts)";

    private static final String LINES = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID\n";

    /// The same prices come back whatever the quantity, and hardly any product does.
    private static final int[] PIECES = {1, 12, 6, 24, 1, 6, 12, 1, 24, 6};

    @Test
    void a_price_that_does_not_grow_with_the_quantity_is_of_one_piece_though_hardly_any_product_comes_back() {
        tables.with("sales.csv", LINES + rareProducts(60, false));

        assertThat(roles(plan()))
                .isEqualTo("sales.csv order_lines: Invoice=order_id, StockCode=product_id, Description=product, "
                        + "Quantity=quantity, InvoiceDate=ordered_at, Price=unit_price, Customer ID=customer_id\n");
    }

    @Test
    void a_price_that_grows_with_the_quantity_is_of_the_line_though_hardly_any_product_comes_back() {
        tables.with("sales.csv", (LINES + rareProducts(60, true)).replace("Price", "UnitPrice"));

        assertThat(roles(plan())).contains("UnitPrice=amount");
    }

    @Test
    void a_price_that_is_positive_where_pieces_went_back_is_of_one_piece() {
        tables.with("sales.csv", LINES + """
                        1,A1,LIGHTS,1,2010-01-02 08:00:00,6.95,7
                        1,A1,LIGHTS,2,2010-01-02 08:00:00,12.10,7
                        2,A3,LIGHTS,6,2010-01-05 08:00:00,36.85,8
                        C3,A4,LIGHTS,-12,2010-01-07 08:00:00,62.10,9
                        C4,A5,LIGHTS,-1,2010-01-08 08:00:00,1.25,9
                        """);

        assertThat(roles(plan())).contains("Price=unit_price");
    }

    @Test
    void sheets_with_the_same_headers_have_the_same_roles_and_the_longest_says_which() {
        tables.with("Year 2010", LINES + rareProducts(60, false)).with("Year 2011", LINES + """
                        701,A1,LIGHTS,2,2011-01-02 08:00:00,4.00,7
                        702,A1,LIGHTS,4,2011-01-05 08:00:00,8.00,8
                        703,A1,LIGHTS,6,2011-01-07 08:00:00,12.00,9
                        """);

        Plan plan = plan();

        assertThat(plan.files().stream().map(file -> file.columns().get(5).role()))
                .containsExactly(Role.UNIT_PRICE, Role.UNIT_PRICE);
        assertThat(plan.files().getLast().kind())
                .isEqualTo(plan.files().getFirst().kind());
    }

    @Test
    void a_list_of_orders_that_came_back_without_amounts_takes_them_off_whole() {
        tables.with("orders.csv", """
                        Order ID,Order Date,Customer ID,Sales
                        CA-1,2024-01-02,C1,10.00
                        CA-2,2024-01-03,C2,20.00
                        CA-3,2024-01-04,C1,30.00
                        CA-4,2024-01-05,C3,40.00
                        """).with("returns.csv", """
                        Returned,Order ID
                        Yes,CA-2
                        Yes,CA-4
                        Yes,CA-4
                        """);

        Plan plan = KindsOfRowsTest.imported(store, tables);

        assertThat(KindsOfRowsTest.rows(store, COUNTED)).containsExactly("2 40.0000");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("whole_orders_back"))
                .extracting(Doubt::values)
                .containsExactly(List.of(2L));
    }

    @Test
    void orders_that_came_back_leave_no_line_of_theirs() {
        tables.with("book!Orders", """
                        Order ID,Order Date,Customer ID,Product ID,Sales,Quantity,Profit
                        CA-1,2024-01-02,C1,K1,10.00,1,4.00
                        CA-1,2024-01-02,C1,K2,11.00,2,5.00
                        CA-2,2024-01-03,C2,K1,20.00,2,8.00
                        CA-3,2024-01-04,C1,K3,30.00,1,9.00
                        CA-3,2024-01-04,C1,K1,10.00,1,4.00
                        """).with("book!Returns", """
                        Returned,Order ID,Market
                        Yes,CA-1,US
                        No,CA-2,US
                        """);

        KindsOfRowsTest.imported(store, tables);

        assertThat(KindsOfRowsTest.rows(store, "select sum(amount), sum(profit) from order_lines"))
                .containsExactly("60.0000 21.0000");
    }

    @Test
    void those_who_sell_are_no_customers_though_their_list_looks_like_one_of_customers() {
        tables.with("customers.csv", """
                        customer_id,first_name,last_name,email
                        1,Ana,Gil,ana@x.example
                        2,Eva,Mora,eva@x.example
                        3,Luis,Paz,luis@x.example
                        """)
                .with("orders.csv", """
                        order_id,customer_id,order_date,staff_id,total
                        1,1,2024-01-02,1,10.00
                        2,2,2024-01-03,2,20.00
                        3,3,2024-01-03,2,20.00
                        4,1,2024-02-03,1,30.00
                        """)
                .with("staffs.csv", """
                        staff_id,first_name,last_name,email,phone,active,store_id,manager_id
                        1,Fabiola,Jackson,fabiola@bikes.example,(831) 555-5554,1,1,NULL
                        2,Mireya,Copeland,mireya@bikes.example,(831) 555-5555,1,1,1
                        3,Genna,Serrano,genna@bikes.example,(831) 555-5556,1,1,1
                        """)
                .with("plantilla.csv", """
                        codigo,nombre,apellidos,email,jefe
                        E7,Rosa,Vidal,rosa@bikes.example,
                        E8,Juan,Rey,juan@bikes.example,E7
                        E9,Sara,Rey,sara@bikes.example,E7
                        """);

        Plan plan = plan();

        assertThat(plan.files().stream().map(file -> file.kind().name()))
                .containsExactly("CUSTOMERS", "ORDERS", "UNUSED", "UNUSED");
        assertThat(plan.doubts())
                .filteredOn(doubt -> doubt.code().equals("unused_staff"))
                .extracting(Doubt::file)
                .containsExactly("staffs.csv", "plantilla.csv");
    }

    @Test
    void one_person_for_each_region_of_the_sales_is_who_sells_there() {
        tables.with("book!Orders", """
                        Order ID,Order Date,Customer ID,Customer Name,Region,Sales
                        1,2024-01-02,C1,Ana Gil,South,10.00
                        2,2024-01-03,C2,Eva Mora,North,20.00
                        3,2024-01-03,C3,Luis Paz,South,20.00
                        4,2024-02-03,C1,Ana Gil,North,30.00
                        """).with("book!People", """
                        Person,Region
                        Anna Andreadi,South
                        Chuck Magee,North
                        """);

        assertThat(plan().files().getLast().kind().name()).isEqualTo("UNUSED");
    }

    @Test
    void employees_who_buy_are_the_customers() {
        tables.with("employees.csv", """
                        employee_id,first_name,last_name,email,manager_id
                        1,Ana,Gil,ana@x.example,
                        2,Eva,Mora,eva@x.example,1
                        3,Luis,Paz,luis@x.example,1
                        """).with("canteen.csv", """
                        order_id,order_date,email,total
                        1,2024-01-02,ana@x.example,10.00
                        2,2024-01-03,eva@x.example,20.00
                        3,2024-01-03,eva@x.example,20.00
                        """);

        assertThat(plan().files().getFirst().kind().name()).isEqualTo("CUSTOMERS");
    }

    @Test
    void a_discount_in_whole_numbers_that_would_be_more_than_lines_are_worth_is_so_much_per_cent() {
        tables.with("sales.csv", """
                        txn_id,start_txn_time,prod_id,qty,price,discount
                        a1,2021-02-13T01:59:43Z,k1,1,10,17
                        a1,2021-02-13T01:59:43Z,k2,2,40,17
                        a2,2021-02-14T01:59:43Z,k1,1,10,21
                        a3,2021-02-15T01:59:43Z,k2,1,40,0
                        """);

        Plan plan = KindsOfRowsTest.imported(store, tables);

        assertThat(KindsOfRowsTest.rows(store, "select sum(amount) from order_lines"))
                .containsExactly("122.6000");
        assertThat(plan.doubts()).extracting(Doubt::code).contains("discount_percent");
    }

    @Test
    void a_discount_in_whole_numbers_is_so_much_per_cent_where_what_was_paid_says_so() {
        tables.with("sales.csv", """
                        order_id,order_date,sku,qty,price,discount,amount
                        a1,2021-02-13,k1,1,10.00,17,8.30
                        a1,2021-02-13,k2,2,40.00,17,66.40
                        a2,2021-02-14,k1,1,10.00,7,9.30
                        a3,2021-02-15,k2,1,40.00,0,40.00
                        """);

        Plan plan = plan();

        assertThat(roles(plan)).contains("discount=discount_rate");
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("discount_percent", "discount_apart");
    }

    @Test
    void shipping_and_tax_inside_the_total_are_no_sale_and_what_the_customer_paid_is_no_cost() {
        tables.with("amazon.csv", """
                        OrderID,OrderDate,CustomerID,ProductID,Quantity,UnitPrice,Discount,Tax,ShippingCost,TotalAmount
                        O1,2024-01-02,C1,P1,2,10.00,0.1,1.44,3.50,22.94
                        O2,2024-01-03,C2,P2,1,20.00,0,1.60,0.00,21.60
                        O3,2024-01-04,C1,P3,3,5.00,0.2,0.00,4.25,16.25
                        O4,2024-01-05,C3,P1,1,10.00,0,0.80,2.00,12.80
                        """);

        Plan plan = KindsOfRowsTest.imported(store, tables);

        assertThat(roles(plan)).contains("ShippingCost=shipping_charged");
        assertThat(KindsOfRowsTest.rows(store, "select sum(amount) from order_lines"))
                .containsExactly("60.0000");
        assertThat(KindsOfRowsTest.rows(store, "select sum(tax), sum(shipping_charged) from orders"))
                .containsExactly("0.0000 9.7500");
    }

    @Test
    void what_was_claimed_from_an_insurance_is_no_sale_nor_is_what_somebody_does_for_a_living_a_status() {
        tables.with("policies.csv", """
                        Customer,State,Effective To Date,EmploymentStatus,Gender,Policy Type,Total Claim Amount
                        BU79786,Oregon,2/24/11,Employed,F,Corporate,384.81
                        QZ44356,Oregon,1/31/11,Unemployed,F,Personal,1131.46
                        AI49188,Nevada,2/19/11,Employed,M,Personal,566.47
                        """).with("sales.csv", """
                        order_id,order_date,customer,total
                        1,2011-01-02,BU79786,10.00
                        2,2011-01-03,QZ44356,20.00
                        3,2011-01-04,BU79786,20.00
                        """);

        assertThat(roles(plan())).doesNotContain("Claim Amount=amount").doesNotContain("Status=status");
    }

    @Test
    void a_list_that_has_each_customer_of_the_sales_once_is_of_customers_whatever_its_header() {
        tables.with(
                        "transactions.csv",
                        """
                        msno,actual_amount_paid,transaction_date
                        """
                                + IntStream.range(0, 60)
                                        .mapToObj(at ->
                                                "YyO+tlZtAXYXoZhNr3Vg3+dfVQvrBVGO8j1mfqe4%02d=,149.00,2015-%02d-04%n"
                                                        .formatted(at % 25, 1 + at % 12))
                                        .collect(Collectors.joining()))
                .with(
                        "members.csv",
                        """
                        msno,city,gender,registered_via
                        """
                                + IntStream.range(0, 30)
                                        .mapToObj(at -> "YyO+tlZtAXYXoZhNr3Vg3+dfVQvrBVGO8j1mfqe4%02d=,%d,male,7%n"
                                                .formatted(at, at % 9))
                                        .collect(Collectors.joining()));

        assertThat(roles(plan())).contains("members.csv customers: msno=customer_id");
    }

    @Test
    void purchases_that_analytics_states_in_dollars_are_in_dollars() {
        tables.with("ga4.csv", """
                        event_timestamp,event_name,user_pseudo_id,transaction_id,purchase_revenue_in_usd
                        1604188800000000,page_view,1000.2000,,
                        1604188900000000,purchase,1000.2000,T1,12.50
                        """);

        Plan plan = plan();

        assertThat(plan.currency()).isEqualTo("USD");
        assertThat(roles(plan)).contains("purchase_revenue_in_usd=amount");
    }

    private static String rareProducts(int lines, boolean whole) {
        double[] prices = {6.95, 1.25, 0.85, 2.10, 1.25, 6.95, 2.10};
        return IntStream.range(0, lines)
                .mapToObj(line -> {
                    int pieces = PIECES[line % PIECES.length];
                    double price = prices[line % prices.length] * (whole ? pieces : 1);
                    return String.format(
                            Locale.ROOT,
                            "%d,%d,LIGHTS,%d,2010-%02d-%02d 08:26:00,%.2f,%d%n",
                            600 + line / 2,
                            // a few come back and by chance dearer when more are bought
                            line < 4 ? 22000 : 21000 + line,
                            line < 4 ? line + 1 : pieces,
                            1 + line / 10,
                            1 + line / 2 % 27,
                            line < 4 && !whole ? new double[] {0.85, 1.25, 6.95, 6.95}[line] : price,
                            line / 2 % 20);
                })
                .collect(Collectors.joining());
    }

    private Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    private static String roles(Plan plan) {
        return plan.files().stream().map(PublicSalesTest::roles).collect(Collectors.joining());
    }

    private static String roles(FilePlan file) {
        List<String> columns = file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(column -> column.header() + "=" + column.role().word())
                .toList();
        return "%s %s: %s%n"
                .formatted(file.raw().file(), file.kind().name().toLowerCase(Locale.ROOT), String.join(", ", columns));
    }
}
