package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import says of the files given and of those there were before.
class ImportCommandTest {

    private static final String HEADER = "order_id,customer_id,order_date,amount\n";

    @TempDir
    Path folder;

    private Path sales;

    @BeforeEach
    void first() throws IOException {
        sales = Files.writeString(folder.resolve("sales.csv"), HEADER + orders(1, 60));
    }

    @Test
    void counts_the_files_given_now_apart_from_all_there_are() throws IOException {
        assertThat(imported(sales)).endsWith("60 rows of 1 file (none rejected).");
        Path more = Files.writeString(folder.resolve("more.csv"), HEADER + orders(41, 90));

        assertThat(imported(more))
                .contains("50 rows of 1 file (none rejected).")
                .endsWith("The workspace holds 90 rows of 2 files.");
        assertThat(imported(sales)).contains("60 rows of 1 file").endsWith("90 rows of 2 files.");
    }

    @Test
    void says_which_orders_an_export_given_again_from_elsewhere_has_no_more() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("corrected"));
        String fewer =
                orders(1, 60).lines().filter(line -> !line.contains("7,C")).collect(Collectors.joining("\n"));
        imported(sales);
        imported(Files.writeString(elsewhere.resolve("sales.csv"), HEADER + fewer + "\n"));

        Cli audit = Cli.run("audit", "--workspace", folder.resolve("w"), "--lang", "en", "--json", "-", "--quiet");

        assertThat(audit.out()).contains("\"orders_missing\"", "6 orders of “sales.csv”, given before");
    }

    @Test
    void an_export_that_goes_on_where_another_ended_misses_nothing() throws IOException {
        imported(sales);
        imported(Files.writeString(folder.resolve("later.csv"), HEADER + orders(31, 90)));

        Cli audit = Cli.run("audit", "--workspace", folder.resolve("w"), "--lang", "en", "--json", "-", "--quiet");

        assertThat(audit.out()).doesNotContain("orders_missing");
    }

    private String imported(Path file) {
        Cli done = Cli.run("import", file, "--workspace", folder.resolve("w"), "--yes", "--lang", "en");
        assertThat(done.code()).as(done.err()).isZero();
        return done.out().strip();
    }

    /// One a day.
    private static String orders(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "P%d,C%d,2024-%02d-%02d,%d.50\n".formatted(i, i % 9, i / 28 + 1, i % 28 + 1, 10 + i))
                .collect(Collectors.joining());
    }
}
