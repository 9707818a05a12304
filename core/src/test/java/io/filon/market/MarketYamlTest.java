package io.filon.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.filon.market.size.Input;
import io.filon.market.size.Input.Origin;
import io.filon.problem.FilonException;
import io.filon.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarketYamlTest {

    @Test
    void numbers_stand_alone_or_with_their_ends_source_and_kind() {
        MarketPlan plan = MarketYaml.parse("market.yaml", """
                horizon_months: 12
                universe: {file: universo.csv, count: empresas, doubt: 10 %, source: registro}
                match: {provincia: region}
                serve: {provincia: [Madrid, Toledo]}
                win_rate: {value: 20 %, low: 0.1, high: 0.3, source: ventas, kind: assumed}
                contacts: 150
                """);

        assertThat(plan.horizonMonths()).isEqualTo(12);
        assertThat(plan.universe().doubt()).isEqualTo(0.1);
        assertThat(plan.match()).isEqualTo(Map.of("provincia", "region"));
        assertThat(plan.serve()).isEqualTo(Map.of("provincia", Set.of("Madrid", "Toledo")));
        assertThat(plan.inputs())
                .isEqualTo(Map.of(
                        "win_rate",
                        new Input(0.2, 0.1, 0.3, Origin.ASSUMED, "ventas"),
                        "contacts",
                        Input.certain(150, Origin.DECLARED)));
        assertThat(plan.tie()).isEqualTo(MarketPlan.USUAL_TIE);
    }

    @Test
    void everything_wrong_is_told_at_once_in_both_languages() {
        FilonException wrong = catchThrowableOfType(FilonException.class, () -> MarketYaml.parse("market.yaml", """
                universe: {file: ../fuera.csv, doubt: mucho}
                win_rat: 0.2
                churn: 3
                growth: {value: 0.5, low: 0.6, high: 0.7}
                capacity: {value: 3, kind: medido}
                """));

        for (Locale locale : List.of(Locale.forLanguageTag("es"), Locale.ENGLISH)) {
            Messages messages = Messages.of(locale);
            assertThat(wrong.problems().stream().map(problem -> problem.in(messages)))
                    .hasSize(6)
                    .noneMatch(said -> said.contains("{"))
                    .anyMatch(said -> said.contains("win_rat") && said.contains("win_rate"))
                    .anyMatch(said -> said.contains("../fuera.csv"));
        }
    }

    @Test
    void a_match_that_is_a_list_and_a_serve_that_is_a_word_are_refused_and_not_read_as_nothing() {
        FilonException wrong = catchThrowableOfType(
                FilonException.class,
                () -> MarketYaml.parse("market.yaml", "universe: {file: u.csv}\nmatch: [provincia]\nserve: Madrid\n"));

        assertThat(wrong.problems())
                .hasSize(2)
                .allMatch(problem -> problem.code().equals("settings.type"));
    }

    @Test
    void a_market_without_universe_is_refused() {
        FilonException wrong = catchThrowableOfType(
                FilonException.class, () -> MarketYaml.parse("market.yaml", "horizon_months: 12\n"));

        assertThat(wrong.problems().getFirst().code()).isEqualTo("market.no_universe");
    }
}
