package io.filon.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.filon.problem.FilonException;
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
    void reads_the_examples_that_init_writes() throws IOException {
        for (String language : List.of("es", "en")) {
            InitFiles.write(Workspace.at(folder.resolve(language)), language);
            String example = Files.readString(folder.resolve(language).resolve("personas/example.yaml.txt"));

            assertThat(PersonaYaml.parse("example.yaml", example).budgetShare()).isEqualTo(0.6);
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
        properties.set("beliefs", json.createObjectNode().put("type", "array"));
        ((ObjectNode) properties.get("beliefs"))
                .put("description", "What the company holds to be true of it, for the comparison with the data.");
        return json.writeValueAsString(schema) + "\n";
    }
}
