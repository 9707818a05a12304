package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.Report;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How days are written in exports, from the file to the orders.
class DayColumnsTest {

    private static final Understanding.Knowledge KNOWN = Understanding.Knowledge.load();

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path scratch;

    private static final List<String> WRITTEN = List.of(
            "25/1/2024, 10:05:33 | 2024-01-25",
            "1/25/2024, 10:05:33 PM | 2024-01-25",
            "25/1/2024, 10:05:33 p. m. | 2024-01-25",
            "Jan 5, 2024, 3:04 PM | 2024-01-05",
            "2024/02/01, 16:00 | 2024-02-01",
            "Jan-01-24 | 2024-01-01",
            "5-ene-24 | 2024-01-05",
            "20240105T103000Z | 2024-01-05",
            "20240105T233000-0200 | 2024-01-06",
            "20240105 103000 | 2024-01-05",
            "20240105 10:30 | 2024-01-05",
            "Fri, 05 Jan 2024 10:00:00 +0000 | 2024-01-05",
            "Fri, 05 Jan 2024 10:00:00 GMT | 2024-01-05",
            "Monday, January 15, 2024 | 2024-01-15",
            "lunes, 15 de enero de 2024 | 2024-01-15",
            "mar, 16 ene. 2024 | 2024-01-16",
            "mar 5, 2024 | 2024-03-05",
            "Mon 1/15/2024 | 2024-01-15",
            "sábado 20/01/2024 | 2024-01-20",
            "25/01/2024 - 10:30 | 2024-01-25",
            "25/01/2024 10.30.00 | 2024-01-25",
            "25/01/2024 10h30 | 2024-01-25",
            "5 de enero del 2024 a las 10:30 | 2024-01-05",
            "3 de março de 2024 | 2024-03-03",
            "14 juil. 2024 | 2024-07-14",
            "3 juin 2024 | 2024-06-03",
            "1 août 2024 10:00 | 2024-08-01",
            "25/01/2024 10:00:00Z | 2024-01-25",
            "2024-01 | 2024-01-01",
            "01/2024 | 2024-01-01",
            "Jan 2024 | 2024-01-01",
            "ene. 2024 | 2024-01-01",
            "agosto de 2024 | 2024-08-01");

    @Test
    void reads_a_day_as_exports_write_it() {
        List<String> texts = new ArrayList<>();
        List<String> read = new ArrayList<>();
        for (String each : WRITTEN) {
            String[] parts = each.split(" \\| ", -1);
            texts.add("order;date;customer;total\n%1$d-1;%2$s;a;5.00\n%1$d-2;%2$s;b;6.00"
                    .formatted(texts.size(), parts[0]));
            read.add(parts[1]);
        }

        report(texts);

        assertThat(rows("select ordered_on from orders order by cast(split_part(order_id, '-', 1) as int), order_id"))
                .containsExactlyElementsOf(
                        read.stream().flatMap(day -> Stream.of(day, day)).toList());
    }

    @Test
    void knows_a_month_from_a_day_only_where_every_value_is_one() {
        Report months = report("customer;month;total\na;2024-01;5.00\nb;2024-02;6.00\na;2024-02;6.00");

        assertThat(months.doubts()).extracting(Doubt::code).contains("months_only");
        assertThat(rows("select ordered_on from orders order by 1"))
                .containsExactly("2024-01-01", "2024-02-01", "2024-02-01");
    }

    @ParameterizedTest
    @CsvSource({"Marta 5 2024", "Lote 12-2024", "Domingo 3", "A-01-24", "sex 12", "20241305T103000"})
    void leaves_text_that_only_resembles_a_date(String written) {
        Plan plan = planned("order;day;product;customer;total\n1;2024-01-05;%1$s;a;5.00\n2;2024-01-06;%1$s;b;6.00"
                .formatted(written));

        assertThat(plan.files().getFirst().columns().get(2).role()).isNotEqualTo(Role.ORDERED_AT);
        assertThat(plan.files().getFirst().columns().get(2).format()).isEqualTo(new ValueFormat.Text());
    }

    @ParameterizedTest
    @CsvSource({
        "Fecha expedición",
        "Fecha de expedición factura",
        "DocDate",
        "Fecha documento",
        "Fecha doc.",
        "Posting date",
        "Fecha contable",
        "Fecha operación",
        "Booked on",
        "Processed at",
        "Completed At",
        "Placed at",
        "Fecha reserva",
        "Fecha efecto",
        "Cuándo fue"
    })
    void dates_an_order_by_the_day_its_program_names(String header) {
        Plan plan = planned(
                "Nº;%s;Fecha entrega;Cliente;Total\n1;05/01/2024;20/01/2024;A;5,00\n2;06/01/2024;21/01/2024;B;6,00"
                        .formatted(header));

        assertThat(role(plan, header)).isEqualTo(Role.ORDERED_AT);
        assertThat(role(plan, "Fecha entrega")).isEqualTo(Role.DELIVERED_AT);
        assertThat(codes(plan)).doesNotContain("dated_by_other", "day_of_several");
    }

    @Test
    void takes_the_day_of_dispatch_for_a_shipment_beside_that_of_the_order() {
        Plan plan = planned(
                "Nº;Fecha pedido;Fecha expedición;Cliente;Total\n1;05/01/2024;20/01/2024;A;5,00\n2;06/01/2024;21/01/2024;B;6,00");

        assertThat(role(plan, "Fecha pedido")).isEqualTo(Role.ORDERED_AT);
        assertThat(role(plan, "Fecha expedición")).isEqualTo(Role.SHIPPED_AT);
    }

    @ParameterizedTest
    @CsvSource({"Ship Date", "Fecha entrega", "Due Date", "Fecha vencimiento"})
    void dates_orders_by_a_later_day_when_there_is_no_other_and_says_so(String header) {
        Report report =
                report("Order ID;%s;Customer ID;Total\n1;2024-01-05;a;5.00\n2;2024-01-06;b;6.00".formatted(header));

        assertThat(report.doubts())
                .filteredOn(doubt -> doubt.code().equals("dated_by_other"))
                .extracting(Doubt::column)
                .containsExactly(header);
        assertThat(rows("select ordered_on from orders order by 1")).containsExactly("2024-01-05", "2024-01-06");
    }

    @Test
    void leaves_an_order_without_its_own_day_undated_where_others_have_theirs() {
        report("Order ID;Order Date;Ship Date;Customer ID;Total\n1;2024-01-05;2024-01-09;a;5.00\n2;;2024-01-10;b;6.00");

        assertThat(rows("select ordered_on from orders where ordered_on = date '2024-01-10'"))
                .isEmpty();
    }

    @Test
    void tells_a_birth_and_the_day_of_a_policy_apart() {
        Plan plan = planned("""
                Póliza;Tomador;NIF Tomador;Fecha Nac.;Fecha Efecto;Compañía;Prima Total
                8001;Ana Ruiz;1K;01/03/1950;13/01/2024;Mapfre;300,00
                8002;Luis Paz;2K;02/03/1952;14/01/2024;Allianz;300,00
                8003;Ana Ruiz;1K;01/03/1950;15/02/2024;Mapfre;300,00
                """);

        assertThat(role(plan, "Fecha Nac.")).isEqualTo(Role.BIRTH_ON);
        assertThat(role(plan, "Fecha Efecto")).isEqualTo(Role.ORDERED_AT);
    }

    @Test
    void prefers_among_unknown_days_one_that_cannot_be_a_birth() {
        Plan plan = planned("""
                Orden;Fecha bautizo;Fecha tramo;Cliente;Total
                1;01/03/1950;13/01/2024;A;5,00
                2;02/03/1972;14/01/2024;B;6,00
                """);

        assertThat(role(plan, "Fecha tramo")).isEqualTo(Role.ORDERED_AT);
    }

    @Test
    void names_the_days_that_may_be_the_orders_as_well() {
        Plan plan = planned("""
                Orden;Fecha gremio;Fecha tramo;Cliente;Total
                1;12/01/2024;13/01/2024;A;5,00
                2;13/01/2024;14/01/2024;B;6,00
                """);

        assertThat(role(plan, "Fecha gremio")).isEqualTo(Role.ORDERED_AT);
        assertThat(doubted(plan, "day_of_several")).containsExactly("Fecha gremio");
    }

    @Test
    void says_that_the_arrival_of_a_guest_dates_the_booking() {
        Plan plan = planned("Book number;Check-in;Customer ID;Price\n1;2024-01-05;a;5.00\n2;2024-01-06;b;6.00");

        assertThat(doubted(plan, "dated_by_other")).containsExactly("Check-in");
    }

    @Test
    void says_that_orders_are_dated_after_the_day_of_reading() {
        String text = "Order ID;Date;Customer ID;Total\n1;2025-01-05;a;5.00\n2;2026-03-06;b;6.00";

        assertThat(report(text).doubts()).contains(new Doubt("days_ahead", file().toString(), "Date", 1, List.of(1L)));
    }

    @Test
    void says_which_of_several_files_has_orders_dated_after_the_day_of_reading() {
        List<String> texts = List.of(
                "Order ID;Date;Customer ID;Total\n1;2025-01-05;a;5.00\n2;2025-03-06;b;6.00",
                "Order ID;Date;Customer ID;Total\n3;2025-01-05;a;5.00\n4;2026-03-06;b;6.00");

        assertThat(report(texts).doubts())
                .filteredOn(doubt -> doubt.code().equals("days_ahead"))
                .extracting(Doubt::file)
                .containsExactly(scratch.resolve("export1.csv").toString());
    }

    @Test
    void takes_the_departure_of_a_trip_for_no_parcel() {
        Plan trip = planned("""
                Nº expediente;F. Reserva;F. Salida;F. Regreso;Cliente;PVP
                1;05/01/2024;20/01/2024;27/01/2024;A;100,00
                2;06/01/2024;21/01/2024;28/01/2024;B;100,00
                """);

        assertThat(role(trip, "F. Salida")).isEqualTo(Role.IGNORED);
        assertThat(role(trip, "F. Reserva")).isEqualTo(Role.ORDERED_AT);
    }

    @Test
    void takes_the_departure_of_goods_for_their_shipment() {
        Plan parcel = planned("""
                Nº pedido;F. Pedido;F. Salida;Cliente;PVP
                1;05/01/2024;20/01/2024;A;100,00
                2;06/01/2024;21/01/2024;B;100,00
                """);

        assertThat(role(parcel, "F. Salida")).isEqualTo(Role.SHIPPED_AT);
    }

    @Test
    void a_number_of_several_days_is_no_orders_though_the_month_is_written_first() {
        Plan plan = planned("""
                id;date;product;price
                1;Jan 3, 2024;soap;4.50
                1;Jan 9, 2024;oil;6.25
                2;Jan 4, 2024;soap;4.50
                2;Jan 8, 2024;tea;3.75
                3;Jan 5, 2024;oil;6.25
                3;Jan 6, 2024;tea;3.75
                4;Jan 5, 2024;oil;6.25
                4;Jan 7, 2024;soap;4.50
                5;Jan 5, 2024;tea;3.75
                5;Jan 6, 2024;oil;6.25
                """);

        assertThat(role(plan, "id")).isEqualTo(Role.CUSTOMER_ID);
    }

    @Test
    void reads_a_subscription_of_days_whose_month_is_written_first() {
        Plan plan = planned("""
                customer id;plan;start;end;price
                1;gold;Jan 3, 2024 10:00;Jan 30, 2024 10:00;9.00
                2;gold;Feb 3, 2024 11:00;Feb 29, 2024 10:00;9.00
                3;blue;Mar 3, 2024 12:00;Mar 30, 2024 10:00;5.00
                """);

        assertThat(plan.files().getFirst().kind()).isEqualTo(Kind.SUBSCRIPTIONS);
    }

    private static Role role(Plan plan, String header) {
        return plan.files().getFirst().columns().stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElseThrow()
                .role();
    }

    private static Stream<String> doubted(Plan plan, String code) {
        return plan.doubts().stream().filter(doubt -> doubt.code().equals(code)).map(Doubt::column);
    }

    private static Stream<String> codes(Plan plan) {
        return plan.doubts().stream().map(Doubt::code);
    }

    private Plan planned(String text) {
        return Understanding.plan(
                store, new RawTables(store).with("export.csv", text).all(), Corrections.NONE, KNOWN);
    }

    private Report report(String text) {
        return report(List.of(text));
    }

    private Report report(List<String> texts) {
        List<Path> files = new ArrayList<>();
        for (String text : texts) {
            Path file = files.isEmpty() ? file() : scratch.resolve("export%d.csv".formatted(files.size()));
            try {
                files.add(Files.writeString(file, text));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Reading reading = RawFiles.readAll(store, files, scratch, Progress.NONE);
        Plan plan = Understanding.plan(store, reading.tables(), Corrections.NONE, KNOWN);
        Options options = Options.at(Instant.parse("2026-01-01T00:00:00Z"));
        return new Import(store, reading.lines()::linesOf).run(plan, reading.duplicates(), options, Progress.NONE);
    }

    private Path file() {
        return scratch.resolve("export.csv");
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(sql),
                row -> rows.add(row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return rows;
    }
}
