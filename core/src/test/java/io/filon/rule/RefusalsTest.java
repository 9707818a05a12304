package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.problem.FilonException;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot run is refused before anything runs, with what to do.
class RefusalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {did: Order Complete}                                                | Did you mean 'Order Completed'
            {sum: revenu, of: Order Completed, is: 1}                            | Did you mean 'revenue'
            {sum: channel, of: Order Completed, is: 1}                           | is not a number
            {did: Order Completed, window: {last: 0 days}}                       | must be over 0
            {did: Order Completed, window: {last: -3 days}}                      | not a length of time
            {did: Order Completed, window: {ago: 30 days .. 90 days}}            | begins at 30 days, after its end 90 days
            {did: Order Completed, window: {next: 3 days}}                       | yet to come
            {did: Order Completed, times: many}                                  | which is a count
            {did: [], times: 1}                                                  | at least one value
            {did: Order Completed, where: {}}                                    | condition on the event
            {did: Order Completed, were: {channel: app}}                         | Did you mean: where
            {did: Order Completed, where: {channel: {matches: "(a"}}}            | a parenthesis is missing
            {did: Order Completed, where: {channel: {matches: "[z-a]"}}}         | put ranges in order
            {did: Order Completed, where: {channel: {matches: "**"}}}            | nothing to repeat
            {did: Order Completed, where: {channel: {matches: "(x{100}){100}"}}} | in braces
            {did: Product Viewed, where: {any_item: {category: a}}}              | has no items
            {did: Order Completed, where: {revenue: {contains: a}}}              | is not text
            {did: Order Completed, where: {revenue: {above: {fact: city}}}}      | not of one kind
            {stage: {is: a, source: rumour}}                                     | there is no source
            {fact_age: stage, unit: months, is: 3}                               | not always as long
            {city: {as_of: then, is: a}}                                         | inside where
            {in_segment: Nuevo}                                                  | Did you mean 'Nuevos'
            {in_segment: Loyal}                                                  | Loyal → Loyal
            {sequence: [{not: Order Completed, within: 1 day}]}                  | makes no sense
            {at_least: 3, rules: [{city: a}, {city: b}]}                         | 3 of 2
            {use: fieles}                                                        | comes before
            """)
    void says_what_is_wrong(String rule, String expected) {
        assertThat(problems("{name: Loyal, rule: %s}".formatted(rule))).contains(expected);
    }

    @Test
    void segments_that_ask_each_other_in_a_circle() {
        Catalogue catalogue = new Catalogue(
                "customer_facts",
                List.of(),
                List.of(),
                Map.of(
                        "B", new Condition.InSegment("C", new Moment.Now()),
                        "C", new Rule.Not(new Condition.InSegment("A", new Moment.Now()))));
        NamedRule rule = new NamedRule("A", new Condition.InSegment("B", new Moment.Now()));
        assertThat(CheckedRule.problems(rule, catalogue))
                .singleElement()
                .satisfies(problem -> assertThat(problem.values()).contains("A → B → C → A"));
    }

    @Test
    void a_rule_too_deep_for_anybody_and_for_the_stack() {
        Rule deep = new Rule.Everyone();
        for (int i = 0; i < 50_000; i++) {
            deep = new Rule.Not(deep);
        }
        assertThat(CheckedRule.problems(new NamedRule("x", deep), RandomConditions.CATALOGUE))
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("rule.too_deep"));
        assertThat(problems("{name: x, rule: " + "{not: ".repeat(200) + "everyone" + "}".repeat(201)))
                .contains("inside one another");
    }

    @Test
    void a_rule_that_uses_its_own_parts_until_it_is_endless() {
        StringBuilder bomb = new StringBuilder("{name: x, rule: {all: [{named: n0, rule: {city: a}}");
        for (int i = 1; i < 30; i++) {
            bomb.append(", {named: n%d, rule: {all: [{use: n%d}, {use: n%d}]}}".formatted(i, i - 1, i - 1));
        }
        assertThat(problems(bomb + "]}}")).contains("more than 1,000 conditions");
    }

    @Test
    void names_are_checked_beside_what_cannot_be_read() {
        assertThat(problems("{name: x, rule: {did: Order Complete, times: many, window: {last: 0 days}}}"))
                .contains("must be over 0", "Did you mean 'Order Completed'");
        assertThat(problems("{name: x, rule: {sum: revenu, of: Order Completed, is: {below: 3}}}"))
                .contains("Did you mean 'revenue'");
    }

    @Test
    void ten_thousand_conditions() {
        String many = "{city: a}, ".repeat(10_000);
        assertThat(problems("{name: x, rule: {any: [" + many + "{city: b}]}}")).contains("more than 1,000 conditions");
    }

    private static String problems(String yaml) {
        try {
            RuleYaml.parse(yaml, RandomConditions.CATALOGUE);
            return "";
        } catch (FilonException e) {
            return e.getMessage();
        }
    }
}
