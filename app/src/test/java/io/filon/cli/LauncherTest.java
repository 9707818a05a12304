package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher as a person runs it, on the program as it is packaged.
@Tag("packaged")
class LauncherTest {

    private record Ended(int code, String out, String err) {}

    @TempDir
    Path folder;

    @Test
    void finds_a_jdk_and_shows_the_examples() throws IOException, InterruptedException {
        Ended done = launch(Map.of("JAVA_HOME", "/nowhere"), "--help");

        assertThat(done.code).as(done.err).isZero();
        assertThat(done.out).contains("filon audit");
    }

    @Test
    void audits_the_corner_shop_in_another_folder() throws IOException, InterruptedException {
        Ended done =
                launch(Map.of(), "audit", Cli.root() + "/examples/corner-shop/pedidos.csv", "--lang", "en", "--yes");

        assertThat(done.code).as(done.err).isZero();
        assertThat(done.out).contains("27");
    }

    @Test
    void passes_the_exit_code_on() throws IOException, InterruptedException {
        assertThat(launch(Map.of(), "audit", "nothing.csv").code).isEqualTo(2);
    }

    @Test
    void asks_nothing_of_the_environment_but_a_path() throws IOException, InterruptedException {
        Process launched = new ProcessBuilder(
                        "env", "-i", "PATH=" + System.getenv("PATH"), Cli.root() + "/filon", "--help")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();

        assertThat(launched.waitFor())
                .as(java.nio.file.Files.readString(folder.resolve("out")))
                .isZero();
    }

    private Ended launch(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Cli.root().resolve("filon").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(
                code,
                java.nio.file.Files.readString(out, StandardCharsets.UTF_8),
                java.nio.file.Files.readString(err, StandardCharsets.UTF_8));
    }
}
