package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `filon propose` on the corner shop, its minimum lowered to five customers.
class ProposeCommandTest {

    @TempDir
    static Path folder;

    private static Path company;

    @BeforeAll
    static void workspace() throws IOException {
        company = folder.resolve("shop");
        Files.createDirectories(company.resolve("propositions"));
        Files.writeString(company.resolve("filon.yaml"), "segments: {smallest: 5}\n");
        Files.writeString(company.resolve("propositions/stars.yaml"), "segment: star_customers\n");
        List<Object> arguments = Stream.of(
                        Stream.of("import"), Cli.cornerShop().stream(), Stream.of("--workspace", company, "--quiet"))
                .flatMap(part -> part)
                .map(Object.class::cast)
                .toList();
        assertThat(Cli.run(arguments.toArray()).code()).isZero();
    }

    @Test
    void drafts_for_a_rule_written_on_the_spot_and_keeps_the_draft() throws IOException {
        Cli drafted = propose("region: Madrid", "--register", "tu", "--save", "--lang", "es");

        assertThat(drafted.code()).as(drafted.err()).isZero();
        assertThat(drafted.out()).contains("6 clientes", "[kept]", "Canal:", "Momento:");
        assertThat(Files.readString(company.resolve("propositions/drafts/rule.tu.txt")))
                .contains("como tú");
    }

    @Test
    void refuses_an_empty_segment_and_one_that_is_too_small() {
        Cli empty = propose("region: Luna", "--lang", "es");
        Cli small = propose("star_customers", "--lang", "en");

        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("no tiene clientes");
        assertThat(small.code()).isEqualTo(2);
        assertThat(small.err()).contains("2 customers", "5");
    }

    @Test
    void judges_a_text_and_exits_with_two_when_it_is_refused() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.txt"), "Ahorre un 30 % con Ana Prieto.");
        Path good = Files.writeString(folder.resolve("good.txt"), "Más del 50 % de los clientes no ha devuelto nada.");

        Cli refused = propose("region: Madrid", "--check", bad.toString(), "--lang", "es");
        Cli passed = propose("region: Madrid", "--check", good.toString(), "--lang", "es");

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).contains("Rechazado", "«30 %»", "el nombre de un cliente");
        assertThat(passed.code()).as(passed.out()).isZero();
        assertThat(passed.out()).contains("Puede salir", "Valor cuantificable: sí");
    }

    private static Cli propose(String segment, String... options) {
        return Cli.run(Stream.concat(Stream.of("propose", segment, "--workspace", company), Stream.of(options))
                .toArray());
    }
}
