package io.filon.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.say.Sentence;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The reference page shows only rules that parse, keep to the schema and run.
class RuleReferencePageTest {

    private static final Pattern YAML_BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

    @Test
    void every_example_can_run() throws IOException {
        List<String> examples = YAML_BLOCK
                .matcher(page())
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(examples).hasSize(10).allSatisfy(example -> {
            assertThat(SegmentSchemaTest.schema().validate(example, InputFormat.YAML))
                    .isEmpty();
            Catalogue catalogue = example.contains("12m") || example.contains("ordered_on")
                    ? RandomRules.CATALOGUE
                    : RandomConditions.CATALOGUE;
            RuleYaml.parse(example, catalogue);
        });
    }

    @Test
    void shows_the_sentence_of_the_star_rule() throws IOException {
        Locale spain = Locale.of("es", "ES");
        CheckedRule stars = CheckedRule.check(RuleYaml.parse(RuleYamlTest.STARS).rule(), RandomRules.CATALOGUE);

        assertThat(page().replace("\n> ", " "))
                .contains(Sentence.of(stars, Messages.of(spain), new Formats(spain, "EUR"))
                        .replace('\u00a0', ' '));
    }

    private static String page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/reference/rules.md"))) {
            folder = folder.getParent();
        }
        return Files.readString(folder.resolve("docs/reference/rules.md"));
    }
}
