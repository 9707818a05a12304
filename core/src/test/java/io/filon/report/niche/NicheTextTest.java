package io.filon.report.niche;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.niche.Criterion;
import io.filon.niche.Figure;
import io.filon.niche.Niche;
import io.filon.niche.Niches;
import io.filon.niche.Niches.LeftOut;
import io.filon.niche.Range;
import io.filon.niche.path.ExpansionPath;
import io.filon.report.JsonReport;
import io.filon.report.Language;
import io.filon.segment.Label;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NicheTextTest {

    private static final Locale SPAIN = Locale.forLanguageTag("es-ES");

    @Test
    void says_too_close_in_both_languages() {
        assertThat(text("too_close", SPAIN))
                .contains("Demasiado igualado: Jamones va por delante, con 84")
                .contains("solo sale primero en el 48")
                .contains("Tasa de éxito: no se puede saber, solo hay compradores en los archivos")
                .contains("Acaba al pasar del 60");
        assertThat(text("too_close", Locale.US))
                .contains("Too close to call: Hams is ahead")
                .contains("every order compared");
    }

    @Test
    void says_where_to_begin() {
        assertThat(text("first", SPAIN)).startsWith("Conviene empezar por Jamones");
        assertThat(text("none_better", SPAIN)).startsWith("Ningún nicho destaca");
    }

    @Test
    void says_why_a_group_is_no_niche() {
        assertThat(text("first", SPAIN)).contains("Estrella: se distingue por lo que ya dejó");
    }

    @Test
    void without_customers_nothing_is_compared() {
        Niches none = niches("no_niche", 0, List.of());

        assertThat(new NicheText(Language.of(SPAIN, "EUR")).write(NicheReport.of(none, SPAIN)))
                .startsWith("Ningún archivo dice cuánto dejó un cliente");
    }

    @Test
    void is_written_as_json() {
        String json = new JsonReport(Language.of(SPAIN, "EUR"))
                .write(NicheReport.of(niches("first", 27, List.of(hams())), SPAIN));

        assertThat(json).contains("\"verdict\" : \"first\"").contains("\"first_chance\" : 0.48");
    }

    private static String text(String verdict, Locale locale) {
        Niches found = niches(verdict, 27, List.of(hams()));
        return new NicheText(Language.of(locale, "EUR")).write(NicheReport.of(found, locale));
    }

    private static Niches niches(String verdict, long customers, List<Niche> niches) {
        Niche.Share market = new Niche.Share(customers, null, null, null, null);
        return new Niches(
                verdict,
                12,
                2_000,
                1,
                "observed",
                "first_year",
                customers,
                Map.of(),
                48,
                market,
                4,
                0.1,
                Map.of(Criterion.VALUE, 1.0),
                niches,
                List.of(new LeftOut("segment:star", new Label("Estrella", "Star"), 3, "outcome", "")),
                List.of(),
                new ExpansionPath(
                        true, 36, 0.5, 100, List.of(new ExpansionPath.Step("hams", 0, 7.2, 1.8, 240, 0, "", 4, true))),
                List.of("universe"));
    }

    private static Niche hams() {
        return new Niche(
                "hams",
                Niche.Kind.FACTS,
                new Label("Jamones", "Hams"),
                List.of(),
                "",
                4,
                0,
                new Range(84, 6, 208),
                84,
                new Range(136, 14, 320),
                new Range(1, 0.1, 2.2),
                "demand",
                new Niche.Share(3, null, null, null, null),
                Map.of(
                        Criterion.VALUE,
                        Figure.measured(136, 70, 202, 3),
                        Criterion.WIN_RATE,
                        Figure.unknown("only_buyers", 0)),
                Map.of(Criterion.VALUE, 100.0),
                new Range(61, 47, 73),
                0.48);
    }
}
