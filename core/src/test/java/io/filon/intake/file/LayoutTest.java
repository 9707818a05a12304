package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {

    @TempDir
    private Path folder;

    private Reader reader;

    @BeforeEach
    void open() {
        reader = new Reader(folder);
    }

    @Test
    void skips_the_title_and_the_totals_of_a_report() {
        Path file = reader.write("ads.csv", """
                Informe de campaña
                "1 de enero de 2024 - 31 de enero de 2024"
                Campaña,Día,Coste
                Marca,2024-01-01,"1,50"
                Marca,2024-01-02,"2,50"
                Genérica,2024-01-02,"3,00"
                Total: cuenta,--,"7,00"
                """);
        Reading reading = reader.read(file);
        RawTable table = reading.tables().getFirst();

        assertThat(table.headers()).containsExactly("Campaña", "Día", "Coste");
        assertThat(table.rows()).isEqualTo(3);
        assertThat(table.rejected()).isEqualTo(1);
        assertThat(reader.rejected()).containsExactly("7 total_row Total: cuenta -- 7,00");
        assertThat(reading.lines().lineOf(table, 0)).isEqualTo(4);
        assertThat(reading.notes())
                .contains(
                        new Reading.Note("titles", file.toString(), 2),
                        new Reading.Note("total_rows", file.toString(), 1));
    }

    @Test
    void passes_over_titles_filled_up_with_delimiters() {
        RawTable table = reader.table(reader.write(
                "a.csv",
                "Informe de ventas;;;\nEmpresa:;Ruiz;;\n;;;\nFecha;Nº;Cliente;Importe\n01/02/2024;1;a;3,50\n"));

        assertThat(table.headers()).containsExactly("Fecha", "Nº", "Cliente", "Importe");
        assertThat(table.rows()).isEqualTo(1);
    }

    @Test
    void cuts_a_printed_list_where_its_header_has_names_and_not_at_decimal_commas() {
        RawTable table = reader.table(reader.write("a.prn", """
                COD  NOMBRE         FECHA           IMPORTE
                001  Peña y Cía 1   01/02/2024        10,50
                002  Peña y Cía 2   02/02/2024     1.020,00
                003  Peña y Cía 3   03/02/2024         7,25
                004  Peña y Cía 4   04/02/2024       100,00
                """));

        assertThat(table.headers()).containsExactly("COD", "NOMBRE", "FECHA", "IMPORTE");
        assertThat(reader.rows(table)).startsWith("001|Peña y Cía 1|01/02/2024|10,50");
    }

    @Test
    void keeps_a_last_row_that_is_about_a_company_called_total() {
        RawTable table =
                reader.table(reader.write("a.csv", "company,n\nAcme,1\nTotal Energies,2\nBolt,3\nTotal Play,4\n"));

        assertThat(table.rows()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "ann,ES,web/bob,FR,web/cy,ES,shop ~ false",
                "1,2024-01-01,5/2,2024-01-02,6 ~ false",
                "name,country,channel/ann,ES,web/bob,FR,web ~ true",
                "id,date,total/1,2024-01-01,5 ~ true"
            })
    void tells_a_header_from_data(String text, boolean header) {
        RawTable table = reader.table(reader.write("a.csv", text.replace('/', '\n') + "\n"));

        assertThat(table.header()).isEqualTo(header);
        assertThat(table.rows()).isEqualTo(text.split("/").length - (header ? 1 : 0));
    }

    @Test
    void makes_names_unique_and_names_the_nameless() {
        RawTable table = reader.table(reader.write("a.csv", "id,Date,date,\n1,2024-01-01,2024-01-02,x\n"));

        assertThat(table.headers()).containsExactly("id", "Date", "date_2", "column_4");
    }

    @Test
    void drops_the_spare_delimiter_at_the_end_of_rows() {
        RawTable table = reader.table(reader.write("a.csv", "id;name\n1;Ann;\n2;Bob;\n"));

        assertThat(table.headers()).containsExactly("id", "name");
        assertThat(reader.rows(table)).containsExactly("1|Ann", "2|Bob");
    }

    @Test
    void obeys_the_line_that_declares_the_delimiter() {
        Reading reading = reader.read(reader.write("a.csv", "sep=;\r\nid;a,b\r\n1;2,5\r\n"));
        RawTable table = reading.tables().getFirst();

        assertThat(table.headers()).containsExactly("id", "a,b");
        assertThat(reader.rows(table)).containsExactly("1|2,5");
        assertThat(reading.lines().lineOf(table, 0)).isEqualTo(3);
    }

    @Test
    void gives_row_names_a_column_of_their_own() {
        RawTable table = reader.table(reader.write("a.csv", "age,city\nann,31,Rome\nbob,45,Oslo\n"));

        assertThat(table.headers()).containsExactly("column_1", "age", "city");
    }

    @Test
    void reads_quotes_escaped_by_backslashes() {
        RawTable table = reader.table(reader.write("a.csv", "id,note\n1,\"a \\\"b\\\", c\"\n2,\"d\"\n"));

        assertThat(reader.rows(table)).containsExactly("1|a \"b\", c", "2|d");
    }

    @Test
    void reads_the_same_bytes_once() {
        Path one = reader.write("a.csv", "id,total\n1,5\n2,6\n");
        Path two = reader.write("b.csv", "id,total\n1,5\n2,6\n");
        Reading reading = reader.read(one, two);

        assertThat(reading.tables()).hasSize(1);
        assertThat(reading.duplicates()).containsExactly(new Reading.Duplicate(two.toString(), one.toString(), 2));
    }
}
