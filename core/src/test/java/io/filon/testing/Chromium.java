package io.filon.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Opens pages in a real browser. A test that asks for one is skipped, and seen to be, where none is on the PATH.
public final class Chromium {

    private final Path folder;

    /// @param folder for the pages and the browser's own files
    public Chromium(Path folder) {
        this.folder = folder;
    }

    /// The page as it stands after its scripts have run, without styles and scripts.
    ///
    /// @param width in pixels
    public String opened(String html, int width) throws IOException, InterruptedException {
        Optional<Path> chromium = onPath();
        assumeTrue(chromium.isPresent(), "no chromium on the PATH");
        Path page = folder.resolve("page.html");
        Files.writeString(page, html);
        Path dom = folder.resolve("dom.html");
        List<String> command = new ArrayList<>(List.of(chromium.orElseThrow().toString()));
        command.addAll(List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=%d,2000".formatted(width),
                "--virtual-time-budget=20000",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("chromium ended").isTrue();
        return Files.readString(dom, UTF_8)
                .replaceAll("(?s)<(style|script)[^>]*>.*?</\\1>", "")
                .replace("&nbsp;", "\u00a0");
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
