package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.Report;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.FilePlan;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Deals, events and sums of sales as programs export them: what each brought, or a doubt where no column says it.
class DealsAndEventsTest {

    private static final Understanding.Knowledge KNOWN = Understanding.Knowledge.load();

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path scratch;

    private Plan plan = new Plan(List.of(), List.of(), List.of(), "EUR", false);

    @Test
    void a_deal_price_is_what_was_paid_for_the_piece() {
        read("orders.csv", """
                Order ID,Order Status,Order Creation Date,Product Name,Deal Price,Quantity,Username (Buyer)
                24001,Completed,2024-01-01 10:00,Case,12.50,2,ana
                24002,Completed,2024-01-03 10:00,Cable,9.90,1,luis
                24003,Completed,2024-02-05 10:00,Case,12.50,1,ana
                24004,Cancelled,2024-02-06 10:00,Cable,9.90,3,eva
                """);

        assertThat(rows("select sum(amount) from order_lines join orders using (order_id) where counts"))
                .containsExactly("47.4000");
    }

    @Test
    void sales_whose_only_money_is_called_a_cost_are_doubted() {
        Report report = read("orders.csv", """
                Order#,Order Date,Customer Name,Status,Qty,SKU,Item Cost
                2001,2024-01-01,Ana Ruiz,Delivered,1,A1,12.50
                2002,2024-01-03,Luis Sanz,Delivered,1,A2,9.90
                2003,2024-02-05,Ana Ruiz,Delivered,2,A1,14.10
                2004,2024-02-06,Eva Gil,Delivered,1,A3,8.25
                """);

        assertThat(report.doubts())
                .contains(new Doubt("no_sale_amount", file("orders.csv"), "", 1, List.of(4L, "Item Cost")));
    }

    @Test
    void sales_without_any_money_are_doubted() {
        Report report = read("lines.csv", """
                order_id,date,customer_id,product,quantity
                1,2024-01-01,a,Bread,2
                2,2024-01-03,b,Milk,1
                3,2024-02-05,a,Bread,1
                """);

        assertThat(report.doubts()).contains(new Doubt("no_money", file("lines.csv"), "", 1, List.of(3L)));
    }

    @Test
    void a_deal_that_was_won_is_worth_what_it_brought_and_another_what_is_expected() {
        read("opps.csv", """
                Topic,Account,Contact,Est. Revenue,Actual Revenue,Actual Close Date,Probability,Status,Owner,Created On
                Drill,Ind 1,Ana Ruiz,"$1,000.00","$950.00",03/20/2024,50,Won,Eva,02/25/2024
                Lathe,Ind 2,Luis Sanz,"$2,000.00",,04/13/2024,50,Lost,Eva,03/21/2024
                Press,Ind 3,Eva Gil,"$3,000.00",,,50,Open,Eva,03/22/2024
                Saw,Ind 1,Ana Ruiz,"$500.00","$480.50",05/20/2024,50,Won,Eva,04/25/2024
                """);

        assertThat(rows("select state, amount from deals order by amount"))
                .containsExactly("won 480.5000", "won 950.0000", "lost 2000.0000", "open 3000.0000");
    }

    @Test
    void deals_in_spanish_are_worth_what_was_expected_of_them_where_nothing_else_is_said() {
        Report report = read("oportunidades.csv", """
                Tema;Cuenta;Contacto;Ingresos est.;Fecha de cierre real;Estado;Propietario;Creado el
                Taladro;Ind 1;Ana Ruiz;1.000,00 €;20/03/2024;Ganado;Eva;25/02/2024
                Torno;Ind 2;Luis Sanz;2.000,00 €;13/04/2024;Perdido;Eva;21/03/2024
                Prensa;Ind 3;Eva Gil;3.000,00 €;;Abierto;Eva;22/03/2024
                """);

        assertThat(rows("select state, amount from deals order by amount"))
                .containsExactly("won 1000.0000", "lost 2000.0000", "open 3000.0000");
        assertThat(report.doubts().stream().map(Doubt::code)).contains("deal_estimates");
    }

    @Test
    void deals_without_a_number_are_told_by_their_stage() {
        for (String header :
                List.of("Name,Stage,Deal Value,Close Date,Email", "Deal Name,Stage,Amount,Close Date,Email")) {
            read("deals.csv", header + """

                    Acme 1,Won,1000.50,2024-01-15,ana@x.example
                    Acme 2,Lost,2000.00,2024-02-20,luis@x.example
                    Acme 3,Proposal,3000.00,2024-03-25,eva@x.example
                    Acme 4,Won,400.25,2024-04-15,ana@x.example
                    """);

            assertThat(rows("select customer_id, name, amount from deals where state = 'won' order by amount"))
                    .as(header)
                    .containsExactly("ana@x.example Acme 4 400.2500", "ana@x.example Acme 1 1000.5000");
        }
    }

    @Test
    void won_deals_without_an_amount_are_doubted() {
        Report report = read("deals.csv", """
                Deal ID,Stage,Closing,Email,Ticket size
                1,Won,2024-01-15,ana@x.example,1000.50
                2,Lost,2024-02-20,luis@x.example,2000.00
                3,Won,2024-03-25,eva@x.example,3000.00
                """);

        assertThat(report.doubts())
                .contains(new Doubt("deals_unvalued", file("deals.csv"), "", 1, List.of(2L, "Ticket size")));
    }

    @Test
    void deals_with_a_day_of_winning_are_all_won() {
        Report report = read("deals.csv", """
                deal_id,fecha_ganada,email,deal_amount
                1,2024-01-15,ana@x.example,1000.50
                2,2024-02-20,luis@x.example,2000.00
                """);

        assertThat(report.doubts()).extracting(Doubt::code).doesNotContain("deals_all_won");
    }

    @Test
    void an_order_placed_is_a_purchase_whatever_its_number_and_amount_are_called() {
        read("events.jsonl", """
                {"event":"Placed Order","user_id":"a","time":"2024-01-02T10:00:00Z","properties":{"OrderId":"1","$value":19.9}}
                {"event":"Order Placed","user_id":"b","time":"2024-01-03T10:00:00Z","properties":{"orderId":"2","amount":5}}
                {"event":"purchase","user_id":"b","time":"2024-01-04T10:00:00Z","properties":{"order_id":"3","amount":"7.50"}}
                {"event":"Viewed Product","user_id":"b","time":"2024-01-05T10:00:00Z","properties":{"OrderId":"4","$value":3}}
                """);

        assertThat(rows("select order_id, customer_id, amount from order_lines order by order_id"))
                .containsExactly("1 a 19.9000", "2 b 5.0000", "3 b 7.5000");
    }

    @Test
    void a_word_that_is_the_same_on_every_row_does_not_name_events() {
        read("events.jsonl", lines(30, i ->
                """
                {"type":"event","id":"e%1$d","attributes":{"metric":"%2$s","timestamp":%3$d,"event_properties":{"OrderId":"%1$d","$value":2.5}},"profile":{"id":"p%4$d","email":"p%4$d@x.example"}}""".formatted(i, i % 3 == 0 ? "Placed Order" : "Opened Email", 1700000000 + i * 90000, i % 7)));

        assertThat(role("attributes.metric")).isEqualTo(Role.EVENT_NAME);
        assertThat(rows("select count(*), sum(amount), count(distinct customer_id) from order_lines"))
                .containsExactly("10 25.0000 7");
    }

    @Test
    void the_person_of_an_event_is_told_by_her_number_and_not_by_all_that_is_known_of_her() {
        read("events.jsonl", lines(30, i -> """
                {"object":"event","event_name":"Placed Order","timestamp":%1$d,"event_properties":{"OrderId":"%2$d","$value":2.5},"person":{"id":"p%3$d","email":"p%3$d@x.example","seen":%2$d}}""".formatted(1700000000 + i * 90000, i, i % 7)));

        assertThat(rows("select count(distinct customer_id), min(email) from customers"))
                .containsExactly("7 p0@x.example");
    }

    @Test
    void events_tell_what_was_bought_in_their_data() {
        read("pixel.jsonl", lines(30, i -> """
                {"id":"e%1$d","clientId":"c%2$d","name":"%3$s","timestamp":"2024-01-%4$02dT10:00:00Z","type":"standard","data":{"order_id":%5$s,"total":41.25}}""".formatted(
                        i,
                        i % 7,
                        i % 3 == 0 ? "checkout_completed" : "page_viewed",
                        i % 28 + 1,
                        i % 3 == 0 ? "\"55" + i + "\"" : "null")));

        assertThat(role("name")).isEqualTo(Role.EVENT_NAME);
        assertThat(rows("select count(*), sum(amount) from order_lines")).containsExactly("10 412.5000");
    }

    @Test
    void purchases_that_no_number_makes_an_order_are_doubted() {
        Report report = read("pixel.jsonl", """
                {"clientId":"c1","name":"checkout_completed","timestamp":"2024-01-02T10:00:00Z","data":{"sum":{"euros":41}}}
                {"clientId":"c2","name":"page_viewed","timestamp":"2024-01-03T10:00:00Z","data":{"sum":null}}
                {"clientId":"c2","name":"checkout_completed","timestamp":"2024-01-05T10:00:00Z","data":{"sum":{"euros":9}}}
                """);

        assertThat(report.doubts())
                .contains(new Doubt("unnumbered_purchases", file("pixel.jsonl"), "", 1, List.of(2L)));
    }

    @Test
    void purchases_among_events_without_an_amount_are_doubted() {
        Report report = read("events.jsonl", """
                {"event":"purchase","user_id":"a","time":"2024-01-02T10:00:00Z","properties":{"order_id":"1","sum":19.9}}
                {"event":"purchase","user_id":"b","time":"2024-01-03T10:00:00Z","properties":{"order_id":"2","sum":5}}
                {"event":"view","user_id":"b","time":"2024-01-05T10:00:00Z","properties":{}}
                """);

        assertThat(report.doubts()).contains(new Doubt("no_event_amount", file("events.jsonl"), "", 1, List.of(2L)));
    }

    @Test
    void where_nobody_is_named_each_browser_that_bought_is_a_customer() {
        Report report = read("ga4.jsonl", lines(40, i -> """
                {"event_name":"%s","event_timestamp":%d,"user_pseudo_id":"%d.17","transaction_id":%s,"value":%s}""".formatted(
                        i % 4 == 0 ? "purchase" : "page_view",
                        (1700000000L + i * 90000) * 1000000,
                        i % 8,
                        i % 4 == 0 ? "\"T" + i + "\"" : "null",
                        i % 4 == 0 ? "9.5" : "null")));

        assertThat(rows("select count(*), count(distinct customer_id) from orders"))
                .containsExactly("10 2");
        assertThat(rows("select count(*) from customers")).containsExactly("8");
        assertThat(codes(report)).contains("customer_by_device").doesNotContain("no_customer");
    }

    @Test
    void browsers_are_nobody_where_another_file_names_people() {
        Report report = read(
                List.of("ga4.jsonl", "people.csv"),
                List.of(
                        lines(40, i -> """
                                {"event_name":"purchase","event_timestamp":%d,"user_pseudo_id":"%d.17","transaction_id":"T%d","value":9.5}""".formatted((1700000000L + i * 90000) * 1000000, i % 8, i)),
                        "id;name;email\n1;Ana;ana@x.example\n2;Luis;luis@x.example\n"));

        assertThat(rows("select count(*), count(customer_id) from orders")).containsExactly("40 0");
        assertThat(report.doubts()).contains(new Doubt("no_customer", file("ga4.jsonl"), "", 1, List.of()));
    }

    @Test
    void shipping_is_taken_off_a_total_in_spanish_as_in_english_and_doubted_where_nothing_proves_that_it_is_inside() {
        for (String header : List.of("Shipping", "envio", "Gastos de envío", "Portes")) {
            Report report = read("pedidos.csv", "pedido;fecha;email;total;" + header + """
                    ;estado
                    1;13/01/2024;ana@x.example;24,90;4,90;entregado
                    2;14/01/2024;luis@x.example;40,00;0,00;entregado
                    3;15/02/2024;ana@x.example;14,40;4,90;entregado
                    """);

            assertThat(rows("select sum(amount) from order_lines")).as(header).containsExactly("69.5000");
            assertThat(report.doubts())
                    .as(header)
                    .contains(new Doubt("shipping_inside", file("pedidos.csv"), header, 2, List.of()));
        }
    }

    @Test
    void shipping_that_the_goods_beside_the_total_prove_is_not_doubted() {
        Report report = read("pedidos.csv", """
                pedido;fecha;email;subtotal;envio;total
                1;13/01/2024;ana@x.example;20,00;4,90;24,90
                2;14/01/2024;luis@x.example;40,00;0,00;40,00
                3;15/02/2024;ana@x.example;9,50;4,90;14,40
                """);

        assertThat(rows("select sum(amount) from order_lines")).containsExactly("69.5000");
        assertThat(rows("select sum(shipping_charged), count(shipping_cost) from orders"))
                .containsExactly("9.8000 0");
        assertThat(codes(report)).doesNotContain("shipping_inside");
    }

    @Test
    void hours_worked_are_no_time_of_day_and_a_header_of_one_word_is_no_question() {
        read("horas.csv", """
                Date,Client,Project,Task,Hours,Billable?,Invoiced?,Approved?,Employee?,Billable Amount,Cost Amount
                2024-01-15,Acme 1,Web,Design,2.50,Yes,No,Yes,Yes,250.00,100.00
                2024-01-16,Acme 2,Shop,Design,7.25,Yes,No,Yes,Yes,725.50,290.00
                2024-02-19,Acme 1,Web,Code,1.00,Yes,No,Yes,No,100.00,40.00
                2024-02-20,Acme 3,App,Code,3.00,Yes,No,Yes,Yes,300.00,120.00
                """);

        assertThat(role("Hours")).isNotEqualTo(Role.TIME_OF_DAY);
        assertThat(rows("select sum(amount), count(distinct customer_id) from order_lines"))
                .containsExactly("1375.5000 3");
    }

    @Test
    void a_sum_over_a_lifetime_is_no_order_and_who_has_no_day_stays_a_customer() {
        Report report = read("members.csv", """
                Name,Email,Patron Status,Lifetime Amount,Pledge Amount,Charge Frequency,Tier,Patronage Since Date,Last Charge Date,User ID,Currency
                Ana,ana@x.example,Active patron,50.00,5.00,monthly,Gold,2023-01-15 10:11:12,2024-01-01 10:00:00,1001,EUR
                Luis,luis@x.example,Former patron,15.00,0.00,monthly,Gold,2023-02-20 10:11:12,2024-01-01 10:00:00,1002,EUR
                Eva,eva@x.example,,0.00,0.00,,Free,,,1003,EUR
                Joan,joan@x.example,Active patron,80.00,5.00,monthly,Gold,2022-05-15 10:11:12,2024-01-01 10:00:00,1004,EUR
                """);

        assertThat(rows("select count(*) from orders")).containsExactly("0");
        assertThat(rows("select count(*) from customers")).containsExactly("4");
        assertThat(report.doubts().stream()
                        .filter(doubt -> doubt.column().equals("Lifetime Amount"))
                        .map(Doubt::code))
                .containsExactly(Doubt.CUSTOMER_TOTALS);
    }

    @Test
    void sums_of_sales_that_look_like_subscriptions_are_doubted() {
        Report report = read("sales.csv", """
                SKU,Title,Units,Developer Proceeds,Begin Date,End Date,Customer Currency,Customer Price,Subscription,Period
                com.a,Notes,2,2.54,01/15/2024,01/15/2024,USD,2.99,New,1 Month
                com.b,Notes,1,8.49,01/16/2024,01/16/2024,USD,9.99,New,1 Month
                com.a,Notes,14,2.54,02/17/2024,02/17/2024,USD,2.99,New,1 Month
                """);

        assertThat(codes(report)).contains("fees_unread");
    }

    private List<String> codes(Report report) {
        return report.doubts().stream().map(Doubt::code).toList();
    }

    private Role role(String header) {
        return plan.files().stream()
                .map(FilePlan::columns)
                .flatMap(List::stream)
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElseThrow()
                .role();
    }

    private static String lines(int count, java.util.function.IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private Report read(String name, String text) {
        return read(List.of(name), List.of(text));
    }

    private Report read(List<String> names, List<String> texts) {
        List<Path> files = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            try {
                files.add(Files.writeString(scratch.resolve(names.get(at)), texts.get(at)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        store.tables().stream()
                .filter(table -> table.startsWith("in_"))
                .forEach(table -> store.run(Sql.of("drop table " + table)));
        Reading reading = RawFiles.readAll(store, files, scratch, Progress.NONE);
        plan = Understanding.plan(store, reading.tables(), Corrections.NONE, KNOWN);
        Options options = Options.at(Instant.parse("2026-01-01T00:00:00Z"));
        return new Import(store, reading.lines()::linesOf).run(plan, reading.duplicates(), options, Progress.NONE);
    }

    private String file(String name) {
        return scratch.resolve(name).toString();
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(sql),
                row -> rows.add(row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return rows;
    }
}
