package io.filon.niche;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.Loop;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.workspace.Run;
import io.filon.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CornerShopNichesTest {

    private static final Path SHOP = Path.of("../examples/corner-shop");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void shows() throws IOException {
        Niches niches = niches();
        System.out.println(niches.verdict() + " " + niches.values() + " " + niches.everyone());
        System.out.println(niches.weights() + " " + niches.missing() + " " + niches.market());
        niches.niches().forEach(System.out::println);
        niches.leftOut().forEach(System.out::println);
        niches.neighbours().stream().limit(5).forEach(System.out::println);
        System.out.println(niches.path());
        assertThat(niches.niches()).isNotEmpty();
    }

    private Niches niches() throws IOException {
        try (Workspace workspace = Workspace.at(Files.createDirectories(folder.resolve("w")));
                Run run = Run.begin(workspace, new DuckStore.Limits("", 1))) {
            Files.writeString(workspace.folder().resolve("filon.yaml"), "niches: {smallest: 4}\n");
            Loop loop = new Loop(run, workspace, workspace.settings(), Progress.NONE);
            loop.understand(files(), List.of());
            return loop.niches(1);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(SHOP)) {
            return all.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
        }
    }
}
