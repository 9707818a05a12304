package io.filon.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.report.html.HtmlReport;
import io.filon.testing.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        Language language = Language.of(Locale.forLanguageTag("es-ES"), audit.currency());
        return new Chromium(folder).opened(new HtmlReport(language).write(audit), 1280);
    }
}
