package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a company writes into its workspace by hand, and whether a mistake there is found.
class WorkspaceFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "filon.yaml, currency: EUR",
        "sources.yaml, files: []",
        "market.yaml, universe: {}",
        "events.yaml, names: {}",
        "propositions/a.yaml, segment: star_customers",
        "personas/a.yaml, name: Ana",
        "jobs/a.yaml, name: Regalos",
        "segments/a.yaml, name: Ana",
    })
    void a_word_twice_is_refused_with_its_line(String name, String line) throws IOException {
        Path file = folder.resolve("empresa").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, line + "\n" + line + "\n");

        Cli done = Cli.run("audit", sales(), "--workspace", folder.resolve("empresa"), "--quiet", "--lang", "en");

        assertThat(done.code()).as(done.err()).isEqualTo(2);
        assertThat(done.err()).contains(file.getFileName().toString(), "ine 2", line.substring(0, line.indexOf(':')));
    }

    private Path sales() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> "P%d,C%d,2024-%02d-%02d,%d.25".formatted(i, i % 9, i % 6 + 1, i % 28 + 1, i % 50 + 1))
                .collect(Collectors.joining("\n"));
        return Files.writeString(
                folder.resolve("ventas.csv"), "order_id,customer_id,order_date,amount\n" + rows + "\n");
    }
}
