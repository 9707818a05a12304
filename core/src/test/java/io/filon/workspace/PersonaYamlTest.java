package io.filon.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PersonaYamlTest {

    private static final String YOUNG = """
            name: Joven urbana
            rule:
              age: "18 .. 32"
              entorno: urbano
            beliefs:
              - {claim: share_of_revenue, value: 0.5}
            budget_share: 0.6
            """;

    @TempDir
    Path folder;

    @Test
    void is_a_rule_with_a_name_and_a_budget() {
        Persona persona = PersonaYaml.parse("young.yaml", YOUNG);

        assertThat(persona.name()).isEqualTo("Joven urbana");
        assertThat(persona.budgetShare()).isEqualTo(0.6);
    }

    @Test
    void needs_no_budget() {
        assertThat(PersonaYaml.parse("x.yaml", "{name: x, rule: everyone}").budgetShare())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{rule: everyone}",
                "{name: x}",
                "{name: x, rule: everyone, budget_share: 60}",
                "{name: x, rule: everyone, budget_share: much}",
                "{name: x, rule: everyone, colour: red}",
                "[1]"
            })
    void refuses_what_its_schema_refuses(String yaml) {
        assertThatThrownBy(() -> PersonaYaml.parse("x.yaml", yaml)).isInstanceOf(FilonException.class);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema())
                        .validate(yaml, InputFormat.YAML))
                .isNotEmpty();
    }

    @Test
    void lists_the_problems_of_every_file_at_once() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "{name: x, colour: red}");
        Files.writeString(folder.resolve("b.yaml"), "{name: y, rule: everyone, budget_share: 2}");

        assertThatThrownBy(() -> PersonaYaml.readAll(folder))
                .hasMessageContaining("a.yaml")
                .hasMessageContaining("colour")
                .hasMessageContaining("b.yaml")
                .hasMessageContaining("budget_share");
    }

    @Test
    void reads_what_is_believed() {
        Persona persona = PersonaYaml.parse("x.yaml", """
                name: x
                rule: {age: "18 .. 32"}
                customer_share: 0.3
                job: Comer sano
                beliefs:
                  - {claim: share_of_revenue, value: 0.6, within: 0.1}
                  - {claim: share_acquired_by, channel: Instagram, value: 0.7}
                  - {claim: share_who, name: Fieles, rule: {orders: ">= 3"}, value: 0.5}
                  - {claim: orders_per_year, value: 12}
                  - {claim: told, text: Odia esperar}
                """);

        assertThat(persona.job()).isEqualTo("Comer sano");
        assertThat(persona.beliefs())
                .hasSize(6)
                .contains(
                        new Belief.Part(Belief.Of.CUSTOMERS, 0.3, null),
                        new Belief.Part(Belief.Of.REVENUE, 0.6, 0.1),
                        new Belief.AcquiredBy("Instagram", 0.7, null),
                        new Belief.Average(Belief.What.ORDERS_PER_YEAR, 12, null),
                        new Belief.Told("Odia esperar"));
        assertThat(persona.believed()).extracting("name").containsExactly("Fieles");
    }

    @Test
    void refuses_what_nobody_can_be_with_the_reason_and_the_line() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                name: Vacía
                rule:
                  age: "40 .. 18"
                """);
        Files.writeString(folder.resolve("b.yaml"), """
                name: Imposible
                rule:
                  all:
                    - age: "18 .. 25"
                    - gender: mujer
                    - age: "> 60"
                beliefs:
                  - {claim: share_of_revenu, value: 0.5}
                  - {claim: net_per_customer, value: much}
                """);
        Files.writeString(
                folder.resolve("c.yaml"), "name: Todas\nrule:\n  all:\n" + "    - {age: \">= 18\"}\n".repeat(200));

        assertThatThrownBy(() -> PersonaYaml.readAll(folder))
                .hasMessageContaining("personas/a.yaml, line 3")
                .hasMessageContaining("the range is empty")
                .hasMessageContaining("personas/b.yaml, line 4")
                .hasMessageContaining("contradicts another trait")
                .hasMessageContaining("personas/b.yaml, line 8")
                .hasMessageContaining("share_of_revenue")
                .hasMessageContaining("personas/b.yaml, line 9")
                .hasMessageContaining("personas/c.yaml")
                .hasMessageContaining("200 traits");
    }

    @Test
    void takes_no_number_nor_the_word_rule_for_the_place_of_a_problem() {
        String text = "name: x\nrule:\n  motorbike: yes\n  orders: \">= 200\"\n";

        assertThat(PersonaLines.placed(
                        "a.yaml",
                        text,
                        List.of(
                                Problem.of("rule.unknown_fact", "rule", "motorbike", "age, orders"),
                                Problem.of("persona.too_many", 200, 40))))
                .containsSubsequence(
                        Problem.of("persona.file", "a.yaml"),
                        Problem.of("persona.too_many", 200, 40),
                        Problem.of("persona.line", "a.yaml", "3"),
                        Problem.of("rule.unknown_fact", "rule", "motorbike", "age, orders"));
    }

    @Test
    void refuses_beliefs_and_budgets_that_cannot_all_be_true() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "{name: x, rule: everyone, budget_share: 0.7}");
        Files.writeString(folder.resolve("b.yaml"), "{name: y, rule: everyone, budget_share: 0.7}");
        Files.writeString(folder.resolve("c.yaml"), """
                name: z
                rule: everyone
                beliefs:
                  - {claim: share_acquired_by, channel: A, value: 0.7}
                  - {claim: share_acquired_by, channel: B, value: 0.7}
                  - {claim: share_of_revenue, value: 0.5}
                  - {claim: share_of_revenue, value: 0.6}
                """);

        assertThatThrownBy(() -> PersonaYaml.readAll(folder))
                .hasMessageContaining("140 %")
                .hasMessageContaining("share_acquired_by")
                .hasMessageContaining("claimed twice: share_of_revenue");
    }

    @Test
    void reads_the_examples_that_init_writes() throws IOException {
        for (String language : List.of("es", "en")) {
            InitFiles.write(Workspace.at(folder.resolve(language)), language);
            String example = Files.readString(folder.resolve(language).resolve("personas/example.yaml.txt"));

            assertThat(PersonaYaml.parse("example.yaml", example).budgetShare()).isEqualTo(0.6);
            String other = Files.readString(folder.resolve(language).resolve("personas/example-behaviour.yaml.txt"));
            assertThat(PersonaYaml.parse("example.yaml", other).beliefs()).hasSize(4);
            assertThat(Workspace.at(folder.resolve(language)).personas()).isEmpty();
        }
    }

    @Test
    void keeps_its_schema_current_with_that_of_segments() {
        Golden.assertMatches(Path.of("src/main/resources/io/filon/schema/persona.schema.json"), schema());
    }

    /// A persona is a segment with a few more keys.
    private static String schema() {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode schema = (ObjectNode) json.readTree(new String(InitFiles.schema("segment"), StandardCharsets.UTF_8));
        schema.put("title", "Persona");
        schema.put("description", "A customer the company imagines: a name, a rule and what is spent on it.");
        ObjectNode properties = (ObjectNode) schema.get("properties");
        ((ObjectNode) properties.get("name")).put("description", "What people call the persona.");
        properties.set(
                "budget_share",
                json.createObjectNode().put("type", "number").put("minimum", 0).put("maximum", 1));
        ((ObjectNode) properties.get("budget_share"))
                .put("description", "Part of the marketing budget aimed at it, 0..1.");
        properties.set("customer_share", properties.get("budget_share").deepCopy());
        ((ObjectNode) properties.get("customer_share"))
                .put("description", "Part of the customers expected to be like this, 0..1.");
        properties.set("job", json.createObjectNode().put("type", "string").put("pattern", "\\S"));
        ((ObjectNode) properties.get("job")).put("description", "What such a customer wants to get done.");
        ObjectNode beliefs = json.createObjectNode().put("type", "array");
        beliefs.put("description", "What the company holds to be true of it, for the comparison with the data.");
        beliefs.set("items", belief(json));
        properties.set("beliefs", beliefs);
        return json.writeValueAsString(schema) + "\n";
    }

    private static ObjectNode belief(JsonMapper json) {
        ObjectNode belief = json.createObjectNode().put("type", "object");
        belief.putArray("required").add("claim");
        belief.put("additionalProperties", false);
        ObjectNode keys = belief.putObject("properties");
        ObjectNode claim = keys.putObject("claim");
        claim.put("description", "What is believed; told is for what no file says.");
        BeliefReader.claims().forEach(claim.putArray("enum")::add);
        keys.putObject("value")
                .put("type", "number")
                .put("minimum", 0)
                .put("description", "Shares 0..1; money in the workspace's currency; days.");
        keys.putObject("within")
                .put("type", "number")
                .put("minimum", 0)
                .put(
                        "description",
                        "How far off still counts as right; a quarter of the value, of a share at least 0.05, when left out.");
        keys.putObject("channel").put("type", "string").put("description", "For share_acquired_by.");
        keys.putObject("name").put("type", "string").put("description", "For share_who: what people call the rule.");
        keys.putObject("rule").put("$ref", "#/$defs/rule");
        keys.putObject("text").put("type", "string").put("description", "For told.");
        return belief;
    }
}
