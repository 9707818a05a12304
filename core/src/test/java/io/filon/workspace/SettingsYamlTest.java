package io.filon.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsYamlTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void the_commented_file_says_the_defaults(String language) throws IOException {
        try (InputStream in = SettingsYaml.class.getResourceAsStream("filon.%s.yaml".formatted(language))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^language: \\S+", "language: es-ES");

            assertThat(SettingsYaml.parse("filon.yaml", text)).isEqualTo(Settings.defaults());
        }
    }

    @Test
    void an_empty_file_has_the_defaults() {
        assertThat(SettingsYaml.parse("filon.yaml", "")).isEqualTo(Settings.defaults());
    }

    @Test
    void one_number_is_a_range_without_doubt() {
        Settings settings = SettingsYaml.parse("filon.yaml", "costs: {product_margin_share: 0.42}");

        assertThat(settings.costs().productMarginShare()).isEqualTo(new Settings.Range(0.42, 0.42, 0.42));
    }

    @Test
    void costs_of_contacts_are_by_the_companys_own_segments() {
        Settings.Priorities said = SettingsYaml.parse(
                        "filon.yaml", "priorities: {budget: 5000, control_share: 0.2, contact_costs: {rurales: 0.5}}")
                .priorities();

        assertThat(said).isEqualTo(new Settings.Priorities(5000.0, 14, 200, 0.2, Map.of("rurales", 0.5), Map.of()));
    }

    @Test
    void a_budget_of_nothing_is_not_the_same_as_none() {
        assertThat(SettingsYaml.parse("filon.yaml", "priorities: {budget: 0}")
                        .priorities()
                        .budget())
                .isZero();
        assertThat(SettingsYaml.parse("filon.yaml", "priorities: {budget: }")
                        .priorities()
                        .budget())
                .isNull();
        assertThat(Settings.defaults().priorities().budget()).isNull();
    }

    @Test
    void names_every_problem_at_once() {
        assertThatThrownBy(() -> SettingsYaml.parse("filon.yaml", "curency: EUR\nstars: {top_share: many}\nzzz: 1\n"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("Did you mean 'currency'")
                .hasMessageContaining("stars.top_share")
                .hasMessageContaining("zzz");
    }

    @Test
    void refuses_a_currency_or_zone_that_does_not_exist() {
        assertThatThrownBy(() -> SettingsYaml.parse("filon.yaml", "currency: EURO\nzone: Madrid\n"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("'EURO'")
                .hasMessageContaining("'Madrid'");
    }

    @Test
    void names_the_line_that_is_not_yaml() {
        assertThatThrownBy(() -> SettingsYaml.parse("filon.yaml", "name: shop\ncosts: {a: [1\n"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("while")
                .hasMessageNotContaining("expected");
    }

    @Test
    void says_what_a_setting_must_be_without_the_words_of_the_parser() {
        assertThatThrownBy(() -> SettingsYaml.parse("filon.yaml", "priorities: {answer_days: 0}\n"))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("priorities.answer_days (0) must be 1 to 365")
                .hasMessageNotContaining("Settings");
    }
}
