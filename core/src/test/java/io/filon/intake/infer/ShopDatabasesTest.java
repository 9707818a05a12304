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

/// The tables of shops' databases as their owners hand them out: each alone says little, together they say who bought
/// what.
class ShopDatabasesTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final RawTables tables = new RawTables(store);

    @Test
    void of_two_files_of_the_same_orders_the_one_with_each_order_once_holds_the_orders() {
        tables.with("orders.csv", """
                        order_id,created_at,website_session_id,user_id,primary_product_id,items_purchased,price_usd,cogs_usd
                        1,2024-01-03 10:00:00,11,7,1,2,30.50,12.10
                        2,2024-01-04 10:00:00,12,8,1,1,20.50,8.10
                        3,2024-02-03 10:00:00,14,7,2,2,30.50,12.10
                        4,2024-02-09 10:00:00,15,9,2,2,30.50,12.10
                        """)
                .with("order_items.csv", """
                        order_item_id,created_at,order_id,product_id,is_primary_item,price_usd,cogs_usd
                        1,2024-01-03 10:00:00,1,1,1,20.50,8.10
                        2,2024-01-03 10:00:00,1,2,0,10.00,4.00
                        3,2024-01-04 10:00:00,2,1,1,20.50,8.10
                        4,2024-02-03 10:00:00,3,2,1,10.00,4.00
                        5,2024-02-03 10:00:00,3,1,0,20.50,8.10
                        6,2024-02-09 10:00:00,4,2,1,10.00,4.00
                        7,2024-02-09 10:00:00,4,1,0,20.50,8.10
                        """)
                .with("order_item_refunds.csv", """
                        order_item_refund_id,created_at,order_item_id,order_id,refund_amount_usd
                        1,2024-01-13 10:00:00,2,1,10.00
                        2,2024-02-13 10:00:00,4,3,10.00
                        """)
                .with("website_sessions.csv", """
                        website_session_id,created_at,user_id,utm_source,device_type
                        11,2024-01-03 09:50:00,7,gsearch,mobile
                        12,2024-01-04 09:50:00,8,bsearch,mobile
                        13,2024-01-05 09:50:00,9,gsearch,desktop
                        14,2024-02-03 09:50:00,7,gsearch,mobile
                        15,2024-02-09 09:50:00,9,gsearch,desktop
                        """)
                .with("website_pageviews.csv", """
                        website_pageview_id,created_at,website_session_id,pageview_url
                        1,2024-01-03 09:50:00,11,/home
                        2,2024-01-03 09:55:00,11,/cart
                        3,2024-01-04 09:50:00,12,/home
                        4,2024-01-05 09:50:00,13,/home
                        5,2024-02-03 09:50:00,14,/home
                        6,2024-02-09 09:50:00,15,/home
                        """);

        assertThat(understood()).isEqualTo("""
                orders.csv orders: order_id=order_id, created_at=ordered_at, website_session_id=key, user_id=customer_id, price_usd=order_total, cogs_usd=cost
                order_items.csv order_lines: created_at=ordered_at, order_id=order_id, product_id=product_id, price_usd=amount, cogs_usd=cost
                order_item_refunds.csv returns: order_item_refund_id=return_id, created_at=returned_at, order_id=order_id, refund_amount_usd=refunded
                website_sessions.csv lookup: website_session_id=key, user_id=customer_id, utm_source=channel, device_type=device
                website_pageviews.csv events: created_at=occurred_at, website_session_id=session_id, pageview_url=page
                """);
    }

    @Test
    void where_each_order_writes_its_customer_anew_the_number_that_comes_back_is_the_person() {
        tables.with("customers.csv", "customer_id,customer_unique_id,customer_city\n" + lines("c%1$d,p%2$d,Lugo"))
                .with(
                        "orders.csv",
                        "order_id,customer_id,order_status,order_purchase_timestamp,order_delivered_customer_date\n"
                                + lines("o%1$d,c%1$d,delivered,2024-%3$02d-03 10:00:00,2024-%3$02d-09 10:00:00"))
                .with(
                        "order_items.csv",
                        "order_id,order_item_id,product_id,shipping_limit_date,price,freight_value\n"
                                + lines("o%1$d,1,k%2$d,2024-%3$02d-05 10:00:00,%1$d.50,4.25"))
                .with("payments.csv", "order_id,payment_type,payment_value\n" + lines("o%1$d,credit_card,%4$d.75"));

        Plan plan = plan();

        assertThat(understood(plan)).isEqualTo("""
                customers.csv lookup: customer_id=key, customer_unique_id=customer_id, customer_city=city
                orders.csv orders: order_id=order_id, customer_id=key, order_status=status, order_purchase_timestamp=ordered_at, order_delivered_customer_date=delivered_at
                order_items.csv order_lines: order_id=order_id, product_id=product_id, shipping_limit_date=promised_at, price=amount, freight_value=shipping_charged
                payments.csv lookup: order_id=key
                """);
        assertThat(plan.doubts()).extracting(Doubt::code).doesNotContain("no_customer");
    }

    @Test
    void a_list_of_goods_is_no_list_of_sales_and_a_bare_id_numbers_what_the_list_is_of() {
        tables.with("users.csv", """
                        id,first_name,email,age,traffic_source,created_at
                        1,Ana,a@x.example,30,Search,2023-01-01 10:00:00 UTC
                        2,Eva,e@x.example,41,Email,2023-01-02 10:00:00 UTC
                        """)
                .with("orders.csv", """
                        order_id,user_id,status,created_at,returned_at,num_of_item
                        1,1,Complete,2024-01-03 10:00:00 UTC,,1
                        2,2,Returned,2024-01-13 10:00:00 UTC,2024-01-20 10:00:00 UTC,1
                        3,1,Complete,2024-01-23 10:00:00 UTC,,1
                        """)
                .with("order_items.csv", """
                        id,order_id,user_id,product_id,status,created_at,sale_price
                        1,1,1,71,Complete,2024-01-03 10:00:00 UTC,12.50
                        2,2,2,72,Returned,2024-01-13 10:00:00 UTC,9.99
                        3,3,1,71,Complete,2024-01-23 10:00:00 UTC,12.50
                        """)
                .with("products.csv", """
                        id,cost,category,name,brand,retail_price,department,sku
                        71,5.25,Mugs,Blue mug,Acme,12.50,Women,K1
                        72,4.10,Lamps,Red lamp,Acme,9.99,Women,K2
                        """);

        assertThat(understood()).isEqualTo("""
                users.csv customers: id=customer_id, first_name=first_name, email=email, age=age, traffic_source=acquisition_channel, created_at=created_at
                orders.csv lookup: order_id=key, user_id=key
                order_items.csv order_lines: order_id=order_id, user_id=customer_id, product_id=product_id, status=status, created_at=ordered_at, sale_price=amount
                products.csv products: id=product_id, cost=unit_cost, category=category, name=product, brand=brand, retail_price=unit_price
                """);
    }

    @Test
    void the_place_of_a_line_in_its_order_is_no_product() {
        tables.with("order_items.csv", """
                        order_id,item_id,product_id,quantity,list_price,discount
                        1,1,20,1,599.99,0.2
                        1,2,8,2,1799.99,0.07
                        1,3,10,2,1549.00,0.05
                        2,1,20,1,599.99,0.07
                        2,2,16,2,599.99,0.05
                        3,1,3,1,999.99,0.05
                        """).with("orders.csv", """
                        order_id,customer_id,order_date
                        1,259,20160101
                        2,1212,20160101
                        3,523,20160102
                        """);

        assertThat(understood()).contains("product_id=product_id").doesNotContain("item_id=product_id");
    }

    @Test
    void an_amount_of_ones_and_twos_beside_a_price_is_how_many() {
        tables.with(
                "export.csv",
                "TRANSACTION_DT,CUSTOMER_ID,PRODUCT_ID,AMOUNT,SALES_PRICE\n" + lines("%3$d/3/2000,%2$d,47%2$d,1,%4$d"));

        assertThat(understood())
                .isEqualTo("export.csv order_lines: TRANSACTION_DT=ordered_at, CUSTOMER_ID=customer_id, "
                        + "PRODUCT_ID=product_id, AMOUNT=quantity, SALES_PRICE=unit_price\n");
    }

    @Test
    void what_is_sales_less_the_discount_in_every_row_was_paid() {
        tables.with(
                "export.csv",
                "Order Id,Order Customer Id,order date,Product Name,Order Item Discount,Sales,Order Item Total\n"
                        + lines("%1$d,%2$d,2024-%3$02d-01,Cup %2$d,1.5,%4$d.75,%1$d.25")
                                .replace(",1.5,", ",4.5,"));

        assertThat(understood()).contains("Sales=list_amount, Order Item Total=amount");
    }

    @Test
    void days_and_long_codes_that_come_back_are_read_where_no_header_says_when_or_who() {
        tables.with(
                "export.csv",
                "msno,actual_amount_paid,t\n" + lines("%2$d9f8e7d6c5b4a3f2e1d%2$d,%1$d.50,2017-%3$02d-13"));

        assertThat(understood())
                .isEqualTo("export.csv orders: msno=customer_id, actual_amount_paid=order_total, " + "t=ordered_at\n");
    }

    @Test
    void a_bare_id_with_rows_of_many_days_is_the_customer() {
        tables.with(
                "export.csv",
                "id,category,brand,date,purchasequantity,purchaseamount\n"
                        + lines("%2$d,707,%2$d,2013-%3$02d-02,1,%1$d.49"));

        assertThat(understood()).contains("id=customer_id").contains("date=ordered_at");
    }

    @Test
    void the_day_something_lent_came_back_makes_no_return() {
        tables.with("payment.csv", """
                        payment_id,customer_id,rental_id,amount,payment_date
                        1,7,1,2.99,2024-01-03 10:00:00
                        2,7,2,4.99,2024-01-04 10:00:00
                        3,8,3,4.99,2024-01-14 10:00:00
                        """).with("rental.csv", """
                        rental_id,rental_date,inventory_id,customer_id,return_date
                        1,2024-01-03 10:00:00,31,7,2024-01-06 10:00:00
                        2,2024-01-04 10:00:00,32,7,2024-01-06 10:00:00
                        3,2024-01-14 10:00:00,33,8,2024-01-16 10:00:00
                        """);

        assertThat(understood()).contains("payment.csv orders").contains("rental.csv lookup");
    }

    @Test
    void what_was_paid_for_orders_that_are_listed_is_not_sold_again() {
        tables.with("orders.csv", """
                        orderNumber,orderDate,status,customerNumber
                        1,2024-01-03,Shipped,7
                        2,2024-01-04,Shipped,8
                        """).with("payments.csv", """
                        customerNumber,checkNumber,paymentDate,amount
                        7,HQ1,2024-01-06,12.50
                        8,HQ2,2024-01-16,11.50
                        """).with("orderdetails.csv", """
                        orderNumber,productCode,quantityOrdered,priceEach
                        1,S1,1,12.50
                        2,S2,1,11.50
                        """);

        assertThat(understood()).contains("payments.csv lookup").contains("orders.csv orders");
    }

    @Test
    void what_the_user_says_of_a_file_of_payments_stands() {
        tables.with("orders.csv", """
                        orderNumber,orderDate,customerNumber,total
                        1,2024-01-03,7,12.50
                        2,2024-01-04,8,11.50
                        """).with("payments.csv", """
                        customerNumber,paymentDate,amount
                        7,2024-01-06,12.50
                        8,2024-01-16,11.50
                        """);

        Corrections said = Corrections.of(List.of("payments.csv=orders"));

        assertThat(understood(Understanding.plan(store, tables.all(), said))).contains("payments.csv orders");
    }

    @Test
    void lines_tell_which_number_of_the_orders_is_their_own() {
        tables.with("sales_order.csv", """
                        entity_id,status,customer_id,grand_total,increment_id,created_at
                        1,complete,7,12.50,000000901,2024-01-03 10:00:00
                        2,complete,8,11.50,000000902,2024-01-04 10:00:00
                        """).with("sales_order_item.csv", """
                        item_id,order_id,created_at,sku,name,qty_ordered,price,row_total
                        5,1,2024-01-03 10:00:00,K1,Cup,1,12.50,12.50
                        6,2,2024-01-04 10:00:00,K2,Mug,1,6.50,6.50
                        7,2,2024-01-04 10:00:00,K3,Lid,1,5.00,5.00
                        """);

        assertThat(understood()).contains("entity_id=order_id").doesNotContain("increment_id");
    }

    @Test
    void customers_are_known_by_the_number_that_orders_write() {
        tables.with("Clientes.csv", """
                        Código;Nombre;NIF;Población
                        000007;Ana Gil;1234X;Lugo
                        000008;Eva Ruiz;1235Y;Vigo
                        """).with("AlbaranesCab.csv", """
                        Serie;Número;Fecha;Cliente;Base;Total
                        A;1;13/01/2024;000007;10,00;12,10
                        A;2;14/01/2024;000008;20,00;24,20
                        """);

        assertThat(understood()).startsWith("Clientes.csv customers: Código=customer_id, Nombre=name, Población=city");
    }

    @Test
    void contracts_of_accounts_are_no_deals_and_a_stay_is_of_the_day_of_arrival() {
        tables.with("subscriptions.csv", """
                        Subscription ID,Account,Plan,MRR,Start Date,Churn Date,Status
                        s1,c1,Basic,19,2018-03-01,2019-01-01,canceled
                        s2,c2,Pro,49,2018-03-02,,active
                        """).with("stays.csv", """
                        Reservation number;Email;Arrival;Departure;Nights;Total amount (EUR);Origin;Status
                        1;a@x.example;13/01/2024;15/01/2024;2;120,50;Booking;Checked out
                        2;e@x.example;14/01/2024;15/01/2024;1;60,50;Direct;Checked out
                        """);

        assertThat(understood()).isEqualTo("""
                subscriptions.csv subscriptions: Subscription ID=subscription_id, Account=customer_id, Plan=plan, MRR=period_amount, Start Date=started_at, Churn Date=ended_at, Status=status
                stays.csv orders: Reservation number=order_id, Email=email, Arrival=ordered_at, Total amount (EUR)=order_total, Origin=channel, Status=status
                """);
    }

    @Test
    void an_amount_that_goes_so_many_times_into_a_total_is_of_one_piece() {
        tables.with(
                "export.csv",
                "Transaction_ID,Customer_ID,Date,Total_Purchases,Amount,Total_Amount,Product_Category,products\n"
                        + IntStream.rangeClosed(1, 40)
                                .mapToObj(at -> "t%1$d,c%2$d,2024-01-%3$02d,%4$d.0,%1$d.25,%5$.2f,Home,Cup %2$d"
                                        .formatted(at, at % 9, 1 + at % 28, 1 + at % 4, (at + 0.25) * (1 + at % 4)))
                                .collect(Collectors.joining("\n")));

        assertThat(understood()).contains("Total_Purchases=quantity, Amount=unit_price, Total_Amount=amount");
    }

    @Test
    void a_reference_without_a_quantity_makes_no_line_of_an_order() {
        tables.with("ps_orders.csv", """
                        id_order;reference;id_carrier;id_customer;payment;total_paid;total_products;date_add
                        1;XKBKNABJK;2;7;Tarjeta;12.50;10.33;2024-01-03 10:00:00
                        2;OHSATSERP;2;8;Tarjeta;11.50;9.50;2024-01-04 10:00:00
                        3;UOYEVOLI;2;7;Bizum;21.50;17.77;2024-01-14 10:00:00
                        """);

        assertThat(understood())
                .startsWith("ps_orders.csv orders: id_order=order_id")
                .contains("date_add=ordered_at");
    }

    /// Sixty rows: %1$d the row, %2$d one of twenty, %3$d a month, %4$d the row and four.
    private static String lines(String row) {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(at -> row.formatted(at, 100 + at % 20, 1 + at % 12, at + 4))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private String understood() {
        return understood(plan());
    }

    private Plan plan() {
        return Understanding.plan(store, tables.all(), Corrections.NONE);
    }

    private static String understood(Plan plan) {
        return plan.files().stream().map(ShopDatabasesTest::of).collect(Collectors.joining());
    }

    private static String of(FilePlan file) {
        return file.columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(column -> column.header() + "=" + column.role().word())
                .collect(Collectors.joining(
                        ", ", file.raw().file() + " " + file.kind().name().toLowerCase(Locale.ROOT) + ": ", "\n"));
    }
}
