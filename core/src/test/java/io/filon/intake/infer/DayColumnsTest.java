package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.plan.Doubt;
import io.filon.intake.plan.Plan;
import io.filon.intake.plan.Role;
import io.filon.intake.plan.ValueFormat;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
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

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path scratch;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
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
                "agosto de 2024 | 2024-08-01",
            })
    void reads_a_day_as_exports_write_it(String written, String day) {
        imported("order;date;customer;total\n1;%1$s;a;5.00\n2;%1$s;b;6.00".formatted(written));

        assertThat(rows("select ordered_on from orders")).containsExactly(day, day);
    }

    @Test
    void knows_a_month_from_a_day_only_where_every_value_is_one() {
        Plan months = imported("customer;month;total\na;2024-01;5.00\nb;2024-02;6.00\na;2024-02;6.00");

        assertThat(codes(months)).contains("months_only");
        assertThat(rows("select ordered_on from orders order by 1"))
                .containsExactly("2024-01-01", "2024-02-01", "2024-02-01");
    }

    @ParameterizedTest
    @CsvSource({"Marta 5 2024", "Lote 12-2024", "Domingo 3", "A-01-24", "sex 12", "20241305T103000"})
    void leaves_text_that_only_resembles_a_date(String written) {
        Plan plan = imported("order;day;product;customer;total\n1;2024-01-05;%1$s;a;5.00\n2;2024-01-06;%1$s;b;6.00"
                .formatted(written));

        assertThat(plan.files().getFirst().columns().get(2).role()).isNotEqualTo(Role.ORDERED_AT);
        assertThat(plan.files().getFirst().columns().get(2).format()).isEqualTo(new ValueFormat.Text());
    }

    private static Stream<String> codes(Plan plan) {
        return plan.doubts().stream().map(Doubt::code);
    }

    private Plan imported(String text) {
        try {
            Path file = Files.writeString(scratch.resolve("export.csv"), text);
            Reading reading = RawFiles.readAll(store, List.of(file), scratch, Progress.NONE);
            Plan plan = Understanding.plan(store, reading.tables(), Corrections.NONE);
            new Import(store, reading.lines()::linesOf)
                    .run(plan, reading.duplicates(), Options.at(Instant.parse("2026-01-01T00:00:00Z")), Progress.NONE);
            return plan;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(sql),
                row -> rows.add(row.values().stream().map(String::valueOf).collect(Collectors.joining(" "))));
        return rows;
    }
}
