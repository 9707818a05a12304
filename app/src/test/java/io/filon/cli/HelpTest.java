package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.testing.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void every_command_shows_worked_examples(String language) {
        StringBuilder all =
                new StringBuilder(Cli.run("--help", "--lang", language).out());
        for (String command : new String[] {
            "audit",
            "value",
            "discover",
            "segment",
            "segment list",
            "segment count",
            "segment preview",
            "segment explain",
            "segment cost",
            "segment overlap",
            "segment movement",
            "segment save",
            "jobs",
            "jobs propose",
            "behaviour",
            "icp",
            "icp audit",
            "icp propose",
            "icp compare",
            "market",
            "niches",
            "fit",
            "fit train",
            "fit score",
            "fit report",
            "priorities",
            "erase",
            "export",
            "import",
            "init",
            "demo",
            "schema"
        }) {
            Cli help = Cli.run((Object[]) (command + " --help --lang " + language).split(" "));

            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("  filon " + command);
            all.append("\n").append(help.out());
        }
        Golden.assertMatches(Cli.root().resolve("docs/reference/help." + language + ".txt"), all.toString());
    }

    @Test
    void without_a_command_shows_what_there_is() {
        Cli done = Cli.run();

        assertThat(done.code()).isZero();
        assertThat(done.out()).contains("filon demo");
    }

    @Test
    void a_mistyped_command_is_the_users_input_and_gets_the_nearest() {
        Cli done = Cli.run("audti", "--lang", "en");

        assertThat(done.code()).isEqualTo(2);
        assertThat(done.err()).contains("audti").contains("audit");
    }
}
