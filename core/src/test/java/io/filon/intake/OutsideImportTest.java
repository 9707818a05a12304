package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.file.RawFiles;
import io.filon.intake.file.Reading;
import io.filon.intake.infer.Corrections;
import io.filon.intake.infer.Understanding;
import io.filon.intake.load.Keeping;
import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Plan;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of the world outside, known by what their columns say, whatever the file's name.
class OutsideImportTest {

    private static final String ORDERS = "pedido;cliente;fecha;importe\n1;a;2024-01-05;20\n2;b;2024-01-08;30\n";

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path folder;

    private record Line(String text) {}

    @Test
    void reads_the_weather_office_s_file_with_decimal_commas_and_several_stations_of_a_province() throws IOException {
        Plan plan = read("""
                fecha,indicativo,nombre,provincia,altitud,tmed,prec,tmin,horatmin
                2024-01-05,3195,"MADRID, RETIRO",MADRID,667,"5,4","0,2","1,1",07:10
                2024-01-05,3129,MADRID AEROPUERTO,MADRID,609,"4,6","0,0","-1,0",07:30
                2024-01-05,0076,BARCELONA AEROPUERTO,BARCELONA,4,"11,2",Ip,"8,0",06:00
                2024-01-06,0076,BARCELONA AEROPUERTO,BARCELONA,4,"12,0","1,0","8,5",06:00
                2024-01-07,0076,BARCELONA AEROPUERTO,BARCELONA,4,"12,5","0,0","8,5",06:00
                2024-01-08,0076,BARCELONA AEROPUERTO,BARCELONA,4,"12,5","0,0","8,5",06:00
                2024-01-09,0076,BARCELONA AEROPUERTO,BARCELONA,4,"12,5","0,0","8,5",06:00
                sin fecha,0076,BARCELONA AEROPUERTO,BARCELONA,4,"11,2",Ip,"8,0",06:00
                """);

        assertThat(plan.files().get(1).kind()).isEqualTo(Kind.OUTSIDE);
        assertThat(texts("select concat_ws(' ', noted_on, place, measure, round(number, 2)) as text from outside_days "
                        + "where measure in ('tmed', 'tmin') and noted_on = date '2024-01-05' order by all"))
                .containsExactly(
                        "2024-01-05 barcelona tmed 11.2",
                        "2024-01-05 barcelona tmin 8.0",
                        "2024-01-05 madrid tmed 5.0",
                        "2024-01-05 madrid tmin 0.05");
        assertThat(texts("select concat_ws(' ', rows_read, rows_rejected) as text from sources where kind = 'outside'"))
                .containsExactly("8 1");
    }

    @Test
    void reads_a_forecast_service_s_columns_without_a_place_and_words() throws IOException {
        read("""
                time,temperature_2m_max (°C),precipitation_sum (mm),sky
                2024-01-05,9.1,0.00,sunny
                2024-01-06,7.0,3.50,rain
                """);

        assertThat(texts("select concat_ws(' ', noted_on, place, measure, number, word) as text from outside_days "
                        + "order by all"))
                .containsExactly(
                        "2024-01-05  precipitation_sum (mm) 0.0",
                        "2024-01-05  sky sunny",
                        "2024-01-05  temperature_2m_max (°C) 9.1",
                        "2024-01-06  precipitation_sum (mm) 3.5",
                        "2024-01-06  sky rain",
                        "2024-01-06  temperature_2m_max (°C) 7.0");
    }

    @Test
    void a_table_of_days_that_speaks_of_nothing_outside_is_none() throws IOException {
        assertThat(read("date,city,footfall\n2024-01-05,Madrid,120\n2024-01-06,Madrid,90\n")
                        .files()
                        .get(1)
                        .kind())
                .isNotEqualTo(Kind.OUTSIDE);
    }

    private Plan read(String outside) throws IOException {
        Path orders = Files.writeString(folder.resolve("pedidos.csv"), ORDERS);
        Path other = Files.writeString(folder.resolve("x1.csv"), outside);
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        Reading reading = RawFiles.readAll(store, List.of(orders, other), scratch, Progress.NONE);
        Plan plan =
                Understanding.plan(store, reading.tables(), Corrections.of(List.of()), Understanding.Knowledge.load());
        new Import(store, reading.lines()::linesOf, Keeping.FOR_THE_AUDIT)
                .run(
                        plan,
                        reading.duplicates(),
                        new Options(
                                new AsOf.LastOrder(), ZoneId.of("UTC"), Settings.Purchase.CREATED, Instant.EPOCH, 365),
                        Progress.NONE);
        return plan;
    }

    private List<String> texts(String select) {
        return new ArrayList<>(
                store.query(Sql.of(select), Line.class).stream().map(Line::text).toList());
    }
}
