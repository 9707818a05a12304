package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.read.RuleYaml;
import io.filon.text.Messages;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleProblemsTest {

    static List<String> problems(String yaml) {
        try {
            RuleYaml.parse(yaml, RandomRules.CATALOGUE);
            return List.of();
        } catch (FilonException e) {
            return e.getMessage().lines().toList();
        }
    }

    /// What people try who know another language.
    @Test
    void says_how_events_and_logic_are_written() {
        assertThat(problems("{name: x, rule: {event: Order Completed, times: '>= 2', or: 1}}"))
                .satisfiesExactly(
                        event -> assertThat(event)
                                .startsWith("rule.all[0]: 'event' is part of")
                                .contains("did: Order"),
                        times -> assertThat(times).startsWith("rule.all[1]: 'times' is part of"),
                        or -> assertThat(or).contains("'or' does not join conditions. Write all, any or none"));
    }

    @Test
    void lists_all_problems_at_once_with_their_paths() {
        assertThat(problems("""
                nombre: Fieles
                rule:
                  all:
                    - orders_21m: ">= 2"
                    - net_12m: "> 1.250,50"
                    - present_whole_window: 3
                    - any: []
                    - top: {fact: city, share: 10 %, among: {discount_share: "> 10"}}
                    - not: {first_ordered_on: "< 2026-02-30", city: "> A"}
                    - zebra: 1
                """))
                .containsExactly(
                        "nombre: this word does not exist here. Did you mean: name, rule?",
                        "'name', what the segment is called, is missing. Add a line such as name: Loyal customers.",
                        "rule.all[3].any: a list of at least one condition is expected."
                                + " Write each on a line that starts with a dash.",
                        "rule.all[0]: there is no fact 'orders_21m'. Did you mean 'orders_12m'?",
                        "rule.all[1].net_12m: '1.250,50' does not fit 'net_12m', which is money."
                                + " Write digits and a decimal point, without currency or thousands separator: 1250.50.",
                        "rule.all[2].present_whole_window: '3' does not fit 'present_whole_window',"
                                + " which is a yes or no. Write true or false.",
                        "rule.all[4].top: 'city' is not a number and cannot be put in order from most to least."
                                + " Choose money, a count or a share.",
                        "rule.all[4].top.among.discount_share: '10' does not fit 'discount_share', which is a share."
                                + " Write it as 10 % or as 0.1.",
                        "rule.all[5].not.all[0].first_ordered_on: '2026-02-30' does not fit 'first_ordered_on',"
                                + " which is a date. Write year-month-day: 2026-01-31.",
                        "rule.all[5].not.all[1].city: 'city' is text and can only be compared by = or !=,"
                                + " or with a list. Write, for example, [Madrid, Paris].",
                        "rule.all[6]: there is no fact 'zebra'. The facts are: city, discount_share, first_ordered_on,"
                                + " gap, net_12m, orders_12m, present_whole_window, score.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule: {orders_12m: "> 2.5"}              | which is a count
            rule: {gap: "> un mes"}                  | which is measured in days
            rule: {score: [1, dos]}                  | which is a number
            rule: {net_12m: 500 .. 100}              | starts at 500, after its end 100
            rule: {net_12m: 100 ..}                  | the comparison is missing
            rule: {net_12m: ">"}                     | the comparison is missing
            rule: {net_12m: 1.00001}                 | which is money
            rule: {net_12m: }                        | the comparison is missing
            rule: {net_12m: [1, ]}                   | ''
            rule: {city: [[Madrid]]}                 | only plain values
            rule: {present_whole_window: "> true"}   | is a yes or no
            rule: {top: {fact: net_12m, share: 0 %}} | over 0 and up to 100 %
            rule: {top: {fact: net_12m, share: 101}} | over 0 and up to 100 %
            rule: {top: net_12m}                     | a fact and a share are expected
            rule: {top: {fact: any, share: 10 %}}    | there is no fact 'any'
            rule: 7                                  | a condition is expected
            rule: {net_12m: > 0}                     | Write comparisons in quotes
            rule: {net_12m: 1, net_12m: 2}           | is there twice
            rule: {top: {fact: net_12m, shre: 1 %}}  | Did you mean: share
            """)
    void says_what_is_expected(String rule, String expected) {
        List<String> problems = problems("name: x\n" + rule.strip());

        if (expected.isEmpty()) {
            assertThat(problems).isEmpty();
            return;
        }
        assertThat(problems).anySatisfy(problem -> assertThat(problem).contains(expected));
    }

    @Test
    void names_the_line_of_text_that_is_not_yaml() {
        assertThat(problems("name: x\nrule:\n  all: [1, 2\n"))
                .singleElement()
                .asString()
                .contains("line ");
        assertThat(problems("")).singleElement().asString().contains("'name' and 'rule'");
        assertThat(problems("[".repeat(5000))).hasSize(1);
    }

    @Test
    void refuses_a_rule_of_ten_thousand_conditions() {
        String list = String.join(
                ", ",
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "{orders_12m: %d}".formatted(i))
                        .toList());

        assertThat(problems("{name: x, rule: {any: [%s]}}".formatted(list)))
                .containsExactly("The rule has more than 1,000 conditions, those inside counted."
                        + " Split it, or use a list of values.");
    }

    @Test
    void has_every_sentence_in_both_languages() throws IOException {
        assertThat(keys("rule_en", "")).isEqualTo(keys("rule", ""));
        assertThat(keys("problems_en", "problem.rule.")).isEqualTo(keys("problems", "problem.rule."));
        for (FactType type : FactType.values()) {
            assertThat(keys("problems", "problem.rule.not_a_")).contains("problem.rule.not_a_" + type.key());
        }
    }

    private static Set<String> keys(String bundle, String prefix) throws IOException {
        Properties sentences = new Properties();
        try (InputStream in = Objects.requireNonNull(
                Messages.class.getResourceAsStream("/io/filon/text/%s.properties".formatted(bundle)))) {
            sentences.load(in);
        }
        return sentences.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void says_problems_in_spanish() {
        assertThat(Problem.of("rule.unknown_fact_near", "rule", "orders", "orders_12m")
                        .in(Messages.of(Locale.of("es"))))
                .isEqualTo("rule: no se conoce el dato 'orders'. ¿Quería decir 'orders_12m'?");
    }
}
