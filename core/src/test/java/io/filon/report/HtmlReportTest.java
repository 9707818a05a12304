package io.filon.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.report.html.HtmlReport;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    /// Text between tags, without styles and scripts: what a reader sees.
    private static final Pattern MARKUP = Pattern.compile("<(style|script)[^>]*>.*?</\\1>|<[^>]+>", Pattern.DOTALL);

    /// Words a director should not have to know.
    private static final List<String> JARGON =
            List.of("p-valor", "p-value", "lift", "hold-out", "ledger", "percentil", "null", "NaN", "scorecard");

    @Test
    void opens_with_three_findings_money_certainty_list_and_next_step() {
        String page = page("es-ES", AuditSamples.fullShop());

        assertThat(page.indexOf("class=\"card\"")).isLessThan(page.indexOf("id=\"bridge\""));
        assertThat(seen(page))
                .contains("306 dormidos de alto valor", "22.004\u00a0€", "Certeza", "Siguiente paso")
                .contains("dormant_high_value.csv");
    }

    @Test
    void titles_the_whale_curve_as_what_happened() {
        assertThat(seen(page("es-ES", AuditSamples.fullShop())))
                .contains("Curva de ballena (beneficio acumulado por cliente): lo que ya ocurrió");
        assertThat(seen(page("es-ES", AuditSamples.flatMargin())))
                .contains("Sin costes por cliente no puede haber clientes en pérdida");
    }

    @Test
    void says_which_file_is_missing_when_there_are_no_orders() {
        assertThat(seen(page("es-ES", AuditSamples.eventsOnly()))).contains("Añada la exportación de pedidos");
        assertThat(seen(page("en", AuditSamples.deals()))).contains("4,238 won for");
    }

    @Test
    void speaks_as_the_region_does() {
        assertThat(seen(page("es-MX", AuditSamples.fullShop())))
                .contains("costo")
                .doesNotContain("coste ", "costes");
    }

    @Test
    void shows_no_jargon_and_no_missing_word() {
        for (Audit audit : AuditSamples.all()) {
            for (String tag : List.of("es-ES", "es-AR", "en")) {
                assertThat(seen(page(tag, audit))).doesNotContain(JARGON);
            }
        }
    }

    @Test
    void loads_nothing_from_elsewhere() {
        String page = page("es-ES", AuditSamples.fullShop());

        // The charting library holds such text for a button we do not show; what is written in the page counts.
        String written = page.replaceAll("(?s)<script[^>]*>.*?</script>", "");
        assertThat(written).doesNotContainPattern("<(link|img|iframe|object)|\\b(src|href)=(?!\"#)|@import|url\\(");
        assertThat(page).doesNotContainPattern("<script[^>]+src=");
    }

    @Test
    void keeps_text_from_files_from_becoming_code() {
        Audit shop = AuditSamples.fullShop();
        String page = page("es-ES", AuditSamples.named(shop, "</script><script>alert(1)</script>"));

        assertThat(page).doesNotContain("<script>alert(1)", "<b>eva</b>").contains("&lt;b&gt;eva&lt;/b&gt;");
        assertThat(page.split("</script>", -1)).hasSize(4);
    }

    @Test
    void keeps_the_licence_of_the_charting_library() {
        assertThat(page("en", AuditSamples.fullShop())).contains("Licensed to the Apache Software Foundation");
    }

    private static String seen(String page) {
        return MARKUP.matcher(page).replaceAll(" ").replaceAll("[ \\n\\r\\t]+", " ");
    }

    private static String page(String tag, Audit audit) {
        return new HtmlReport(Language.of(Locale.forLanguageTag(tag), audit.currency())).write(audit);
    }
}
