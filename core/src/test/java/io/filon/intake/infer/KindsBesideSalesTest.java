package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
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
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What shops hand out beside their sales, or in their place: help desks, surveys, reviews, messages, deals, goods.
class KindsBesideSalesTest {

    private static final Understanding.Knowledge KNOWN = Understanding.Knowledge.load();

    private static final String ORDERS = """
            Order ID,Date,Customer ID,Total
            1,2024-01-02,C1,10.50
            2,2024-01-03,C2,20.00
            3,2024-02-03,C1,12.25
            """;

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path scratch;

    private final List<Path> files = new ArrayList<>();

    @Test
    void a_list_of_one_column_beside_sales_is_left_out_and_doubted() {
        String days = "Date\n2024-01-01\n2024-01-02\n2024-01-03\n";
        Plan plan = with("orders.csv", ORDERS).with("calendar.csv", days).plan();

        assertThat(plan.files()).hasSize(1);
        assertThat(plan.doubts()).contains(new Doubt("unused_one_column", file("calendar.csv"), "", 2, List.of()));
    }

    @Test
    void one_column_alone_is_refused() {
        FilonException refused = catchThrowableOfType(
                FilonException.class,
                () -> with("calendar.csv", "Date\n2024-01-01\n2024-01-02\n").plan());

        assertThat(refused.problems()).extracting(Problem::code).containsExactly("file.one_column");
    }

    @Test
    void goods_that_came_out_on_a_day_are_no_sales_where_another_file_counts_pieces_of_them() {
        Plan plan = with("titles.csv", """
                        title_id,title,price,pubdate
                        BU10,The Busy Book,20.00,1991-06-12
                        BU11,Cooking,11.95,1991-06-09
                        MC22,Silicon,19.99,1991-06-18
                        MC30,Sushi,2.99,1991-06-30
                        """).with("sales.csv", """
                        stor_id,ord_num,ord_date,qty,payterms,title_id
                        7066,QA70,2024-09-13,5,Net 30,BU10
                        7066,QA70,2024-09-13,2,Net 30,MC22
                        7067,D448,2024-09-14,10,Net 60,BU10
                        7131,N914,2024-09-14,20,Net 30,BU11
                        7131,N915,2024-10-14,25,Net 30,MC30
                        """).run();

        assertThat(Imported.understood(plan, 1))
                .isEqualTo("order_lines: ord_num=order_id, ord_date=ordered_at, qty=quantity, title_id=product_id");
        assertThat(rows("select count(distinct order_id), sum(amount) from order_lines"))
                .containsExactly("4 653.7300");
    }

    @Test
    void how_long_a_ticket_was_open_is_no_work() {
        Plan plan = with("tickets.csv", """
                Ticket id,Subject,Created date,Closed date,Customer email,First response time,Resolution time (s)
                1,Refund,2024-01-02,2024-01-03,a@x.es,30,86400
                2,Size,2024-01-04,2024-01-05,b@x.es,45,90000
                3,Size,2024-01-07,2024-01-07,a@x.es,20,3600
                """).plan();

        assertThat(Imported.understood(plan, 0))
                .isEqualTo("tickets: Ticket id=ticket_id, Subject=reason, Created date=opened_at, "
                        + "Closed date=closed_at, Customer email=email");
    }

    @Test
    void the_time_of_handling_is_read_in_the_unit_that_its_header_says() {
        assertThat(minutes("Handle time (s)")).isEqualTo("[10.0]");
        assertThat(minutes("Talk time (sec)")).isEqualTo("[10.0]");
        assertThat(minutes("Tiempo de gestión (h)")).isEqualTo("[36000.0]");
        assertThat(minutes("Handle time (min)")).isEqualTo("[600.0]");
    }

    private String minutes(String header) {
        files.clear();
        with("tickets.csv", """
                Ticket id,Subject,Created date,Customer email,%s
                1,Refund,2024-01-02,a@x.es,120
                2,Size,2024-01-04,b@x.es,180
                3,Size,2024-01-07,a@x.es,300
                """.formatted(header)).run();
        return rows("select sum(handle_minutes) from tickets").toString();
    }

    @Test
    void the_key_of_a_day_is_a_day_and_no_order() {
        String sales = """
                CustomerKey,ProductKey,OrderDateKey,Order Quantity,Sales Amount
                11,1,20230104,2,20.00
                12,2,20230104,1,15.50
                13,1,20230104,1,10.00
                11,2,20230210,3,46.50
                """;
        String days = """
                DateKey,Full Date,Month
                20230104,2023-01-04,January
                20230105,2023-01-05,January
                20230210,2023-02-10,February
                """;
        with("sales.csv", sales).run();
        String orders = "select count(*), count(distinct customer_id), min(ordered_on) from orders";

        assertThat(rows(orders)).containsExactly("4 3 2023-01-04");

        with("dates.csv", days).run();
        assertThat(rows(orders)).containsExactly("4 3 2023-01-04");
    }

    @Test
    void a_form_begun_and_ended_within_minutes_is_no_subscription() {
        Plan plan = with(
                        "encuesta.csv",
                        lines(
                                30,
                                """
                Id,Hora de inicio,Hora de finalización,Nombre,¿Cuál es su correo?,¿Nos recomendaría?,¿Qué mejoraría?
                """,
                                i -> "%d,2024-01-%02d 10:00:00,2024-01-%02d 10:06:00,Ana %d,a%d@x.es,%d,Precio"
                                        .formatted(i, i % 28 + 1, i % 28 + 1, i, i, i % 10)))
                .plan();

        assertThat(Imported.understood(plan, 0))
                .startsWith("answers: ")
                .contains("Hora de finalización=answered_at", "¿Cuál es su correo?=email");
    }

    @Test
    void answers_are_read_with_the_short_questions_beside_a_long_one() {
        Plan plan = with("orders.csv", ORDERS).with("x.csv", """
                Response ID,Respondent ID,Email,Submitted at,How likely are you to recommend us?,Why?
                1,5040,a@x.es,2024-03-13 18:35:45,4,Good
                2,5073,b@x.es,2024-01-17 04:55:58,7,Price
                3,5041,c@x.es,2024-02-17 04:55:58,9,Fast
                """).plan();

        assertThat(Imported.understood(plan, 1))
                .startsWith("answers: ")
                .contains("Email=email, Submitted at=answered_at", "Why?=answer");
    }

    @Test
    void a_person_booked_for_half_an_hour_is_no_subscription_and_no_event() {
        Plan plan = with("orders.csv", ORDERS)
                .with(
                        "bookings.csv",
                        lines(
                                30,
                                """
                Host,Invitee Name,Invitee Email,Start Date & Time,End Date & Time,Event Created Date & Time,UTM Campaign,Question
                """,
                                i ->
                                        "Rep,Ana %d,a%d@x.es,2024-01-%02d 9:00 am,2024-01-%02d 9:30 am,2024-01-01 8:00 am,,Firm %d"
                                                .formatted(i % 11, i % 11, i % 28 + 1, i % 28 + 1, i)))
                .plan();

        assertThat(Imported.understood(plan, 1)).isEqualTo("unused: ");
    }

    @Test
    void stars_with_a_word_are_reviews_and_no_deals() {
        String header = "Created at,Email,Stars,Review%s\n";
        String row = "2024-03-%02d 18:35:45,a%d@x.es,%d,Nice %d%s";
        IntFunction<String> plain = i -> row.formatted(i % 28 + 1, i, i % 5 + 1, i, "");
        IntFunction<String> active = i -> row.formatted(i % 28 + 1, i, i % 5 + 1, i, ",P%d,active".formatted(i));
        Plan plan = with("orders.csv", ORDERS)
                .with("a.csv", lines(30, header.formatted(""), plain))
                .with("b.csv", lines(30, header.formatted(",Reference ID,Status"), active))
                .plan();

        String reviews = "reviews: Created at=reviewed_at, Email=email, Stars=rating, Review=text";
        assertThat(Imported.understood(plan, 1)).isEqualTo(reviews);
        assertThat(Imported.understood(plan, 2)).isEqualTo(reviews);
    }

    @Test
    void a_score_with_a_comment_is_a_review() {
        Plan plan = with("orders.csv", ORDERS).with("nps.csv", """
                Date,Email,Score,Comment
                2024-03-13,a@x.es,4,Slow
                2024-03-14,b@x.es,9,
                2024-03-15,c@x.es,10,Price is right
                """).plan();

        assertThat(Imported.understood(plan, 1))
                .isEqualTo("reviews: Date=reviewed_at, Email=email, Score=rating, Comment=text");
    }

    @Test
    void a_period_paid_for_begins_when_it_was_bought() {
        Plan plan = with("transactions.csv", """
                user_id;product_identifier;start_time;end_time;store_transaction_id;price;currency
                u1;pro_monthly;2023-04-09 22:29:49;2023-05-09 22:29:49;200001;49.99;USD
                u2;pro_monthly;2023-07-04 21:43:31;2023-08-03 21:43:31;200002;49.99;USD
                u1;pro_monthly;2023-05-09 22:29:49;2023-06-08 22:29:49;200003;49.99;USD
                """).plan();

        assertThat(Imported.understood(plan, 0))
                .contains("start_time=ordered_at")
                .doesNotContain("end_time");
        assertThat(plan.doubts())
                .contains(new Doubt("dated_by_other", file("transactions.csv"), "start_time", 2, List.of()));
    }

    @Test
    void a_deal_stands_where_the_column_of_won_and_lost_says() {
        with("opportunities.csv", """
                RecordId,OpportunityName,OpportunityValue,ForecastCloseDate,CurrentStage,OpportunityState,DateCreated,ContactEmail
                700,Opp 0,3810.26,03/18/2024,Proposal,Won,02/17/2024 07:58:19 PM,a@x.es
                701,Opp 1,5324.66,04/22/2024,Discovery,Lost,03/23/2024 03:31:39 PM,b@x.es
                702,Opp 2,1000.00,05/22/2024,Discovery,Open,04/23/2024 03:31:39 PM,c@x.es
                703,Opp 3,2000.00,05/25/2024,Proposal,Won,04/25/2024 03:31:39 PM,a@x.es
                """).run();

        assertThat(rows("select count(*), sum(amount) from deals where state = 'won'"))
                .containsExactly("2 5810.2600");
    }

    @Test
    void a_price_by_the_month_with_days_of_trial_and_period_is_a_subscription() {
        Plan plan = with(
                        "subscriptions.csv",
                        lines(
                                30,
                                """
                id,Customer Email,Plan,Product,Quantity,Currency,Interval,Amount,Status,Created,Start Date,Current Period Start,Current Period End,Trial Start,Canceled At,Customer Name
                """,
                                i ->
                                        "sub_%1$d,a%1$d@x.es,price_%3$d,prod_%3$d,1,eur,month,19.00,active,2024-01-%2$02d 18:17,2024-01-%2$02d 18:17,2024-03-%2$02d 18:17,2024-04-%2$02d 18:17,,,Ana %1$d"
                                                .formatted(i, i % 28 + 1, i % 2)))
                .plan();

        assertThat(Imported.understood(plan, 0))
                .startsWith("subscriptions: id=subscription_id, Customer Email=email, Plan=plan")
                .contains("Amount=period_amount", "Start Date=started_at");
    }

    @Test
    void messages_sent_to_telephones_are_of_the_customers_who_have_them() {
        with("pedidos.csv", lines(30, """
                Nº pedido;Fecha;Teléfono;Importe
                """, i -> "P%d;%02d/01/2024;6120000%02d;20,50".formatted(i, i % 28 + 1, i)))
                .with(
                        "mensajes.csv",
                        lines(
                                60,
                                """
                Teléfono;Evento;Fecha
                """,
                                i -> "346120000%02d;%s;%02d/02/2024 12:44"
                                        .formatted(i % 30, i % 2 == 0 ? "Leído" : "Entregado", i % 28 + 1)))
                .run();

        assertThat(rows("select count(*) from events")).containsExactly("60");
        assertThat(rows("select count(*) from customers")).containsExactly("30");
    }

    @Test
    void messages_of_a_campaign_sent_to_telephones_are_touches() {
        Plan plan = with("difusion.csv", """
                Teléfono;Nombre;Campaña;Estado;Enviado;Leído
                34627643118;Eva;Verano 23;Leído;03/05/2023 12:44;03/05/2023 12:53
                34645498827;Ana;Verano 23;Entregado;09/08/2023 23:37;
                34645498828;Luis;Otoño 23;Entregado;29/10/2023 23:37;
                """).plan();

        assertThat(Imported.understood(plan, 0))
                .contains("touches: Teléfono=phone", "Campaña=campaign, Estado=touch_kind, Enviado=sent_at");
    }

    @Test
    void what_came_back_of_nobody_is_left_out_with_a_doubt_to_read_first() {
        Plan plan = with("orders.csv", ORDERS).with("returns.csv", """
                return_date,product_id,store_id,quantity
                2024-02-01,119,15,1
                2024-02-21,77,5,1
                2024-02-25,119,5,2
                """).plan();

        assertThat(plan.doubts()).contains(new Doubt("unused_returns", file("returns.csv"), "", 1, List.of()));
    }

    @Test
    void the_telephone_of_who_called_numbers_no_call() {
        Plan plan = with("orders.csv", ORDERS).with("llamadas.csv", """
                Fecha,Agente,Número,Dirección,Duración
                2024-03-13 18:35:45,Bob,34616772680,entrante,9
                2023-12-24 08:49:44,Bob,34698916971,saliente,7
                2024-03-15 18:35:45,Eva,34616772680,entrante,4
                """).plan();

        assertThat(Imported.understood(plan, 1)).doesNotContain("ticket_id");
    }

    private KindsBesideSalesTest with(String name, String text) {
        try {
            files.add(Files.writeString(scratch.resolve(name), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private static String lines(int count, String header, IntFunction<String> line) {
        return header
                + IntStream.range(0, count)
                        .mapToObj(line)
                        .map(text -> text + "\n")
                        .collect(Collectors.joining());
    }

    private String file(String name) {
        return scratch.resolve(name).toString();
    }

    private Reading reading() {
        store.tables().stream()
                .filter(table -> table.startsWith("in_"))
                .forEach(table -> store.run(Sql.of("drop table " + table)));
        return RawFiles.readAll(store, files, scratch, Progress.NONE);
    }

    private Plan plan() {
        return plan(reading());
    }

    private Plan plan(Reading reading) {
        return Understanding.plan(store, reading.tables(), Corrections.NONE, KNOWN)
                .without(reading.ignored());
    }

    private Plan run() {
        Reading reading = reading();
        Plan plan = plan(reading);
        Options options = Options.at(Instant.parse("2026-01-01T00:00:00Z"));
        new Import(store, reading.lines()::linesOf).run(plan, reading.duplicates(), options, Progress.NONE);
        return plan;
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(sql),
                row -> rows.add(row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return rows;
    }
}
