package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.text.Formats;
import io.filon.text.Messages;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Locale SPAIN = Locale.of("es", "ES");

    @Test
    void says_the_star_rule() {
        assertThat(said(RuleYamlTest.STARS, SPAIN)).isEqualTo("?");
        assertThat(said(RuleYamlTest.STARS, Locale.US)).isEqualTo("?");
    }

    @Test
    void says_every_kind_of_condition() {
        String all = """
                name: x
                rule:
                  all:
                    - net_12m: 1000 .. 2500.50
                    - orders_12m: "> 1"
                    - discount_share: "< 12.5 %"
                    - gap: ">= 7.5"
                    - city: [Madrid, León, "08001"]
                    - first_ordered_on: "<= 2026-01-31"
                    - score: "!= 3"
                    - city: known
                    - top: {fact: orders_12m, share: 2.5 %}
                """;
        assertThat(said(all, SPAIN)).isEqualTo("?");
        assertThat(said(all, Locale.US)).isEqualTo("?");
    }

    @Test
    void says_groups_inside_groups() {
        String groups = """
                name: x
                rule:
                  all:
                    - any: [{city: Madrid}, {city: León}]
                    - none:
                        - orders_12m: 0
                        - first_ordered_on: "> 2026-01-31"
                    - not: {present_whole_window: true}
                    - any:
                        - orders_12m: 2
                        - all: [{net_12m: "> 10"}, {score: "<= 0.5"}]
                    - city: unknown
                """;
        assertThat(said(groups, SPAIN)).isEqualTo("?");
        assertThat(said(groups, Locale.US)).isEqualTo("?");
    }

    @Test
    void says_everybody() {
        assertThat(said("{name: x, rule: everyone}", SPAIN)).isEqualTo("Todos los clientes.");
        assertThat(said("{name: x, rule: everyone}", Locale.US)).isEqualTo("All customers.");
    }

    private static String said(String yaml, Locale locale) {
        CheckedRule rule = CheckedRule.check(RuleYaml.parse(yaml).rule(), RandomRules.CATALOGUE);
        return Sentence.of(rule, Messages.of(locale), new Formats(locale, "EUR"))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
