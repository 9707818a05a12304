package io.filon.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    @ParameterizedTest
    @MethodSource("bundles")
    void every_sentence_exists_in_spanish_and_english(String bundle) throws IOException {
        assertThat(keys(bundle + "_en")).containsExactlyElementsOf(keys(bundle));
    }

    /// Not those of rules and of texts for customers: Spanish says the gender of a word and how it addresses the
    /// reader, English does not.
    @ParameterizedTest
    @MethodSource("withoutGender")
    void both_languages_are_filled_with_the_same_values(String bundle) throws IOException {
        Properties spanish = load(bundle);
        Properties english = load(bundle + "_en");

        for (String key : spanish.stringPropertyNames()) {
            assertThat(holes(english.getProperty(key))).as(key).isEqualTo(holes(spanish.getProperty(key)));
        }
    }

    @Test
    void money_is_written_as_the_region_does() {
        BigDecimal amount = new BigDecimal("1234.56");

        assertThat(new Formats(Locale.forLanguageTag("es-ES"), "EUR").exactMoney(amount))
                .isEqualTo("1.234,56\u00a0€");
        assertThat(new Formats(Locale.forLanguageTag("es-MX"), "MXN").exactMoney(amount))
                .isEqualTo("$1,234.56");
        assertThat(new Formats(Locale.US, "USD").exactMoney(amount)).isEqualTo("$1,234.56");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_sentence_is_written_twice(String bundle) throws IOException {
        for (String name : List.of(bundle, bundle + "_en")) {
            try (InputStream in = MessagesTest.class.getResourceAsStream(name + ".properties")) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .filter(line -> line.matches("[^#=\\s]+=.*"))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as(name)
                        .doesNotHaveDuplicates();
            }
        }
    }

    /// Within a choice an apostrophe quotes what follows it: the reader saw "{0}".
    @ParameterizedTest
    @MethodSource("bundles")
    void no_apostrophe_stands_within_a_choice_and_none_is_doubled(String bundle) throws IOException {
        for (String name : List.of(bundle, bundle + "_en")) {
            Properties sentences = load(name);
            for (String key : sentences.stringPropertyNames()) {
                assertThat(sentences.getProperty(key))
                        .as(key)
                        .doesNotMatch(".*[{][^}]*'.*")
                        .doesNotContain("''");
            }
        }
    }

    private static List<String> bundles() {
        return Messages.BUNDLES;
    }

    private static List<String> withoutGender() {
        return bundles().stream()
                .filter(bundle -> !bundle.equals("rulesay") && !bundle.equals("copy"))
                .toList();
    }

    private static int holes(String sentence) {
        return new MessageFormat(sentence.replace("'", "''"), Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static TreeSet<String> keys(String file) throws IOException {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private static Properties load(String file) throws IOException {
        Properties sentences = new Properties();
        try (InputStream in = MessagesTest.class.getResourceAsStream(file + ".properties")) {
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return sentences;
    }
}
