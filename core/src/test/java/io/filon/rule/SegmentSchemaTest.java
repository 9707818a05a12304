package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.filon.rule.read.RuleYaml;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The schema that editors complete with says the same as the parser.
class SegmentSchemaTest {

    private final Schema schema = schema();

    @Test
    void accepts_the_star_rule() {
        assertThat(schema.validate(RuleYamlTest.STARS, InputFormat.YAML)).isEmpty();
    }

    @Test
    void accepts_whatever_is_printed() {
        for (long seed = 0; seed < 300; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            NamedRule rule = new NamedRule("x", new RandomRules(random).rule(random.nextInt(4)));
            assertThat(schema.validate(RuleYaml.printJson(rule), InputFormat.JSON))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: x}",
                "{rule: everyone}",
                "{name: x, rule: nobody}",
                "{name: x, rule: {}}",
                "{name: x, rule: {all: []}}",
                "{name: x, rule: {any: {a: 1}}}",
                "{name: x, rule: {a: }}",
                "{name: x, rule: {a: []}}",
                "{name: x, rule: {a: [[1]]}}",
                "{name: x, rule: {a: {b: 1}}}",
                "{name: x, rule: {top: {fact: a}}}",
                "{name: x, rule: {top: {fact: a, share: 2}}}",
                "{name: x, rule: {top: {fact: a, share: 10 %, of: everyone}}}",
                "{name: x, rule: everyone, color: red}"
            })
    void refuses_what_the_parser_refuses(String yaml) {
        assertThat(schema.validate(yaml, InputFormat.YAML)).isNotEmpty();
        assertThat(RuleProblemsTest.problems(yaml)).isNotEmpty();
    }

    static Schema schema() {
        try (InputStream in = Objects.requireNonNull(
                SegmentSchemaTest.class.getResourceAsStream("/io/filon/schema/segment.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
