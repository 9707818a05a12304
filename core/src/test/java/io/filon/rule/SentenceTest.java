package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.say.Sentence;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Locale SPAIN = Locale.of("es", "ES");

    @Test
    void says_the_star_rule() {
        assertThat(said(RuleYamlTest.STARS, SPAIN)).isEqualTo("""
                Clientes que ya eran clientes al empezar el periodo, tienen más de 0 € de contribución tras \
                captación de los últimos 12 meses, tienen al menos 2 pedidos en los últimos 12 meses y \
                están en el 10 % con mayor contribución tras captación de los últimos 12 meses (entre \
                quienes ya eran clientes al empezar el periodo).""");
        assertThat(said(RuleYamlTest.STARS, Locale.US)).isEqualTo("""
                Customers who were already customers when the period began, have more than €0 in \
                contribution after acquisition over the last 12 months, have at least 2 orders in the last 12 months \
                and are in the top 10% by contribution after acquisition over the last 12 months (among \
                those who were already customers when the period began).""");
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
        assertThat(said(all, SPAIN)).isEqualTo("""
                Clientes que tienen entre 1.000 € y 2.500,50 € de contribución tras captación de los \
                últimos 12 meses, tienen más de 1 pedido en los últimos 12 meses, tienen parte de las ventas en descuentos inferior a \
                12,5 %, tienen al menos 7,5 gap, tienen «Madrid», «León» o «08001» como ciudad, tienen su \
                primer pedido el 31 de enero de 2026 o antes, tienen una cifra de score distinta de 3, \
                tienen dato de ciudad y están en el 2,5 % con más pedidos en los últimos 12 meses.""");
        assertThat(said(all, Locale.US)).isEqualTo("""
                Customers who have between €1,000 and €2,500.50 in contribution after acquisition over the \
                last 12 months, have more than 1 order in the last 12 months, have share of sales in discounts below 12.5%, \
                have at least 7.5 gap, have “Madrid”, “León” or “08001” as city, have their first order on \
                or before January 31, 2026, have a figure for score other than 3, have city on record and \
                are in the top 2.5% by orders in the last 12 months.""");
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
        assertThat(said(groups, SPAIN)).isEqualTo("""
                Clientes que cumplen todas estas condiciones:
                - cumplen al menos una de estas condiciones:
                  - tienen «Madrid» como ciudad
                  - tienen «León» como ciudad
                - no tienen exactamente 0 pedidos en los últimos 12 meses
                - no tienen su primer pedido después del 31 de enero de 2026
                - no eran aún clientes al empezar el periodo (o no consta)
                - cumplen al menos una de estas condiciones:
                  - tienen exactamente 2 pedidos en los últimos 12 meses
                  - cumplen todas estas condiciones:
                    - tienen más de 10 € de contribución tras captación de los últimos 12 meses
                    - tienen score de 0,5 o menos
                - no tienen dato de ciudad.""");
        assertThat(said(groups, Locale.US))
                .startsWith("""
                Customers who meet all of these conditions:
                - meet at least one of these conditions:
                  - have “Madrid” as city
                """)
                .contains("\n    - have score of 0.5 or less\n")
                .endsWith("\n- do not have city on record.");
    }

    @Test
    void says_a_group_inside_a_group_in_one_sentence() {
        String groups = "{name: x, rule: {all: [{any: [{city: Madrid}, {city: León}]}, {orders_12m: 2}]}}";
        assertThat(said(groups, SPAIN))
                .isEqualTo("Clientes que tienen «Madrid» como ciudad o tienen «León» como ciudad; y tienen exactamente "
                        + "2 pedidos en los últimos 12 meses.");
    }

    @Test
    void finds_words_for_every_generated_condition() {
        for (long seed = 0; seed < 2000; seed++) {
            RandomConditions cases = new RandomConditions(
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            CheckedRule rule = CheckedRule.check(cases.rule((int) seed % 4), RandomConditions.CATALOGUE);
            for (Locale locale : List.of(SPAIN, Locale.US)) {
                assertThat(said(rule, locale))
                        .as("%s", rule.rule())
                        .endsWith(".")
                        .doesNotContain("{", "}", "null", "rule.", "fact.", "event.", "property.", "  ,", " .", "()");
            }
        }
    }

    @Test
    void finds_words_for_every_generated_rule() {
        for (long seed = 0; seed < 1000; seed++) {
            RandomRules cases = new RandomRules(
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            String yaml = RuleYaml.print(new NamedRule("x", cases.rule(4)));
            assertThat(said(yaml, SPAIN)).as(yaml).endsWith(".").doesNotContain("{", "null");
            assertThat(said(yaml, Locale.US)).as(yaml).endsWith(".").doesNotContain("{", "null");
        }
    }

    @Test
    void says_everybody() {
        assertThat(said("{name: x, rule: everyone}", SPAIN)).isEqualTo("Todos los clientes.");
        assertThat(said("{name: x, rule: everyone}", Locale.US)).isEqualTo("All customers.");
    }

    private static String said(String yaml, Locale locale) {
        CheckedRule rule = CheckedRule.check(RuleYaml.parse(yaml).rule(), RandomRules.CATALOGUE);
        return said(rule, locale);
    }

    private static String said(CheckedRule rule, Locale locale) {
        return Sentence.of(rule, Messages.of(locale), new Formats(locale, "EUR"))
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
