package io.filon.report.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.fit.FitModel;
import io.filon.fit.FitTerms;
import io.filon.fit.FitTraining;
import io.filon.fit.LeadReader;
import io.filon.fit.Leads;
import io.filon.report.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files of leads that are not like the one the filter learnt from.
class ScoredLeadsTest {

    private static final Language SPANISH = Language.of(Locale.forLanguageTag("es-ES"), "EUR");
    private static final Language ENGLISH = Language.of(Locale.ENGLISH, "EUR");

    private static FitModel model;

    /// Those recommended buy two times in three, those by advertisement one time in twenty; half say their region.
    @BeforeAll
    static void learns() {
        List<Leads.Lead> rows = new ArrayList<>();
        for (int i = 0; i < 1200; i++) {
            boolean friend = i % 2 == 0;
            boolean buys = friend ? i % 3 != 0 : i % 20 == 1;
            rows.add(new Leads.Lead(
                    "L" + i,
                    i,
                    buys ? Leads.Outcome.WON : Leads.Outcome.LOST,
                    buys ? 80 : -20,
                    buys ? 100 : Double.NaN,
                    Arrays.asList(friend ? "amigo" : "anuncio", i % 4 < 2 ? "Lugo" : null)));
        }
        model = new FitTraining(
                        new FitTerms("test", "EUR", 90, 20, "declared", 1, "declared", 0, 100, false, true),
                        new FitTraining.Choice(List.of(), List.of(), 0.05))
                .train(
                        new Leads(
                                List.of(new Leads.Column("canal", "Canal"), new Leads.Column("provincia", "Provincia")),
                                rows),
                        0,
                        0);
    }

    private static ScoredLeads scored(List<String> headers, @Nullable String... cells) {
        return ScoredLeads.of(
                model,
                LeadReader.unscored(
                        new LeadReader.Sheet(
                                "nuevos.csv",
                                headers,
                                IntStream.range(0, cells.length / headers.size())
                                        .mapToObj(row -> Arrays.asList(cells)
                                                .subList(row * headers.size(), (row + 1) * headers.size()))
                                        .toList()),
                        "lead"),
                "lead");
    }

    @Test
    void says_which_columns_lack_and_which_do_not_count_but_not_the_one_that_names_leads() {
        ScoredLeads scored = scored(List.of("lead", "CANAL", "Farbe"), "a", "amigo", "rot", "b", "anuncio", "blau");

        assertThat(scored.absent()).containsExactly("Provincia");
        assertThat(scored.unused()).containsExactly("Farbe");
        assertThat(scored.leads()).extracting(FitModel.Scored::id).containsExactly("a", "b");
        assertThat(scored.leads().getFirst().expected())
                .isGreaterThan(scored.leads().getLast().expected());
    }

    @Test
    void counts_empty_cells_and_words_it_never_saw() {
        ScoredLeads scored =
                scored(List.of("lead", "Canal", "Provincia"), "a", "friend", null, "b", "ad", "Lugo", "c", null, null);

        assertThat(scored.strange()).containsExactly(new ScoredLeads.Some("Canal", 2));
        assertThat(scored.blank())
                .containsExactly(new ScoredLeads.Some("Canal", 1), new ScoredLeads.Some("Provincia", 2));
        assertThat(scored.text(model, SPANISH))
                .contains("Valores que el filtro nunca vio, contados como «otros»: Canal (2).")
                .contains("Sin respuesta en algunos contactos, contados como «no consta»: Canal (1), Provincia (2).");
        assertThat(scored.text(model, ENGLISH))
                .contains("Left empty by some leads, counted as “not stated”: Canal (1), Provincia (2).");
    }

    @Test
    void says_that_it_tells_nobody_apart_when_it_knows_no_column() {
        ScoredLeads scored = scored(List.of("lead", "Channel"), "a", "referral", "b", "advertisement");

        assertThat(scored.leads()).extracting(FitModel.Scored::expected).containsOnly(model.base());
        assertThat(scored.text(model, SPANISH)).contains("no trae ninguno de los datos que el filtro conoce");
        assertThat(scored.text(model, ENGLISH)).contains("has none of the facts the filter knows (Canal, Provincia)");
        assertThat(scored.csv(model, ENGLISH).lines()).hasSize(3);
    }
}
