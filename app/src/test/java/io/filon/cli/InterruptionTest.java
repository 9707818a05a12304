package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stop from outside, of the program as a process of its own.
class InterruptionTest {

    private static final int ROWS = 4_000_000;

    @TempDir
    private Path folder;

    @Test
    void a_stop_is_told_as_one_and_not_as_a_damaged_file() throws IOException, InterruptedException {
        Path sales = folder.resolve("sales.csv.gz");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(sales), 1 << 16)) {
            byte[] rows = "A1,C1,2024-01-01,Soap,5.00\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            out.write("order_id,customer_id,date,product,amount\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < ROWS / 1_000; i++) {
                out.write(rows);
            }
        }
        Path said = folder.resolve("said.txt");
        Process audit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.filon.cli.Main",
                        "audit",
                        sales.toString(),
                        "--lang",
                        "en",
                        "--quiet")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        while (audit.isAlive() && unpacked(temporary) == 0) {
            Thread.sleep(20);
        }
        audit.destroy();

        assertThat(audit.waitFor(Duration.ofSeconds(30))).isTrue();
        assertThat(audit.exitValue()).isNotZero();
        assertThat(Files.readString(said))
                .contains("Interrupted before the end.")
                .doesNotContain("null", "sales.csv", "Filón");
    }

    private static long unpacked(Path temporary) throws IOException {
        try (Stream<Path> all = Files.walk(temporary)) {
            return all.filter(path -> path.getFileName().toString().startsWith("unpacked"))
                    .count();
        }
    }
}
