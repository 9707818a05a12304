package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What every command asks of its arguments, told before any work.
class ArgumentsTest {

    private static final String SALES = """
            order_id,customer_id,order_date,amount
            P1,A,2024-01-05,10.50
            P2,B,2024-01-06,20.50
            P3,A,2024-02-06,30.25
            """;

    @TempDir
    Path folder;

    private Path sales;

    @BeforeEach
    void exported() throws IOException {
        sales = Files.writeString(folder.resolve("ventas.csv"), SALES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--html"})
    void a_result_never_takes_the_place_of_an_export(String option) throws IOException {
        refused(option, "audit", sales, option, sales);
        refused(option, "audit", folder, option, folder.resolve(".").resolve("ventas.csv"));

        assertThat(sales).hasContent(SALES);
    }

    @Test
    void commands_with_one_table_keep_it_too() {
        refused("--json", "discover", sales, "--target", "amount", "--json", sales);
        refused("--csv", "fit", "score", sales, "--csv", sales);
        refused("--model", "fit", "train", sales, "--outcome", "amount", "--model", sales);
        refused("--customers-csv", "value", sales, "--customers-csv", sales);

        assertThat(sales).hasContent(SALES);
    }

    @Test
    void an_export_is_known_by_another_name() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("enlace"), folder);

        refused("--json", "audit", sales, "--json", link.resolve("ventas.csv"));
    }

    @Test
    void a_result_never_takes_the_place_of_what_a_workspace_keeps() throws IOException {
        Path settings = Files.writeString(folder.resolve("filon.yaml"), "currency: EUR\n");

        refused("--json", "audit", sales, "--workspace", folder, "--json", settings);

        assertThat(settings).hasContent("currency: EUR");
    }

    @Test
    void two_results_have_two_names() {
        Path out = folder.resolve("salida");

        refused("--html", "audit", sales, "--json", out, "--html", out);

        assertThat(out).doesNotExist();
    }

    @Test
    void an_earlier_report_beside_the_exports_is_replaced() throws IOException {
        Path report = Files.writeString(folder.resolve("informe.html"), "<p>old");

        assertThat(Cli.run("audit", folder, "--html", report, "--quiet").code()).isZero();
        assertThat(report).content().doesNotStartWith("<p>old");
    }

    @Test
    void all_that_cannot_be_written_is_told_at_once() {
        Cli done = Cli.run(
                "audit",
                sales,
                "--json",
                folder,
                "--html",
                folder.resolve("no/a.html"),
                "--lists",
                sales,
                "--as-of",
                "x");

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err().lines()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "--memory,banana",
        "--memory,1KB",
        "--memory,4",
        "--threads,0",
        "--threads,-3",
        "--as-of,+292278994-08-17",
        "--lang,xx-YY",
        "--html,-",
    })
    void a_value_that_means_nothing_is_refused(String option, String value) {
        refused(value, "audit", sales, option, value);

        assertThat(Path.of("-")).doesNotExist();
    }

    @Test
    void a_day_long_after_the_last_order_is_doubted() {
        assertThat(Cli.audit(List.of(sales), "--as-of", "9999-12-31", "--lang", "en")
                        .get("doubts")
                        .toString())
                .contains("as_of_late");
    }

    @Test
    void an_unknown_language_is_refused_before_the_command_as_well() {
        refused("xx", "--lang", "xx", "audit", sales);
    }

    @Test
    void settings_of_the_engine_are_held_to_the_same() throws IOException {
        Files.writeString(folder.resolve("filon.yaml"), "engine:\n  memory: banana\n  threads: -3\n");

        Cli done = Cli.run("audit", sales, "--workspace", folder);

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err().lines()).hasSize(2).allMatch(line -> line.contains("filon.yaml: engine."));
    }

    @Test
    void a_workspace_whose_database_is_none_is_named() throws IOException {
        Path database = Files.createDirectories(folder.resolve("empresa/data")).resolve("filon.duckdb");
        Files.writeString(database, "x".repeat(20_000));

        refused("filon.duckdb", "audit", "--workspace", folder.resolve("empresa"));

        assertThat(database).hasContent("x".repeat(20_000));
        assertThat(database.resolveSibling("next")).doesNotExist();
        assertThat(database.resolveSibling("lock")).doesNotExist();
    }

    @Test
    void a_workspace_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("archivo"), "");

        refused("archivo", "audit", sales, "--workspace", file.resolve("empresa"));
    }

    /// One sentence of the user's input, with what it is about.
    private static void refused(String named, Object... arguments) {
        Cli done = Cli.run(arguments);

        assertThat(done.code()).as(done.err()).isEqualTo(2);
        assertThat(done.err().lines()).as(done.err()).hasSize(1);
        assertThat(done.err()).contains(named).doesNotContain("Exception");
    }
}
