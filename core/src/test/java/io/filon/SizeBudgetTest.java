package io.filon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// House style's size budget: small files, few in a package.
class SizeBudgetTest {

    private static final Path ROOT = root();

    @Test
    void files_are_short() {
        List<Long> lines = sources("main").values().stream().sorted().toList();

        assertThat(lines.getLast()).as("longest file").isLessThanOrEqualTo(500);
        assertThat(lines.get(lines.size() / 2)).as("median file").isLessThanOrEqualTo(90);
        assertThat(lines.get((int) (lines.size() * 0.9)))
                .as("90 % of files are under")
                .isLessThan(250);
    }

    @Test
    void test_files_are_short() {
        assertThat(sources("test"))
                .allSatisfy(
                        (file, lines) -> assertThat(lines).as(file.toString()).isLessThanOrEqualTo(400));
    }

    @Test
    void packages_are_small() {
        Map<Path, Long> files = sources("main").keySet().stream()
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));

        assertThat(files)
                .allSatisfy((folder, count) ->
                        assertThat(count).as(folder.toString()).isLessThanOrEqualTo(20));
    }

    @Test
    void every_package_says_its_place() {
        assertThat(sources("main").keySet().stream().map(Path::getParent).distinct())
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    private static Map<Path, Long> sources(String kind) {
        return Stream.of("core", "app", "bench")
                .map(module -> ROOT.resolve(module).resolve("src").resolve(kind).resolve("java"))
                .filter(Files::isDirectory)
                .flatMap(SizeBudgetTest::javaFiles)
                .filter(file -> !file.endsWith("package-info.java") || kind.equals("test"))
                .collect(Collectors.toMap(file -> file, SizeBudgetTest::lines));
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
