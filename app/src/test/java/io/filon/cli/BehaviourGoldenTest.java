package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.demo.Shop;
import io.filon.demo.ShopGenerator;
import io.filon.demo.ShopOptions;
import io.filon.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `filon behaviour`, `filon jobs` and `filon jobs propose` say of a made-up shop, word by word. Seed 3, 500
/// customers.
class BehaviourGoldenTest {

    @TempDir
    static Path folder;

    private static Path company;

    @BeforeAll
    static void workspace() throws IOException {
        Shop shop = new ShopGenerator(ShopOptions.of(3, 500)).writeTo(folder.resolve("shop"), done -> {});
        company = folder.resolve("company");
        List<Object> arguments = new ArrayList<>(List.of("import"));
        try (Stream<Path> files = Files.list(shop.exports())) {
            files.sorted().forEach(arguments::add);
        }
        arguments.addAll(List.of("--workspace", company, "--quiet", "--yes"));
        Cli done = Cli.run(arguments.toArray());
        assertThat(done.code()).as(done.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"behaviour,es", "behaviour,en", "jobs,es", "jobs,en", "jobs propose,es", "jobs propose,en"})
    void says_what_is_kept_beside_the_tests(String command, String language) throws IOException {
        Cli both = run(command, "--lang", language, "--json", "-");

        String name = command.replace(' ', '_') + "." + language;
        Golden.assertMatches(getClass(), name + ".txt", both.err().replace(folder.toString(), "…"));
        // the last digits depend on the order in which threads add up
        String rounded = both.out().replace(folder.toString(), "…").replaceAll("(\\.\\d{6})\\d+", "$1");
        Golden.assertMatches(getClass(), name + ".json", rounded);
    }

    /// With the built-in jobs only: what is proposed is a job from then on.
    private static Cli run(String command, String... options) throws IOException {
        Path proposed = company.resolve("jobs/proposed_1.yaml");
        Files.deleteIfExists(proposed);
        Cli done = Cli.run(
                Stream.of(Stream.of(command.split(" ", -1)), Stream.of("--workspace", company), Stream.of(options))
                        .flatMap(part -> part)
                        .toArray());
        assertThat(done.code()).as(done.err()).isZero();
        return done;
    }
}
