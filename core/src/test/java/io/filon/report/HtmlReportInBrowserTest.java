package io.filon.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.filon.report.html.HtmlReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Opens the page in a real browser. Skipped, and seen to be, where there is no Chromium on the PATH.
@Tag("slow")
class HtmlReportInBrowserTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void draws_every_chart_without_a_script_error() throws Exception {
        String opened = opened(AuditSamples.fullShop());

        assertThat(opened).contains("class=\"drawn\"").doesNotContain("data-error");
        for (String chart : List.of("bridge", "whale", "years")) {
            assertThat(opened).containsPattern("id=\"chart-" + chart + "\"[^>]*>\\s*<div[^>]*>\\s*<svg");
        }
        assertThat(opened).contains(">máximo 141\u00a0%<", ">aquí se pierden 85.162\u00a0€<");
    }

    @Test
    void draws_no_falling_tail_for_a_flat_margin() throws Exception {
        assertThat(opened(AuditSamples.flatMargin()))
                .contains("<svg")
                .doesNotContain("data-error", ">máximo")
                .doesNotContainPattern("<text[^>]*>aquí se pierden");
    }

    @Test
    void opens_without_orders_too() throws Exception {
        assertThat(opened(AuditSamples.eventsOnly())).doesNotContain("data-error");
    }

    private String opened(Audit audit) throws IOException, InterruptedException {
        Optional<Path> chromium = chromium();
        assumeTrue(chromium.isPresent(), "no chromium on the PATH");
        Path page = folder.resolve("page.html");
        Language language = Language.of(Locale.forLanguageTag("es-ES"), audit.currency());
        Files.writeString(page, new HtmlReport(language).write(audit));
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
                "--window-size=1280,2000",
                "--virtual-time-budget=5000",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                page.toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("chromium ended").isTrue();
        return Files.readString(dom, UTF_8)
                .replaceAll("(?s)<(style|script)[^>]*>.*?</\\1>", "")
                .replace("&nbsp;", "\u00a0");
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
