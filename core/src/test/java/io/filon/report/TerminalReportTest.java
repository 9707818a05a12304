package io.filon.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.report.icp.Icp;
import io.filon.report.terminal.TerminalReport;
import io.filon.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TerminalReportTest {

    private static final List<Path> WRITTEN = List.of(Path.of("informe.html"), Path.of("listas"));

    @Test
    void shows_a_full_shop_in_spanish() {
        Golden.assertMatches(getClass(), "shop_es.txt", written("es-ES", AuditSamples.fullShop()));
    }

    @Test
    void shows_a_full_shop_in_english() {
        Golden.assertMatches(getClass(), "shop_en.txt", written("en", AuditSamples.fullShop()));
    }

    @Test
    void says_why_a_flat_margin_has_no_peak() {
        Golden.assertMatches(getClass(), "flat_es_MX.txt", written("es-MX", AuditSamples.flatMargin()));
    }

    @Test
    void counts_what_there_is_when_there_are_no_orders() {
        Golden.assertMatches(getClass(), "events_en.txt", written("en", AuditSamples.eventsOnly()));
        Golden.assertMatches(getClass(), "deals_es.txt", written("es-ES", AuditSamples.deals()));
    }

    @Test
    void wraps_at_eighty_columns_and_cuts_nothing_short_in_every_language() {
        for (String tag : List.of("es-ES", "es-MX", "es-AR", "es-CO", "en")) {
            for (Audit audit : AuditSamples.all()) {
                List<String> lines = written(tag, audit).lines().toList();
                assertThat(lines)
                        .hasSizeLessThanOrEqualTo(32)
                        .allMatch(line -> line.length() <= 80)
                        .noneMatch(line -> line.contains("…"));
            }
        }
    }

    @Test
    void holds_no_control_characters_unless_colour_is_asked_for() {
        Language language = Language.of(Locale.forLanguageTag("es-ES"), "EUR");

        assertThat(new TerminalReport(language, false).write(AuditSamples.fullShop(), WRITTEN))
                .doesNotContain("\u001b");
        assertThat(new TerminalReport(language, true).write(AuditSamples.fullShop(), WRITTEN))
                .contains("\u001b[1m", "\u001b[0m");
    }

    @Test
    void says_how_much_stays_uncovered_only_where_it_is_known() {
        Audit shop = AuditSamples.fullShop();
        Icp icp = IcpSample.icp();
        Icp.Gap open = new Icp.Gap(
                100,
                73,
                new Icp.Figure(0.73, 0, 1),
                icp.gap().uncoveredNet(),
                icp.gap().sentence());
        Icp unknown = new Icp(
                icp.asOf(),
                icp.reviewOn(),
                icp.personas(),
                open,
                icp.attract(),
                icp.grow(),
                icp.drafts(),
                icp.bridges(),
                icp.served(),
                icp.board());

        String said = written("en", shop.with(shop.strategy().with(unknown))).replace('\n', ' ');

        assertThat(said).contains("cannot be known from these data").doesNotContain("100% of star value");
    }

    @Test
    void no_line_contradicts_itself() {
        Language spanish = Language.of(Locale.forLanguageTag("es-ES"), "EUR");
        Language english = Language.of(Locale.ENGLISH, "EUR");

        assertThat(spanish.say("terminal.hidden", 0, 2, ""))
                .isEqualTo("Segmentos ocultos: ninguno deja más; 2 dejan menos o cuestan dinero.");
        assertThat(english.say("terminal.hidden", 0, 2, "")).contains("none brings in more; 2 bring in less");
        assertThat(english.say("terminal.doubt", 0))
                .isEqualTo("1 doubt about the files, which cannot change the result.");
    }

    private static String written(String tag, Audit audit) {
        return new TerminalReport(Language.of(Locale.forLanguageTag(tag), audit.currency()), false)
                .write(audit, WRITTEN);
    }
}
