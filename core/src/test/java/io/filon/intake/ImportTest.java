package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.file.Reading.Duplicate;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Kind;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.workspace.Settings.Purchase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final Instant READ_AT = Instant.parse("2026-01-01T00:00:00Z");

    private static final String[] SALES = {
        "order = order_id",
        "customer = customer_id",
        "day = ordered_at %Y-%m-%d",
        "amount = amount .",
        "qty = quantity ."
    };

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path folder;

    @Test
    void importing_the_same_file_twice_changes_nothing() {
        String lines = "order,customer,day,amount,qty\n1,a,2024-01-01,10,1\n2,b,2024-13-01,20,1\n3,b,2024-01-03,30,1\n";
        run(plan().text("sales.csv", Kind.ORDER_LINES, lines, SALES));
        String first = everything();

        run(plan().text("sales.csv", Kind.ORDER_LINES, lines, SALES));

        assertThat(everything()).isEqualTo(first);
        assertThat(all("select rows_read, rows_kept, rows_merged, rows_rejected from sources"))
                .containsExactly("3 2 0 1");
    }

    @Test
    void a_corrected_file_of_the_same_name_replaces_its_rows() {
        run(plan().text(
                        "sales.csv",
                        Kind.ORDER_LINES,
                        "order,customer,day,amount,qty\n1,a,2024-01-01,10,1\n2,a,x,1,1\n",
                        SALES));
        run(plan().text("sales.csv", Kind.ORDER_LINES, "order,customer,day,amount,qty\n1,a,2024-01-01,12,1\n", SALES));

        assertThat(all("select order_id, amount from order_lines")).containsExactly("1 12.0000");
        assertThat(all("select * from rejected")).isEmpty();
        assertThat(all("select rows_read, rows_kept from sources")).containsExactly("1 1");
    }

    @Test
    void a_file_imported_later_joins_those_before() {
        run(plan().text("one.csv", Kind.ORDER_LINES, "order,customer,day,amount,qty\n1,a,2024-01-01,10,1\n", SALES));
        run(plan().text("two.csv", Kind.ORDER_LINES, "order,customer,day,amount,qty\n2,a,2024-01-02,10,1\n", SALES));

        assertThat(all("select order_id from orders order by 1")).containsExactly("1", "2");
        assertThat(all("select file from sources order by position")).containsExactly("one.csv", "two.csv");
    }

    @Test
    void a_file_given_twice_under_two_names_counts_once() {
        HandMadePlan made =
                plan().text("a.csv", Kind.ORDER_LINES, "order,customer,day,amount,qty\n1,a,2024-01-01,10,1\n", SALES);
        new Import(store, Lines.afterHeader())
                .run(made.plan(), List.of(new Duplicate("b.csv", "a.csv", 1)), Options.at(READ_AT), Progress.NONE);

        assertThat(all("select sum(amount) from order_lines")).containsExactly("10.0000");
        assertThat(all("select file, rows_read, rows_kept, rows_merged from sources order by position"))
                .containsExactly("a.csv 1 1 0", "b.csv 1 0 1");
    }

    @Test
    void rejects_rows_it_cannot_use_with_line_reason_and_content() {
        run(plan().text("sales.csv", Kind.ORDER_LINES, """
                        order,customer,day,amount,qty
                        1,a,2024-01-01,10,1
                        2,a,31/01/2024,10,1
                        3,a,2024-01-01,ten,1
                        4,a,,10,1
                        5,a,2024-01-01,,1
                        6,a,2024-01-01,,many
                        """, SALES));

        assertThat(all("select line, reason, content from rejected order by line"))
                .containsExactly(
                        "3 date_unreadable 2,a,31/01/2024,10,1",
                        "4 amount_unreadable 3,a,2024-01-01,ten,1",
                        "5 date_missing 4,a,,10,1",
                        "6 amount_missing 5,a,2024-01-01,,1",
                        "7 number_unreadable 6,a,2024-01-01,,many");
        assertThat(all("select rows_read, rows_kept, rows_merged, rows_rejected from sources"))
                .containsExactly("6 1 0 5");
    }

    @Test
    void of_two_exports_that_overlap_the_later_wins() {
        run(plan().text(
                        "january.csv",
                        Kind.ORDER_LINES,
                        "order,customer,day,amount,qty\n1,a,2024-01-01,10,1\n2,a,2024-01-31,10,1\n",
                        SALES)
                .text(
                        "february.csv",
                        Kind.ORDER_LINES,
                        "order,customer,day,amount,qty\n2,a,2024-01-31,8,1\n3,a,2024-02-01,10,1\n",
                        SALES));

        assertThat(all("select order_id, amount from order_lines order by 1"))
                .containsExactly("1 10.0000", "2 8.0000", "3 10.0000");
        assertThat(all("select rows_read, rows_kept, rows_merged from sources order by position"))
                .containsExactly("2 1 1", "2 2 0");
    }

    @Test
    void equal_rows_without_an_id_are_purchases_of_their_own() {
        run(plan().text(
                        "sales.csv",
                        Kind.ORDERS,
                        "customer,day,amount\na,2024-01-01,10\na,2024-01-01,10\n",
                        "customer = customer_id",
                        "day = ordered_at %Y-%m-%d",
                        "amount = amount ."));

        assertThat(all("select count(*), sum(amount) from orders join order_lines using (order_id)"))
                .containsExactly("2 20.0000");
    }

    @Test
    void reads_an_export_with_order_cells_on_the_first_line_only() {
        run(plan().text(
                        "orders.csv",
                        Kind.ORDER_LINES,
                        """
                        Name,Email,Paid,Subtotal,Shipping,Taxes,Total,Discount,Created,Qty,Item,Price,Off,Refunded
                        #1,Ann@X.com,paid,45.00,5.00,8.68,50.00,5.00,2024-01-01 23:30:00 +0100,2,A,20.00,0,10.00
                        #1,,,,,,,,,1,B,10.00,0,
                        #2,bob@x.com,voided,10.00,0,1.74,10.00,0,2024-01-02 00:30:00 +0100,1,B,10.00,0,0
                        """,
                        "Name = order_id",
                        "Email = email",
                        "Paid = payment_status",
                        "Subtotal = order_subtotal .",
                        "Shipping = shipping_charged .",
                        "Taxes = order_tax .",
                        "Total = order_total .",
                        "Discount = order_discount .",
                        "Created = ordered_at %Y-%m-%d %H:%M:%S %z",
                        "Qty = quantity .",
                        "Item = product",
                        "Price = unit_price .",
                        "Off = discount .",
                        "Refunded = refunded .")
                .with(Map.of("paid", "paid", "voided", "cancelled"), Map.of("order_cells", "first_line"), "shop"));

        assertThat(
                        all(
                                "select order_id, customer_id, ordered_on, status, counts, discount, tax, stated_total from orders order by 1"))
                .containsExactly(
                        "#1 ann@x.com 2024-01-01 paid true 5.0000 8.6800 50.0000",
                        "#2 bob@x.com 2024-01-01 cancelled false 0.0000 1.7400 10.0000");
        assertThat(all("select order_id, customer_id, quantity, amount from order_lines order by 1, line_no"))
                .containsExactly(
                        "#1 ann@x.com 2.0000 40.0000", "#1 ann@x.com 1.0000 10.0000", "#2 bob@x.com 1.0000 10.0000");
        assertThat(all("select order_id, customer_id, amount from returns")).containsExactly("#1 ann@x.com 10.0000");
    }

    @Test
    void lines_find_customer_and_day_in_the_file_of_orders() {
        run(plan().text(
                        "orders.csv",
                        Kind.ORDERS,
                        "id,customer,day,total,shipping\n1,a,2024-01-01,25,5\n2,b,2024-01-02,9,0\n",
                        "id = order_id",
                        "customer = customer_id",
                        "day = ordered_at %Y-%m-%d",
                        "total = order_total .",
                        "shipping = shipping_charged .")
                .text(
                        "lines.csv",
                        Kind.ORDER_LINES,
                        "order,product,price,qty,unit_cost\n1,p,10,2,6\n9,p,10,1,6\n",
                        "order = order_id",
                        "product = product_id",
                        "price = unit_price .",
                        "qty = quantity .",
                        "unit_cost = unit_cost ."));

        assertThat(
                        all(
                                "select order_id, customer_id, ordered_on, amount, coalesce(cost, 0) from order_lines order by 1"))
                .containsExactly("1 a 2024-01-01 20.0000 12.0000", "2 b 2024-01-02 9.0000 0.0000");
        assertThat(all("select file, line, reason from rejected")).containsExactly("lines.csv 3 date_missing");
    }

    @Test
    void converts_other_currencies_by_the_latest_rate_and_rejects_what_has_none() {
        run(plan().text(
                        "sales.csv",
                        Kind.ORDER_LINES,
                        "order,customer,day,amount,money\n1,a,2024-01-05,10,EUR\n2,a,2024-01-05,11,USD\n3,a,2024-01-20,11,usd\n4,a,2023-01-01,11,USD\n5,a,2024-01-05,7,JPY\n",
                        "order = order_id",
                        "customer = customer_id",
                        "day = ordered_at %Y-%m-%d",
                        "amount = amount .",
                        "money = currency")
                .text(
                        "rates.csv",
                        Kind.RATES,
                        "day,money,rate\n2024-01-01,EUR,1\n2024-01-01,USD,1.10\n2024-01-10,USD,2.2\n",
                        "day = rate_on %Y-%m-%d",
                        "money = currency",
                        "rate = rate ."));

        assertThat(all("select order_id, amount from order_lines order by 1"))
                .containsExactly("1 10.0000", "2 10.0000", "3 5.0000");
        assertThat(all("select line, reason from rejected order by 1"))
                .containsExactly("5 currency_without_rate", "6 currency_without_rate");
    }

    @Test
    void orders_after_the_day_stay_but_do_not_count() {
        HandMadePlan made = plan().text(
                        "sales.csv",
                        Kind.ORDER_LINES,
                        "order,customer,day,amount,qty\n1,a,2024-01-01,10,1\n2,a,2024-02-01,10,1\n",
                        SALES);
        Options options = new Options(
                new AsOf.Given(LocalDate.of(2024, 1, 31)), ZoneId.of("Europe/Madrid"), Purchase.CREATED, READ_AT, 90);
        new Import(store, Lines.afterHeader()).run(made.plan(), List.of(), options, Progress.NONE);

        assertThat(all("select order_id, counts from orders order by 1")).containsExactly("1 true", "2 false");
        assertThat(
                        all(
                                "select as_of, epoch(as_of_end) = epoch(timestamptz '2024-01-31 23:00:00+00'), zone, currency, horizon_days from run"))
                .containsExactly("2024-01-31 true Europe/Madrid EUR 90");
    }

    @Test
    void an_order_told_by_a_file_and_by_an_event_counts_once() {
        run(plan().text("sales.csv", Kind.ORDER_LINES, "order,customer,day,amount,qty\n1,a,2024-01-01,10,1\n", SALES)
                .text(
                        "events.csv",
                        Kind.EVENTS,
                        """
                        id;who;visitor;what;at;more
                        e1;;v1;Page Viewed;2024-01-01T09:00:00Z;{}
                        e2;a;v1;Order Completed;2024-01-01T10:00:00Z;{"order_id":"1","revenue":10}
                        e3;a;v1;Order Completed;2024-01-03T10:00:00Z;{"order_id":"2","revenue":7.5,"total":9}
                        e3;a;v1;Order Completed;2024-01-03T10:00:00Z;{"order_id":"2","revenue":7.5,"total":9}
                        """,
                        "id = event_id",
                        "who = customer_id",
                        "visitor = anonymous_id",
                        "what = event_name",
                        "at = occurred_at %Y-%m-%dT%H:%M:%S%z",
                        "more = properties"));

        assertThat(all("select order_id, customer_id, ordered_on, amount from order_lines order by 1"))
                .containsExactly("1 a 2024-01-01 10.0000", "2 a 2024-01-03 7.5000");
        assertThat(all("select event_id, customer_id, order_id from events order by 1"))
                .containsExactly("e1 a", "e2 a 1", "e3 a 2");
        assertThat(all("select file, rows_read, rows_kept, rows_merged from sources order by position"))
                .containsExactly("sales.csv 1 1 0", "events.csv 4 3 1");
    }

    @Test
    void customers_of_two_systems_are_one_by_their_email() {
        run(plan().text(
                        "shop.csv",
                        Kind.CUSTOMERS,
                        "id,mail,name\n1,Ann@X.com,Ann\n2,bob@x.com,Bob\n3,bob@x.com,Bobby\n",
                        "id = customer_id",
                        "mail = email",
                        "name = name")
                .text(
                        "crm.csv",
                        Kind.CUSTOMERS,
                        "record,mail,town\nH7,ann@x.com,Lugo\nH8,new@x.com,Vigo\n",
                        "record = customer_id",
                        "mail = email",
                        "town = city")
                .text(
                        "sales.csv",
                        Kind.ORDERS,
                        "mail,day,amount\nANN@x.com,2024-01-01,5\nguest@x.com,2024-01-01,6\n",
                        "mail = email",
                        "day = ordered_at %Y-%m-%d",
                        "amount = amount ."));

        assertThat(
                        all(
                                "select customer_id, coalesce(external_ids, '-'), coalesce(name, '-'), coalesce(city, '-') from customers order by 1"))
                .containsExactly("1 H7 Ann Lugo", "2 - Bob -", "3 - Bobby -", "H8 - - Vigo", "guest@x.com - - -");
        assertThat(all("select customer_id from orders order by 1")).containsExactly("1", "guest@x.com");
        assertThat(all("select key, customer_id from identities order by 1"))
                .containsExactly("H7 1", "ann@x.com 1", "bob@x.com 2");
    }

    @Test
    void a_form_gives_answers_and_facts_said_by_the_customer() {
        run(plan().text(
                        "survey.csv",
                        Kind.ANSWERS,
                        "mail,day,Why us?,Pets\nann@x.com,2024-01-01,price,cat\nbob@x.com,2024-01-02,,dog\n",
                        "mail = email",
                        "day = answered_at %Y-%m-%d",
                        "Why us? = answer",
                        "Pets = answer"));

        assertThat(all("select customer_id, question, answer, answered_on from answers order by 1, 2"))
                .containsExactly(
                        "ann@x.com Pets cat 2024-01-01",
                        "ann@x.com Why us? price 2024-01-01",
                        "bob@x.com Pets dog 2024-01-02");
        assertThat(all("select customer_id, name, value, party from traits order by 1, 2"))
                .containsExactly("ann@x.com Pets cat zero", "ann@x.com Why us? price zero", "bob@x.com Pets dog zero");
        assertThat(all("select rows_read, rows_kept from sources")).containsExactly("2 2");
    }

    @Test
    void negative_lines_are_returns() {
        run(plan().text(
                        "sales.csv",
                        Kind.ORDER_LINES,
                        "order,customer,day,price,qty,cost\n1,a,2024-01-01,10,2,6\nC1,a,2024-01-05,10,-1,6\n",
                        "order = order_id",
                        "customer = customer_id",
                        "day = ordered_at %Y-%m-%d",
                        "price = unit_price .",
                        "qty = quantity .",
                        "cost = unit_cost ."));

        assertThat(
                        all(
                                "select order_id, quantity, list_amount, discount, amount, cost, is_return from order_lines order by 1"))
                .containsExactly(
                        "1 2.0000 20.0000 0.0000 20.0000 12.0000 false",
                        "C1 -1.0000 -10.0000 0.0000 -10.0000 -6.0000 true");
    }

    private HandMadePlan plan() {
        return new HandMadePlan(store, folder);
    }

    private void run(HandMadePlan made) {
        new Import(store, Lines.afterHeader()).run(made.plan(), List.of(), Options.at(READ_AT), Progress.NONE);
        for (String table : List.of("orders", "order_lines", "customers", "sources")) {
            assertThat(all(Script.beside(Import.class, table + ".check").text()))
                    .as(table)
                    .isEmpty();
        }
    }

    /// All that later stages read, as text.
    private String everything() {
        return String.join(
                "\n",
                Import.SCRIPTS.stream()
                        .flatMap(table -> all("select * from " + table + " order by all").stream()
                                .map(row -> table + " " + row))
                        .toList());
    }

    private record Line(String line) {}

    private List<String> all(String select) {
        return store
                .query(
                        Sql.of("select coalesce(concat_ws(' ', *columns(*)), '') as line from (" + select + ")"),
                        Line.class)
                .stream()
                .map(Line::line)
                .toList();
    }
}
