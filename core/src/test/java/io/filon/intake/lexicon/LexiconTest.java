package io.filon.intake.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

    /// These change what stands beside them instead.
    private static final Set<String> NO_CONCEPTS_OF_THEIR_OWN = Set.of("number of", "with tax", "without tax");

    private final Lexicon lexicon = Lexicon.load();

    @Test
    void every_listed_spelling_is_read_as_its_concept() {
        Lexicon.read("words.yaml").get("concepts").properties().stream()
                .filter(concept -> !NO_CONCEPTS_OF_THEIR_OWN.contains(concept.getKey()))
                .forEach(concept -> concept.getValue()
                        .forEach(spelling -> assertThat(lexicon.concepts(spelling.asString()))
                                .as(spelling.asString())
                                .containsExactly(concept.getKey())));
    }

    @ParameterizedTest
    @CsvSource({
        "billing_email, EMAIL",
        "billing_first_name, FIRST_NAME",
        "Envío pagado por el cliente, SHIPPING_CHARGED",
        "Page views, PAGES",
        "Standard cost, UNIT_COST"
    })
    void reads_a_header_as_its_role(String header, Role role) {
        assertThat(lexicon.roles(header)).containsEntry(role, 1.0);
    }
}
