package io.filon.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.intake.plan.Kind;
import io.filon.intake.plan.Role;
import io.filon.message.declared.Proposition;
import io.filon.report.Audit;
import io.filon.report.section.Behaviour;
import io.filon.report.value.ValueReport;
import io.filon.testing.Golden;
import io.filon.testing.RecordDocs;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchemaWriterTest {

    enum Colour {
        DARK_RED
    }

    record Inner(double high) {}

    record Outer(
            @Nullable BigDecimal netValue,
            LocalDate day,
            List<Inner> inners,
            Map<String, Double> rates,
            @Nullable Inner perhaps,
            Colour colour,
            Phrase why) {}

    record Odd(StringBuilder text) {}

    @Test
    void keeps_the_schema_of_the_audit_current() {
        SchemaWriter writer = new SchemaWriter(false, Set.of(), RecordDocs::of);

        Golden.assertMatches(schema("audit"), writer.write("Filón audit", Audit.class));
    }

    @Test
    void keeps_the_schema_of_the_value_current() {
        SchemaWriter writer = new SchemaWriter(false, Set.of(), RecordDocs::of);

        Golden.assertMatches(schema("value"), writer.write("Filón value", ValueReport.class));
    }

    @Test
    void keeps_the_schema_of_the_behaviour_current() {
        SchemaWriter writer = new SchemaWriter(false, Set.of(), RecordDocs::of);

        Golden.assertMatches(schema("behaviour"), writer.write("Filón behaviour", Behaviour.class));
    }

    @Test
    void keeps_the_schema_of_the_settings_current() {
        SchemaWriter writer = new SchemaWriter(true, Set.of(Settings.Range.class), RecordDocs::of);

        Golden.assertMatches(schema("filon"), writer.write("filon.yaml", Settings.class));
    }

    @Test
    void keeps_the_schema_of_a_proposition_current() {
        SchemaWriter writer = new SchemaWriter(true, Set.of(), RecordDocs::of);

        Golden.assertMatches(schema("proposition"), writer.write("propositions/*.yaml", Proposition.class));
    }

    /// What `sources.yaml` holds; its reader takes the words as text, so as to name the nearest of a wrong one.
    record Sources(List<SourceFile> files) {}

    record SourceFile(String file, Kind kind, String recipe, List<SourceColumn> columns) {}

    record SourceColumn(String column, Role role, String format, List<String> examples) {}

    @Test
    void keeps_the_schema_of_the_sources_current() {
        SchemaWriter writer = new SchemaWriter(true, Set.of(), (record, name) -> "");

        Golden.assertMatches(schema("sources"), writer.write("sources.yaml", Sources.class));
    }

    @Test
    void writes_every_kind_of_component() {
        SchemaWriter writer = new SchemaWriter(false, Set.of(), (record, name) -> "");

        Golden.assertMatches(getClass(), "outer.schema.json", writer.write("Outer", Outer.class));
    }

    @Test
    void asks_for_nothing_in_a_file_a_person_edits() {
        SchemaWriter writer = new SchemaWriter(true, Set.of(Inner.class), (record, name) -> "what it means");

        assertThat(writer.write("Outer", Outer.class))
                .doesNotContain("\"required\"")
                .contains("\"oneOf\"", "what it means");
    }

    @Test
    void refuses_a_type_it_cannot_describe() {
        SchemaWriter writer = new SchemaWriter(false, Set.of(), (record, name) -> "");

        assertThatThrownBy(() -> writer.write("Odd", Odd.class)).hasMessageContaining("StringBuilder");
    }

    private static Path schema(String name) {
        return Path.of("src/main/resources/io/filon/schema", name + ".schema.json");
    }
}
