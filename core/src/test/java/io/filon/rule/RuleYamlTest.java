package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.rule.read.RuleYaml;
import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleYamlTest {

    static final String STARS = """
            name: Clientes estrella
            rule:
              all:
                - present_whole_window: true
                - net_12m: '> 0'
                - orders_12m: '>= 2'
                - top:
                    fact: net_12m
                    share: 10 %
                    among:
                      present_whole_window: true
            """;

    private static final Rule PRESENT = Condition.compare("present_whole_window", Operator.IS, "true");

    private static final NamedRule STAR_RULE = new NamedRule(
            "Clientes estrella",
            new Rule.All(List.of(
                    PRESENT,
                    Condition.compare("net_12m", Operator.ABOVE, "0"),
                    Condition.compare("orders_12m", Operator.AT_LEAST, "2"),
                    new Condition.Top("net_12m", new BigDecimal("0.1"), PRESENT))));

    @Test
    void reads_and_prints_the_star_rule() {
        assertThat(RuleYaml.parse(STARS)).isEqualTo(STAR_RULE);
        assertThat(RuleYaml.print(STAR_RULE)).isEqualTo(STARS);
    }

    @Test
    void reads_json_as_the_same_tree() {
        assertThat(RuleYaml.parse("""
                {"name": "Clientes estrella", "rule": {
                  "present_whole_window": true, "net_12m": "> 0", "orders_12m": ">=2",
                  "top": {"fact": "net_12m", "share": 0.10, "among": {"present_whole_window": true}}}}
                """)).isEqualTo(STAR_RULE);
    }

    @Test
    void reads_every_kind_of_condition() {
        assertThat(RuleYaml.parse("""
                name: De todo
                rule:
                  none:
                    - city: [Madrid, 08001, 3]
                    - birth_on: unknown
                    - birth_on: known
                    - net_12m: 100 .. 500.50
                    - score: ≥ 3
                    - city: = known
                    - not: {orders_12m: 1e3}
                    - everyone
                """).rule())
                .isEqualTo(new Rule.Not(new Rule.Any(List.of(
                        new Condition.Has(Measure.Fact.of("city"), new Claim.In(List.of("Madrid", "08001", "3"))),
                        new Rule.Not(Condition.known("birth_on")),
                        Condition.known("birth_on"),
                        new Condition.Has(Measure.Fact.of("net_12m"), new Claim.Between("100", "500.50")),
                        Condition.compare("score", Operator.AT_LEAST, "3"),
                        Condition.compare("city", Operator.IS, "known"),
                        new Rule.Not(Condition.compare("orders_12m", Operator.IS, "1000")),
                        new Rule.Everyone()))));
    }

    @Test
    void what_is_printed_reads_back_as_the_same_rule() {
        for (long seed = 0; seed < 1000; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            NamedRule rule = new NamedRule("Número " + seed, new RandomRules(random).rule(random.nextInt(5)));
            String yaml = RuleYaml.print(rule);
            assertThat(RuleYaml.parse(yaml)).as("seed %d\n%s", seed, yaml).isEqualTo(rule);
            assertThat(RuleYaml.parse(RuleYaml.printJson(rule)))
                    .as("seed %d", seed)
                    .isEqualTo(rule);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "True",
                "yes",
                "null",
                "~",
                "1e3",
                "1.50",
                "-0",
                "00",
                ".5",
                ".inf",
                "0x1F",
                "1_000",
                "12:30",
                "10 %",
                "> 3",
                ">=",
                "= 3",
                "=",
                "known",
                "unknown",
                "everyone",
                "a .. b",
                "a: b",
                "# c",
                "- x",
                "it's",
                "\"q\"",
                "ñ «x»",
                "{b",
                "[a]",
                "a\nb",
                "@x",
                "%x",
                "&a",
                "*a",
                "!t",
                "|",
                "2026-01-31",
                "1000000000000000000000"
            })
    void any_constant_survives_printing(String constant) {
        NamedRule rule = new NamedRule(
                constant,
                new Rule.All(List.of(
                        Condition.compare("city", Operator.IS, constant),
                        Condition.compare("city", Operator.IS_NOT, constant),
                        new Condition.Has(Measure.Fact.of("city"), new Claim.In(List.of(constant, "x"))))));

        assertThat(RuleYaml.parse(RuleYaml.print(rule))).isEqualTo(rule);
        assertThat(RuleYaml.parse(RuleYaml.printJson(rule))).isEqualTo(rule);
    }
}
