package io.filon.message.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.filon.message.declared.Proposition.Offer;
import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropositionYamlTest {

    private static final String WHOLE = """
            segment: vip
            register: tú
            capabilities:
              taller: {text: afilado en nuestro taller, text_en: sharpening in our workshop, source: carta}
            alternatives:
              - {name: la gran superficie, lacks: [taller], source: visita}
            facts:
              plazo: {value: 2, low: 1.5, high: 3, unit: days, better: less, text: "en casa en {value}", source: correos}
            offer: {text: 10 % menos, discount: 10 %, minimum_net: 4}
            texts:
              - {register: usted, headline: Vuelva, body: Le esperamos.}
            """;

    @Test
    void reads_all_that_may_stand_in_a_file() {
        Proposition read = PropositionYaml.parse("vip.yaml", WHOLE);

        assertThat(read.register()).isEqualTo(Register.TU);
        assertThat(read.capabilities().get("taller").in(Register.EN)).isEqualTo("sharpening in our workshop");
        assertThat(read.alternatives().getFirst().lacks()).containsExactly("taller");
        assertThat(read.facts().get("plazo"))
                .isEqualTo(
                        new Proposition.Fact(2, 1.5, 3, Unit.DAYS, Better.LESS, "en casa en {value}", "", "correos"));
        assertThat(read.offer()).isEqualTo(new Offer("10 % menos", "", 0.1, false, null, 0, 4));
        assertThat(read.texts()).hasSize(1);
    }

    @Test
    void tells_every_problem_at_once_with_the_nearest_name() {
        FilonException wrong = catchThrowableOfType(FilonException.class, () -> PropositionYaml.parse("vip.yaml", """
                segmnt: vip
                register: vos
                capabilities:
                  taller: {text: afilado}
                alternatives:
                  - {name: bazar, has: [tallr], lacks: [taller]}
                facts:
                  a: {value: 130 %, text: "ahorra", source: s}
                  b: {value: 3, low: 4, high: 5, unit: days, text: "{value}", source: s}
                offer: {text: x, discount: 0.1, price: 9}
                """));

        assertThat(wrong.problems().stream().map(Problem::code))
                .contains(
                        "settings.unknown_near",
                        "proposition.no_segment",
                        "proposition.choice",
                        "proposition.no_source",
                        "proposition.capability_near",
                        "proposition.number",
                        "proposition.no_value",
                        "proposition.order",
                        "proposition.price_and_discount",
                        "proposition.price_without_cost");
        for (Locale locale : new Locale[] {Locale.forLanguageTag("es-ES"), Locale.US}) {
            assertThat(wrong.problems())
                    .allSatisfy(problem -> assertThat(problem.in(Messages.of(locale)))
                            .contains("vip.yaml")
                            .doesNotContain("{0}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "segment: [", "segment: {a: b}", "segment: v\nfacts: 3", "segment: v\noffer: yes"})
    void what_is_no_proposition_is_refused_in_words(String text) {
        assertThat(catchThrowableOfType(FilonException.class, () -> PropositionYaml.parse("a.yaml", text)))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void the_example_of_a_new_workspace_can_be_used(String language) throws IOException {
        Path example = Path.of("src/main/resources/io/filon/workspace/proposition.%s.yaml".formatted(language));

        Proposition read = PropositionYaml.parse("example.yaml", Files.readString(example));

        assertThat(read.capabilities()).hasSize(2);
        assertThat(read.alternatives()).hasSize(2);
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void two_files_for_one_segment_are_refused() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), WHOLE);
        Files.writeString(folder.resolve("b.yaml"), WHOLE);

        FilonException wrong = catchThrowableOfType(FilonException.class, () -> Propositions.of(folder));

        assertThat(wrong.problems().getFirst().code()).isEqualTo("proposition.same_segment");
    }
}
