package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.store.Sql;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawFilesTest {

    private static final String PEOPLE = "id;nombre;ciudad\n1;Begoña Núñez;Córdoba\n2;Íñigo Peña;León\n";
    private static final List<String> PEOPLE_ROWS = List.of("1|Begoña Núñez|Córdoba", "2|Íñigo Peña|León");

    @TempDir
    private Path folder;

    private Reader reader;

    @BeforeEach
    void open() {
        reader = new Reader(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void finds_the_delimiter(String delimiter) {
        RawTable table = reader.table(
                reader.write("a.csv", "id,date,name\n1,2024-01-05,Ann\n2,2024-02-01,Bob\n".replace(",", delimiter)));

        assertThat(table.delimiter()).isEqualTo(delimiter);
        assertThat(table.headers()).containsExactly("id", "date", "name");
        assertThat(reader.rows(table)).containsExactly("1|2024-01-05|Ann", "2|2024-02-01|Bob");
    }

    @Test
    void walks_into_a_folder_behind_a_link() throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("a.csv"), "id,date\n1,2024-01-05\n");
        Path link = Files.createSymbolicLink(folder.resolve("link"), exports);

        assertThat(reader.read(link).tables())
                .extracting(RawTable::file)
                .containsExactly(link.resolve("a.csv").toString());
    }

    @Test
    void is_not_misled_by_decimal_commas() {
        RawTable table = reader.table(reader.write("a.csv", "a;b\n1,5;2,5\n3,5;4,5\n5,1;6,2\n"));

        assertThat(reader.rows(table)).containsExactly("1,5|2,5", "3,5|4,5", "5,1|6,2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-15", "IBM850", "UTF-16LE", "UTF-16BE"})
    void reads_every_encoding(String encoding) {
        RawTable table = reader.table(reader.write("a.csv", PEOPLE, Charset.forName(encoding)));

        assertThat(reader.rows(table)).isEqualTo(PEOPLE_ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void drops_the_byte_order_mark(String encoding) {
        RawTable table = reader.table(reader.write("a.csv", "\ufeff" + PEOPLE, Charset.forName(encoding)));

        assertThat(table.headers()).startsWith("id");
        assertThat(reader.rows(table)).isEqualTo(PEOPLE_ROWS);
    }

    @Test
    void tells_the_euro_of_latin_9() {
        RawTable table =
                reader.table(reader.write("a.csv", "id;precio\n1;12 €\n2;3 €\n", Charset.forName("ISO-8859-15")));

        assertThat(reader.rows(table)).containsExactly("1|12 €", "2|3 €");
    }

    @Test
    void finds_a_foreign_byte_far_into_a_large_file() {
        StringBuilder text = new StringBuilder("id,name,city\n");
        for (int i = 0; i < 250_000; i++) {
            text.append(i).append(i == 60_001 ? ",Núñez,León\n" : ",somebody,somewhere\n");
        }
        RawTable table = reader.table(reader.write("a.csv", text.toString(), Charset.forName("windows-1252")));

        assertThat(table.encoding()).isEqualTo("windows-1252");
        assertThat(reader.store.text(Sql.of("select c1 from raw_0 where rowid = 60001")))
                .hasValue("Núñez");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
    void reads_every_end_of_line(String end) {
        Path file = reader.write("a.csv", "id,note\n1,\"x\ny\"\n2,z".replace("\n", end));
        Reading reading = reader.read(file);
        RawTable table = reading.tables().getFirst();

        assertThat(reader.rows(table).stream().map(row -> row.replace("\r", "")))
                .containsExactly("1|x\ny", "2|z");
        assertThat(reading.lines().lineOf(table, 1)).isEqualTo(4);
    }

    @Test
    void trims_spaces_and_no_break_spaces_and_reads_emptiness_as_null() {
        RawTable table = reader.table(reader.write("a.csv", "id,name,x\n1, Ann\u00a0,\n2,\" \",3\n"));

        assertThat(reader.store.text(Sql.of("select c1 from raw_0 where c0 = '1'")))
                .hasValue("Ann");
        assertThat(reader.store.number(Sql.of("select count(*) from raw_0 where c1 is null or c2 is null")))
                .isEqualTo(2);
        assertThat(table.rows()).isEqualTo(2);
    }

    @Test
    void reads_aligned_text_with_and_without_a_header() {
        String body = " 00001 19970101  1   11.77\r\n 00002 19970112 12  112.00\r\n";
        RawTable with =
                reader.table(reader.write("a.txt", " customer_id  date number_of_cds  dollar_value\r\n" + body));
        assertThat(with.format()).isEqualTo(Format.ALIGNED);
        assertThat(with.headers()).containsExactly("customer_id", "date", "number_of_cds", "dollar_value");
        assertThat(reader.rows(with)).containsExactly("00001|19970101|1|11.77", "00002|19970112|12|112.00");

        RawTable without = reader.table(reader.write("b.txt", body));
        assertThat(without.header()).isFalse();
        assertThat(without.rows()).isEqualTo(2);
    }

    @Test
    void reads_aligned_text_whose_cells_hold_blanks() {
        RawTable table = reader.table(reader.write("a.txt", """
                name          city        total
                Ann Lee       New York     12.5
                Bob           Rome          3.0
                Cy van Dam                  7.1
                """));

        assertThat(reader.rows(table)).containsExactly("Ann Lee|New York|12.5", "Bob|Rome|3.0", "Cy van Dam||7.1");
    }

    @Test
    void unpacks_gzip_and_every_member_of_a_zip() throws IOException {
        Path gz = reader.write("a.csv.gz", gzip(PEOPLE.getBytes(StandardCharsets.UTF_8)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "orders.csv", "id,total\n1,5\n".getBytes(StandardCharsets.UTF_8));
            add(zip, "sub/lines.csv.gz", gzip("id,total\n1,6\n".getBytes(StandardCharsets.UTF_8)));
            add(zip, "__MACOSX/._orders.csv", new byte[] {0, 5, 22});
            add(zip, "READ ME.txt", "Thank you for your interest.".getBytes(StandardCharsets.UTF_8));
        }
        Path zip = reader.write("all.zip", bytes.toByteArray());
        Reading reading = reader.read(gz, zip);

        assertThat(reading.tables())
                .extracting(RawTable::file)
                .containsExactly(gz.toString(), zip + "!orders.csv", zip + "!sub/lines.csv.gz");
        assertThat(reading.ignored()).extracting(Reading.Ignored::file).containsExactly(zip + "!READ ME.txt");
    }

    @Test
    void names_every_archive_too_deep_in_others() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, "a.zip", zipped("in.zip", zipped("in.zip", zipped("a.csv", new byte[] {'a'}))));
            add(zip, "b.zip", zipped("in.zip", zipped("in.zip", zipped("b.csv", new byte[] {'b'}))));
        }
        Path deep = reader.write("deep.zip", bytes.toByteArray());

        assertThatThrownBy(() -> reader.read(deep))
                .hasMessageContaining("a.zip!in.zip!in.zip")
                .hasMessageContaining("b.zip!in.zip!in.zip");
    }

    @Test
    void reads_sheets_with_titles_dates_and_errors() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Ventas");
            sheet.value(0, 0, "Informe de ventas");
            String[] names = {"Pedido", "Fecha", "Importe", "Nota"};
            for (int i = 0; i < names.length; i++) {
                sheet.value(2, i, names[i]);
            }
            for (int row = 3; row < 6; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, java.time.LocalDate.of(2024, 1, row));
                sheet.style(row, 1).format("dd/mm/yyyy").set();
                sheet.value(row, 2, 0.1 + 0.2);
            }
            sheet.value(6, 0, "Total");
            sheet.value(6, 2, 0.9);
            workbook.newWorksheet("Vacía");
            Worksheet second = workbook.newWorksheet("Clientes");
            second.value(0, 0, "id");
            second.value(0, 1, "nombre");
            second.value(1, 0, 1);
            second.value(1, 1, "Ann");
        }
        Path file = reader.write("libro.xlsx", bytes.toByteArray());
        Reading reading = reader.read(file);

        assertThat(reading.tables()).extracting(RawTable::file).containsExactly(file + "!Ventas", file + "!Clientes");
        RawTable sales = reading.tables().getFirst();
        assertThat(sales.headers()).containsExactly("Pedido", "Fecha", "Importe", "Nota");
        assertThat(reader.rows(sales)).containsExactly("3|2024-01-03|0.3|", "4|2024-01-04|0.3|", "5|2024-01-05|0.3|");
        assertThat(reading.lines().lineOf(sales, 2)).isEqualTo(6);
        assertThat(reader.rejected()).containsExactly("7 total_row Total 0.9");
        assertThat(reading.notes()).extracting(Reading.Note::code).contains("titles", "total_rows");
    }

    @Test
    void reads_parquet() {
        Path file = folder.resolve("a.parquet");
        reader.store.run(Sql.of("copy (select 1 as id, date '2024-01-05' as day, {'a': 1} as more) to '" + file
                + "' (format parquet)"));
        RawTable table = reader.table(file);

        assertThat(table.headers()).containsExactly("id", "day", "more");
        assertThat(reader.rows(table)).containsExactly("1|2024-01-05|{\"a\":1}");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] zipped(String name, byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            add(zip, name, bytes);
        }
        return packed.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
