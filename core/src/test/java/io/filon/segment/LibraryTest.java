package io.filon.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.problem.FilonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {

    @TempDir
    Path folder;

    private People people;
    private Base base;

    @BeforeEach
    void company() throws IOException {
        people = new People(folder, "2025-12-31")
                .bought("ann", "100", "2025-01-10", "2025-06-10", "2025-12-10")
                .bought("bob", "20", "2025-12-01")
                .signedUp("cyd", "2025-11-01");
        base = people.base();
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_rule_is_a_name_a_file_or_written_here() throws IOException {
        people.segment("often", "{orders: '>= 3'}");
        Path file = Files.writeString(folder.resolve("once.yaml"), "name: Once\nrule: {orders: 1}\n");

        assertThat(people.members(base, "often")).containsExactly("ann");
        assertThat(people.members(base, "The often")).containsExactly("ann");
        assertThat(people.members(base, file.toString())).containsExactly("bob");
        assertThat(people.members(base, "orders: 0")).containsExactly("cyd");
        assertThat(people.members(base, "{orders: 0, tickets: 0}")).containsExactly("cyd");
        assertThat(people.members(base, "{\"name\": \"x\", \"rule\": {\"orders\": 0}}"))
                .containsExactly("cyd");
        assertThat(people.members(base, "everyone")).containsExactly("ann", "bob", "cyd");
        assertThat(people.members(base, "never_bought")).containsExactly("cyd");
    }

    @Test
    void a_rule_may_name_other_segments() throws IOException {
        people.segment("often", "{orders: '>= 3'}");
        people.segment("rest", "{not: {in_segment: often}, orders: '>= 1'}");
        people.segment("either", "{in_segment: [The often, never_bought]}");

        assertThat(people.members(base, "rest")).containsExactly("bob");
        assertThat(people.members(base, "either")).containsExactly("ann", "cyd");
    }

    @Test
    void segments_that_name_each_other_in_a_circle_are_refused() throws IOException {
        people.segment("a", "{in_segment: b}");
        people.segment("b", "{any: [{orders: 1}, {not: {in_segment: c}}]}");
        people.segment("c", "{in_segment: a}");

        assertThatThrownBy(() -> people.library(base))
                .hasMessageContaining("a → b → c → a")
                .hasMessageContaining("segments/c.yaml");
    }

    @Test
    void a_segment_that_names_itself_is_refused() throws IOException {
        people.segment("a", "{not: {in_segment: a}}");

        assertThatThrownBy(() -> people.library(base)).hasMessageContaining("a → a");
    }

    @Test
    void says_every_problem_of_every_file_at_once() throws IOException {
        people.segment("a", "{ordrs: 1, in_segment: starr_customers, net: many}");
        Files.writeString(people.workspace().segmentsFolder().resolve("b.yaml"), "name: B\ncolor: red\nrule: {x: 1}\n");
        Files.writeString(people.workspace().segmentsFolder().resolve("c.yaml"), "name: [\n");
        people.segment("d", "{in_segment: c}");
        people.segment("lost", "{orders: 1}");

        assertThatThrownBy(() -> people.library(base))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("'ordrs'")
                .hasMessageContaining("star_customers")
                .hasMessageContaining("'many'")
                .hasMessageContaining("color")
                .hasMessageContaining("'x'")
                .hasMessageContaining("segments/c.yaml")
                .hasMessageContaining("\"c\" it refers to cannot be read")
                .hasMessageContaining("\"lost\" is a built-in segment");
    }

    @Test
    void two_segments_cannot_have_one_name() throws IOException {
        Path segments = people.workspace().segmentsFolder();
        Files.writeString(segments.resolve("a.yaml"), "name: Same\nrule: {orders: 1}\n");
        Files.writeString(segments.resolve("b.yaml"), "name: Same\nrule: {orders: 2}\n");

        assertThatThrownBy(() -> people.library(base))
                .hasMessageContaining("\"Same\" is already that of segments/a.yaml");
    }

    @Test
    void a_mistyped_name_gets_the_nearest() {
        assertThatThrownBy(() -> people.library(base).find("activ_vip")).hasMessageContaining("active_vip");
    }

    @Test
    void every_template_speaks_both_languages() {
        Library library = people.library(base);

        assertThat(library.templates()).hasSizeGreaterThanOrEqualTo(14).allSatisfy(template -> {
            assertThat(template.name().in(Locale.of("es")))
                    .isNotBlank()
                    .isNotEqualTo(template.name().in(Locale.US));
            assertThat(template.about().in(Locale.of("es")))
                    .endsWith(".")
                    .isNotEqualTo(template.about().in(Locale.US));
        });
    }

    @Test
    void a_template_can_become_the_companys_own() throws IOException {
        Library library = people.library(base);
        Files.writeString(
                people.workspace().segmentsFolder().resolve("champions.yaml"),
                library.text(library.find("champions"), null));

        Segment own = people.library(base).find("champions");

        assertThat(own.origin()).isEqualTo(Origin.OWN);
        assertThat(own.definition()).isEqualTo(library.find("champions").definition());
    }

    @Test
    void the_owners_are_the_companys_own_and_then_the_stages_unless_the_settings_say() throws IOException {
        people.segment("often", "{orders: '>= 3'}");
        Library library = people.library(base);

        assertThat(Owners.order(library, People.SETTINGS.segments()))
                .extracting(Segment::key)
                .startsWith("often", "new")
                .doesNotContain("star_customers", "loss_makers");
    }
}
