package io.filon.rule.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class EventTemplatesTest {

    private static final Instant NOW = Shopper.instant("2025-12-15");
    private static final Map<String, TemplateCases.Case> CASES = TemplateCases.all();

    @Test
    void there_is_a_case_of_every_template() {
        assertThat(EventTemplates.keys())
                .hasSizeGreaterThanOrEqualTo(28)
                .doesNotHaveDuplicates()
                .filteredOn(key -> !key.equals("control_group"))
                .containsExactlyInAnyOrderElementsOf(CASES.keySet());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_template_finds_who_it_describes_and_not_who_nearly_fits(String key) {
        TemplateCases.Case one = CASES.get(key);

        assertThat(members(
                        EventTemplates.rule(key),
                        List.of(one.in().named("in"), one.out().named("out"))))
                .containsExactly("in");
    }

    @ParameterizedTest
    @MethodSource("keys")
    void a_template_speaks_both_languages(String key) {
        ObjectNode document = EventTemplates.document(key);

        assertThat(document.propertyNames())
                .containsExactly("name", "name_en", "description", "description_en", "rule");
        assertThat(document.path("name").asString())
                .isNotEqualTo(document.path("name_en").asString());
        assertThat(document.path("description").asString())
                .endsWith(".")
                .isNotEqualTo(document.path("description_en").asString());
    }

    @Test
    void the_control_group_is_about_a_tenth_and_always_the_same() {
        List<History> base = IntStream.range(0, 2000)
                .mapToObj(i -> new Shopper().named("c" + i))
                .toList();
        List<String> control = members(EventTemplates.rule("control_group"), base);

        assertThat(control.size()).isBetween(150, 250);
        assertThat(members(EventTemplates.rule("control_group"), base.reversed()))
                .containsExactlyInAnyOrderElementsOf(control);
    }

    private static List<String> keys() {
        return List.copyOf(CASES.keySet());
    }

    private static List<String> members(CheckedRule rule, List<History> base) {
        return new ReferenceEvaluator(base, Shopper.MADRID).members(rule, NOW);
    }
}
