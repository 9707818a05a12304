package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.reference.History;
import io.filon.rule.reference.ReferenceEvaluator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Generated rules of every family are legal, read back as they were written, and run.
class RandomRulesRunTest {

    @Test
    void generated_rules_are_legal() {
        for (long seed = 0; seed < 3000; seed++) {
            Rule rule = rule(seed);
            assertThat(CheckedRule.problems(new NamedRule("Loyal", rule), RandomConditions.CATALOGUE))
                    .as("seed %d: %s", seed, rule)
                    .isEmpty();
        }
    }

    @Test
    void what_is_printed_reads_back_as_the_same_rule() {
        for (long seed = 0; seed < 3000; seed++) {
            NamedRule rule = new NamedRule("Loyal", rule(seed));
            String yaml = RuleYaml.print(rule);
            assertThat(RuleYaml.parse(yaml)).as("seed %d:\n%s", seed, yaml).isEqualTo(rule);
            assertThat(RuleYaml.parse(RuleYaml.printJson(rule)))
                    .as("seed %d", seed)
                    .isEqualTo(rule);
        }
    }

    @Test
    void what_is_printed_keeps_to_the_schema() {
        Schema schema = SegmentSchemaTest.schema();
        for (long seed = 0; seed < 500; seed++) {
            String json = RuleYaml.printJson(new NamedRule("Loyal", rule(seed)));
            assertThat(schema.validate(json, InputFormat.JSON))
                    .as("seed %d: %s", seed, json)
                    .isEmpty();
        }
    }

    @Test
    void every_rule_runs_and_some_find_somebody_but_not_everybody() {
        int split = 0;
        for (long seed = 0; seed < 200; seed++) {
            RandomGenerator random = random(seed);
            List<History> base = new RandomHistories(random).histories(40);
            ReferenceEvaluator reference = new ReferenceEvaluator(base, RandomHistories.BRAND);
            for (int i = 0; i < 5; i++) {
                NamedRule rule = new NamedRule("Loyal", new RandomConditions(random).rule(random.nextInt(3)));
                CheckedRule checked = CheckedRule.check(rule, RandomConditions.CATALOGUE);
                Set<String> members =
                        new HashSet<>(reference.members(checked, RandomHistories.INSTANTS.get(random.nextInt(7))));
                split += !members.isEmpty() && members.size() < base.size() ? 1 : 0;
            }
        }
        assertThat(split).isGreaterThan(300);
    }

    private static Rule rule(long seed) {
        RandomGenerator random = random(seed);
        return new RandomConditions(random).rule(random.nextInt(4));
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
