package io.filon.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the program in this JVM and keeps what it printed.
record Cli(int code, String out, String err) {

    static Cli run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(err, true),
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
        return new Cli(code, out.toString(), err.toString());
    }

    /// Audits files with no flag but the output's, and reads the JSON.
    static JsonNode audit(List<Path> files, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("audit"));
        arguments.addAll(files);
        arguments.addAll(List.of("--json", "-", "--quiet"));
        arguments.addAll(List.of(more));
        Cli done = run(arguments.toArray());
        if (done.code != 0) {
            throw new AssertionError("exit code %d: %s".formatted(done.code, done.err));
        }
        return json(done.out);
    }

    /// An audit's JSON, its numbers with all their digits.
    static JsonNode json(String text) {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(text);
    }

    /// The project's root, found from wherever the tests run.
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("filon"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /// A workspace made once for several tests, as each finds it: nobody sees what another changes.
    static Path copy(Path workspace, Path to) {
        try (Stream<Path> paths = Files.walk(workspace)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(workspace.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return to;
    }

    static List<Path> cornerShop() {
        return filesOf(root().resolve("examples/corner-shop"), ".*\\.csv");
    }

    /// Files of the public data sets; the test is skipped, visibly, where they are not there.
    static List<Path> publicData(String folder, String pattern) {
        String given = System.getenv("FILON_DATA");
        Path data = given == null ? root().resolveSibling("shared/data") : Path.of(given);
        assumeTrue(Files.isDirectory(data.resolve(folder)), "no public data at " + folder);
        return filesOf(data.resolve(folder), pattern);
    }

    private static List<Path> filesOf(Path folder, String pattern) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
