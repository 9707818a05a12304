package io.filon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Prose that names code drifts: whatever ARCHITECTURE.md puts in backticks must exist.
class ArchitectureTextTest {

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    @Test
    void names_only_what_exists() throws IOException {
        Path root = root();
        List<String> types = types(root);
        List<String> named = QUOTED.matcher(Files.readString(root.resolve("ARCHITECTURE.md")))
                .results()
                .map(MatchResult::group)
                .map(quoted -> quoted.replace("`", ""))
                .toList();

        assertThat(named).isNotEmpty().allSatisfy(name -> {
            if (name.contains("/")) {
                boolean inside = name.startsWith("data/");
                assertThat(inside || Files.exists(root.resolve(name))).as(name).isTrue();
            } else if (name.startsWith("io.filon")) {
                String folder = "src/main/java/" + name.replace('.', '/');
                assertThat(Stream.of("core", "app", "bench")
                                .anyMatch(module ->
                                        Files.isDirectory(root.resolve(module).resolve(folder))))
                        .as(name)
                        .isTrue();
            } else if (Character.isUpperCase(name.charAt(0))) {
                assertThat(types).contains(name);
            }
        });
    }

    private static List<String> types(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .toList();
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("filon"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
