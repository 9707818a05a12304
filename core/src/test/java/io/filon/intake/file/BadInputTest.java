package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.text.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

    @TempDir
    private Path folder;

    private Reader reader;

    @BeforeEach
    void open() {
        reader = new Reader(folder);
    }

    @Test
    void names_every_bad_file_at_once_in_both_languages() {
        Path missing = folder.resolve("no.csv");
        Path empty = reader.write("empty.csv", "");
        Path good = reader.write("good.csv", "a,b\n1,2\n");

        List<Problem> problems = problems(missing, empty, good);

        assertThat(problems).extracting(Problem::code).containsExactly("file.missing", "file.empty");
        for (String language : List.of("es", "en")) {
            Messages messages = Messages.of(Locale.of(language));
            assertThat(problems.getFirst().in(messages)).contains("no.csv").endsWith(".");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "html.csv, '<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table>', file.html",
        "xml.csv, '<?xml version=\"1.0\"?><a><b>1</b></a>', file.xml",
        "orders.xml, '<orders><order id=\"1\"/></orders>', file.xml",
        "doc.csv, '%PDF-1.7 abc', file.pdf",
        "spaces.csv, '   ', file.empty"
    })
    void says_what_a_file_is_instead(String name, String text, String code) {
        assertThat(codes(reader.write(name, text))).containsExactly(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name\nAnn\nBob\nCy\n", "Dear customer,\nthank you for all.\nYours\n"})
    void says_that_there_is_one_column(String text) {
        assertThat(codes(reader.write("a.csv", text))).containsExactly("file.one_column");
    }

    @Test
    void says_that_there_are_no_rows() {
        assertThat(codes(reader.write("a.csv", "order_id,customer_id,date,total\n")))
                .containsExactly("file.header_only");
    }

    @Test
    void refuses_random_bytes_and_pictures() {
        byte[] bytes = new byte[10_000];
        new Random(7).nextBytes(bytes);
        byte[] png = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, 300);

        assertThat(codes(reader.write("a.csv", bytes))).containsExactly("file.binary");
        assertThat(codes(reader.write("b.csv", png))).containsExactly("file.binary");
    }

    @Test
    void tells_an_old_workbook_from_an_encrypted_one() {
        byte[] ole = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1};
        byte[] old = Arrays.copyOf(ole, 4096);
        byte[] encrypted = old.clone();
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, encrypted, 1152, name.length);

        assertThat(codes(reader.write("a.xls", old))).containsExactly("file.old_excel");
        assertThat(codes(reader.write("b.xlsx", encrypted))).containsExactly("file.encrypted");
    }

    @Test
    void refuses_over_five_thousand_columns() {
        String header = IntStream.range(0, 5001).mapToObj(i -> "n" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 5001).mapToObj(Integer::toString).collect(Collectors.joining(","));

        assertThat(codes(reader.write("a.csv", header + "\n" + row + "\n"))).containsExactly("file.too_many_columns");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`40000,\"bad,5`", "`40000,\"bad\" text,5`", "`40000,bad,\"5`", "`\"40000,bad,5`"})
    void names_the_line_where_quoting_breaks(String broken) {
        assertThat(line(broken, "")).isEqualTo("40000");
    }

    @Test
    void names_the_line_even_when_a_later_quote_closes_it_again() {
        assertThat(line("40000,\"bad,5", "45000,bad\",5")).isEqualTo("40000");
    }

    @Test
    void names_the_line_among_quoted_cells() {
        StringBuilder text = new StringBuilder("id,name,total\n");
        for (int line = 2; line <= 50_000; line++) {
            text.append(line == 40_000 ? "40000,\"bad,5\n" : "\"" + line + "\",\"Lee, Ann\",\"5\"\n");
        }
        assertThat(problems(reader.write("a.csv", text.toString())).getFirst().values())
                .contains("40000");
    }

    private String line(String broken, String other) {
        StringBuilder text = new StringBuilder("id,name,total\n");
        for (int line = 2; line <= 50_000; line++) {
            String usual = line == 45_000 && !other.isEmpty() ? other : line + ",Ann,5";
            text.append(line == 40_000 ? broken : usual).append('\n');
        }
        Problem problem = problems(reader.write("a.csv", text.toString())).getFirst();
        assertThat(problem.code()).isEqualTo("file.bad_quote");
        return problem.values().get(1).toString();
    }

    @Test
    void names_the_line_below_blank_ones() {
        String text = "\n\nid,name,day,total\n1,\"Ann,2024-01-01,5\n2,Bob,2024-01-02,6\n3,Cy\",2024-01-03,7\n";

        assertThat(problems(reader.write("a.csv", text)))
                .extracting(Problem::code)
                .containsExactly("file.bad_quote");
    }

    @Test
    void accepts_a_cell_of_several_lines() {
        RawTable table = reader.table(reader.write("a.csv", "id,note,x\n1,\"one, two\nthree\n\nfour\",5\n2,b,6\n"));

        assertThat(table.rows()).isEqualTo(2);
        assertThat(table.rejected()).isZero();
    }

    @Test
    void puts_a_few_broken_rows_aside_with_their_lines() {
        StringBuilder text = new StringBuilder("id,name,total\n");
        for (int line = 2; line <= 1000; line++) {
            text.append(line == 500 ? "500,Ann\n" : line == 600 ? "600,Ann,5,6\n" : line + ",\"A\nnn\",5\n");
        }
        Reading reading = reader.read(reader.write("a.csv", text.toString()));
        RawTable table = reading.tables().getFirst();

        assertThat(table.rows()).isEqualTo(997);
        assertThat(table.rejected()).isEqualTo(2);
        assertThat(reader.rejected()).containsExactly("998 too_few_cells 500,Ann", "1197 too_many_cells 600,Ann,5,6");
        assertThat(reading.lines().lineOf(table, 0)).isEqualTo(2);
        assertThat(reading.lines().lineOf(table, 498)).isEqualTo(999);
        assertThat(reading.lines().lineOf(table, 996)).isEqualTo(1996);
    }

    @Test
    void refuses_a_file_whose_rows_are_mostly_broken() {
        StringBuilder text = new StringBuilder("id,name,total\n");
        IntStream.range(2, 1000).forEach(line -> text.append(line % 3 == 0 ? "1,Ann,Lee,7\n" : "1,Ann,7\n"));

        Problem problem = problems(reader.write("a.csv", text.toString())).getFirst();

        assertThat(problem.code()).isEqualTo("file.ragged");
        assertThat(problem.values().get(1)).isEqualTo("3");
    }

    @Test
    void names_the_line_that_never_ends() {
        String text = "id,name,total\n1,Ann,5\n2,";

        Problem problem =
                problems(reader.write("a.csv", text + "A".repeat(9 << 20))).getFirst();

        assertThat(problem.code()).isEqualTo("file.endless_line");
        assertThat(problem.values()).containsExactly(folder.resolve("a.csv").toString(), "3");
    }

    @Test
    void stops_unpacking_where_a_line_never_ends() throws IOException {
        byte[] part = "A".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write("id,name,total\n1,Ann,5\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 200; i++) {
                out.write(part);
            }
        }
        Problem problem = problems(reader.write("a.zip", packed.toByteArray())).getFirst();

        assertThat(problem.code()).isEqualTo("file.endless_line");
        assertThat(problem.values()).last().isEqualTo("3");
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all).allMatch(file -> file.toFile().length() < 64 << 20);
        }
    }

    @Test
    void refuses_a_truncated_gzip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            new Random(3).ints(5000).forEach(n -> write(out, n + "," + n + "\n"));
        }
        byte[] half = Arrays.copyOf(packed.toByteArray(), packed.size() / 2);

        assertThat(codes(reader.write("a.csv.gz", half))).containsExactly("file.truncated");
    }

    private static void write(GZIPOutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void refuses_a_broken_archive_workbook_and_parquet() {
        assertThat(codes(reader.write("a.zip", "PK\u0003\u0004 and nothing more")))
                .containsExactly("file.bad_archive");
        assertThat(codes(reader.write("a.parquet", "PAR1 and nothing more"))).containsExactly("file.bad_parquet");
    }

    @Test
    void refuses_a_folder_without_exports() {
        reader.write("papers/README.md", "# Read me\n\nNothing here.\n");
        reader.write("papers/.DS_Store", new byte[] {0, 1, 2});

        assertThat(codes(folder.resolve("papers"))).containsExactly("file.no_exports");
    }

    @Test
    void refuses_a_file_without_permission() throws IOException {
        Path file = reader.write("a.csv", "a,b\n1,2\n");
        Files.setPosixFilePermissions(file, java.util.Set.of());
        Assumptions.assumeThat(Files.isReadable(file)).as("not root").isFalse();

        assertThat(codes(file)).containsExactly("file.unreadable");
    }

    @Test
    void refuses_malformed_json_by_line() {
        assertThatThrownBy(() -> reader.read(reader.write("a.json", "[{\"a\":1},\n{\"a\":2},\n{\"a\" 3}]")))
                .hasMessageContaining("line 3");
    }

    private List<String> codes(Path path) {
        return problems(path).stream().map(Problem::code).toList();
    }

    private List<Problem> problems(Path... paths) {
        FilonException thrown = catchThrowableOfType(FilonException.class, () -> reader.read(paths));
        assertThat(thrown).as("refused").isNotNull();
        return thrown.problems();
    }
}
