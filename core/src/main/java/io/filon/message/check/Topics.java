package io.filon.message.check;

import io.filon.message.evidence.Evidence;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells whether, and where, a sentence speaks of something: of evidence by the beginnings of its usual words
/// (`topics.properties`), of what a company wrote by that text's own words.
final class Topics {

    private static final String BEFORE = "(?<!\\p{L})(?:";
    private static final String NEGATION = "\\b(?:no|nunca|jamas|sin|ni|never|not|without|nobody|nadie)\\b|n't\\b";
    private static final Pattern DENIED = Pattern.compile("(?:" + NEGATION + ")(?:\\W+\\p{L}+){0,1}\\W+$");
    private static final Pattern DENIED_AFAR = Pattern.compile("(?:" + NEGATION + ")(?:\\W+\\p{L}+){0,3}\\W+$");
    private static final Pattern KEEPS = Pattern.compile("^(?:se queda|quedan|keep|kept)");
    private static final int SHORTEST = 4;
    private static final Set<String> SMALL = Set.of(
            "para",
            "como",
            "desde",
            "hasta",
            "sobre",
            "entre",
            "este",
            "esta",
            "estos",
            "todo",
            "toda",
            "todos",
            "nuestro",
            "nuestra",
            "nuestros",
            "nuestras",
            "propio",
            "propia",
            "with",
            "from",
            "your",
            "ours",
            "that",
            "this",
            "into",
            "their",
            "usted",
            "cada",
            "value");

    private final Properties stems = new Properties();

    Topics() {
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(Topics.class.getResourceAsStream("topics.properties"), "topics.properties"),
                StandardCharsets.UTF_8)) {
            stems.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("topics.properties", e);
        }
    }

    /// Whether words of a family, `discount`, stand in it.
    boolean speaksOf(String family, String plain) {
        return pattern(family).matcher(plain).find();
    }

    /// How far from a place in the sentence it speaks of the evidence; empty when it does not, or denies it.
    ///
    /// @param written the text the company gave the evidence, empty when it is measured
    OptionalInt distance(Evidence evidence, String written, String plain, int place) {
        if (!written.isEmpty()) {
            return mentions(written, plain)
                    ? OptionalInt.of(nearest(words(written), plain, place))
                    : OptionalInt.empty();
        }
        int best = Integer.MAX_VALUE;
        Matcher matcher = pattern(family(evidence)).matcher(plain);
        while (matcher.find()) {
            if (agrees(evidence.id(), matcher, plain)) {
                best = Math.min(best, Math.abs(matcher.start() - place));
            }
        }
        return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
    }

    /// *No ha devuelto* and *ha devuelto* are two things.
    private static boolean agrees(String id, Matcher matcher, String plain) {
        String before = plain.substring(0, matcher.start());
        if (id.equals("kept")) {
            return KEEPS.matcher(matcher.group()).find()
                    != DENIED_AFAR.matcher(before).find();
        }
        return !DENIED.matcher(before).find();
    }

    private static String family(Evidence evidence) {
        return switch (evidence.id()) {
            case "job", "barrier", "stage", "trigger" -> evidence.id() + "." + evidence.about();
            default -> evidence.id();
        };
    }

    private Pattern pattern(String family) {
        String words = stems.getProperty(family, "");
        return Pattern.compile(
                words.isEmpty()
                        ? "(?!)"
                        : family.equals("discount") || family.equals("free_shipping")
                                ? "(?:" + words + ")"
                                : BEFORE + words + ")");
    }

    /// Whether half of the words of a text, and two where it has three, stand in the sentence.
    static boolean mentions(String text, String plain) {
        List<String> words = words(text);
        long there = words.stream().filter(word -> stands(word, plain)).count();
        return there > 0 && 2 * there >= words.size() && (words.size() < 3 || there >= 2);
    }

    private static boolean stands(String word, String plain) {
        return Pattern.compile(BEFORE + Pattern.quote(word) + ")")
                .matcher(plain)
                .find();
    }

    private static int nearest(List<String> words, String plain, int place) {
        return words.stream()
                .map(word -> Pattern.compile(BEFORE + Pattern.quote(word) + ")").matcher(plain))
                .flatMap(matcher -> matcher.results().map(result -> Math.abs(result.start() - place)))
                .min(Integer::compare)
                .orElse(plain.length());
    }

    /// The longer words of a text, cut so that other endings are the same word.
    private static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : Plain.words(text).split("[^\\p{L}]+")) {
            if (word.length() >= SHORTEST && !SMALL.contains(word)) {
                words.add(word.substring(0, Math.max(SHORTEST, word.length() - 2)));
            }
        }
        return words.isEmpty()
                ? Arrays.stream(Plain.words(text).split("[^\\p{L}]+"))
                        .filter(word -> word.length() > 2)
                        .toList()
                : new ArrayList<>(words);
    }
}
