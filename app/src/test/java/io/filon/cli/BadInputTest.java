package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bad input gives one clear sentence a problem, exit code 2, no stack trace, and no workspace.
class BadInputTest {

    private static final String HEADER = "order_id,customer_id,order_date,amount\n";

    @TempDir
    Path folder;

    @Test
    void a_missing_file() {
        refused(folder.resolve("nada.csv"), "nada.csv");
    }

    @Test
    void an_empty_file() throws IOException {
        refused(file("vacio.csv", ""), "vacio.csv");
    }

    @Test
    void bytes_that_are_no_text() throws IOException {
        byte[] bytes = new byte[4096];
        new Random(1).nextBytes(bytes);
        refused(Files.write(folder.resolve("foto.csv"), bytes), "foto.csv");
    }

    @Test
    void a_web_page_saved_as_csv() throws IOException {
        refused(file("export.csv", "<!DOCTYPE html><html><body><p>Sign in</p></body></html>"), "export.csv", "HTML");
    }

    @Test
    void one_column() throws IOException {
        refused(file("una.csv", "email\nana@example.org\nbea@example.org\n"), "una.csv");
    }

    @Test
    void a_header_alone() throws IOException {
        refused(file("cabecera.csv", HEADER), "cabecera.csv");
    }

    @Test
    void more_than_five_thousand_columns() throws IOException {
        String row = IntStream.rangeClosed(1, 5001).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        refused(file("ancho.csv", row + "\n" + row.replace('c', '1') + "\n"), "ancho.csv");
    }

    @Test
    void a_quote_that_never_closes_is_named_by_its_line() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int line = 2; line <= 60_000; line++) {
            String customer = line == 40_000 ? "\"C1" : "C" + line % 900;
            text.append(
                    "P%d,%s,2024-%02d-%02d,%d.50\n".formatted(line, customer, line % 12 + 1, line % 28 + 1, line % 90));
        }
        refused(file("comillas.csv", text.toString()), "comillas.csv", "40000");
    }

    @Test
    void a_compressed_file_cut_short() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(lines(5_000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = bytes.toByteArray();
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        refused(Files.write(folder.resolve("cortado.csv.gz"), half), "cortado.csv.gz");
    }

    @Test
    void purchases_without_a_date() throws IOException {
        refused(
                file("sinfecha.csv", "order_id,customer_id,amount\nP1,A,10.5\nP2,B,20.5\nP3,A,30.25\n"),
                "sinfecha.csv",
                "--map");
    }

    @Test
    void amounts_that_are_all_zero() throws IOException {
        refused(
                file("ceros.csv", HEADER + "P1,A,2024-01-05,0.00\nP2,B,2024-01-06,0.00\nP3,A,2024-02-06,0.00\n"),
                "ceros.csv");
    }

    @Test
    void a_folder_without_exports() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("exportaciones"));
        Files.writeString(empty.resolve("README.md"), "# Nothing here\n");
        refused(empty, "exportaciones");
    }

    @Test
    void every_bad_file_is_named_at_once() throws IOException {
        Path company = folder.resolve("empresa");

        Cli done = Cli.run(
                "audit",
                file("vacio.csv", ""),
                file("cabecera.csv", HEADER),
                folder.resolve("nada.csv"),
                "--workspace",
                company,
                "--quiet");

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("vacio.csv").contains("cabecera.csv").contains("nada.csv");
        assertThat(company).doesNotExist();
    }

    @Test
    void nothing_to_audit_speaks_of_no_folder_that_goes_away() {
        Cli done = Cli.run("audit", "--lang", "en");

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("no file was given", "--workspace").doesNotContain("filon-");
    }

    @Test
    void a_command_that_nobody_knows_suggests_only_one_that_is_like_it() {
        assertThat(Cli.run("nosuch", "--lang", "en").err()).contains("nosuch").doesNotContain("Did you mean");
        assertThat(Cli.run("audti", "--lang", "en").err()).contains("Did you mean 'audit'?");
    }

    private void refused(Path input, String... named) {
        Path company = folder.resolve("empresa");
        for (String language : new String[] {"es", "en"}) {
            Cli done = Cli.run("audit", input, "--workspace", company, "--quiet", "--lang", language);

            assertThat(done.code()).as(done.err()).isEqualTo(2);
            assertThat(done.err()).contains(named).doesNotContain("Exception").doesNotContain("\tat ");
            assertThat(done.err().lines().count()).as(done.err()).isLessThanOrEqualTo(2);
            assertThat(company).doesNotExist();
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String lines(int count) {
        return HEADER
                + IntStream.range(0, count)
                        .mapToObj(i -> "P%d,C%d,2024-01-%02d,%d.25".formatted(i, i % 70, i % 28 + 1, i % 50))
                        .collect(Collectors.joining("\n"));
    }
}
