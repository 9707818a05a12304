package io.filon.rule.read;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import io.filon.rule.NamedRule;
import io.filon.rule.check.CheckedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;
import tools.jackson.dataformat.yaml.util.StringQuotingChecker;

/// Segments as text people write: YAML, or the same tree as JSON.
///
/// ```yaml
/// name: Clientes estrella
/// rule:
///   all:
///     - present_whole_window: true
///     - net_12m: "> 0"
///     - orders_12m: ">= 2"
///     - top: {fact: net_12m, share: 10 %, among: {present_whole_window: true}}
/// ```
///
/// Groups are `all`, `any`, `none` and `not`; several facts in one object all have to hold; `rule: everyone` is the
/// whole base. What follows a fact is a constant, a list of them, or a text such as `">= 2"`, `"100 .. 500"`,
/// `known`. What is printed reads back as the same rule. The JSON Schema is `io/filon/schema/segment.schema.json`.
public final class RuleYaml {

    /// Texts that YAML would read as a number or a boolean unless quoted; the library's own check misses some.
    private static final Pattern LOOKS_TYPED =
            Pattern.compile("(?i)[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)(e[-+]?[0-9]+)?|[-+]?\\.(inf|nan)|true|false|null");

    /// How the library says that an object has a word twice.
    private static final Pattern TWICE = Pattern.compile("(?i)^duplicate.* \"([^\"]+)\"");

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new QuoteWhatLooksTyped())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES, YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private RuleYaml() {}

    /// @param text YAML or JSON
    /// @throws FilonException with every problem of form; names and types are for [CheckedRule#check]
    public static NamedRule parse(String text) {
        RuleReader reader = new RuleReader();
        NamedRule rule = reader.document(tree(text));
        return orThrow(rule, reader.problems());
    }

    /// Parses and also lists whatever the catalogue refuses, so that all problems are seen at once.
    ///
    /// @throws FilonException with every problem of form, name and type
    public static NamedRule parse(String text, Catalogue catalogue) {
        RuleReader reader = new RuleReader();
        NamedRule rule = reader.document(tree(text));
        List<Problem> problems = new ArrayList<>(reader.problems());
        problems.addAll(CheckedRule.problems(rule, catalogue));
        return orThrow(rule, problems.stream().distinct().toList());
    }

    public static String print(NamedRule rule) {
        return YAML.writeValueAsString(RuleWriter.document(rule));
    }

    public static String printJson(NamedRule rule) {
        return JSON.writeValueAsString(RuleWriter.document(rule));
    }

    private static NamedRule orThrow(NamedRule rule, List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return rule;
    }

    /// Words of a document that nobody knows, each with the nearest known one.
    public static List<Problem> unknownKeys(ObjectNode document, Set<String> known) {
        return document.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .map(key -> Problem.of(
                        "rule.unknown_key",
                        key,
                        Nearest.to(key, known).orElse(String.join(", ", new TreeSet<>(known)))))
                .toList();
    }

    /// YAML or JSON as a tree: a word twice, or anything after the end, is refused.
    ///
    /// @throws FilonException with the line where it cannot be read
    public static JsonNode tree(String text) {
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            String line = line(e);
            Matcher twice = TWICE.matcher(e.getOriginalMessage());
            throw new FilonException(List.of(
                    twice.find()
                            ? Problem.of("rule.word_twice", line, twice.group(1))
                            : Problem.of("rule.syntax", line)));
        }
    }

    /// For readers of other documents than rules: a word twice in the same place is one value lost without a word.
    /// Whatever else is wrong with the text is left to them.
    ///
    /// @throws FilonException with the line
    public static void refuseTwice(String file, String text) {
        try {
            YAML.readTree(text);
        } catch (JacksonException e) {
            Matcher twice = TWICE.matcher(e.getOriginalMessage());
            if (twice.find()) {
                throw new FilonException("settings.twice", file, line(e), twice.group(1));
            }
        }
    }

    private static String line(JacksonException e) {
        return e.getLocation() == null ? "?" : Integer.toString(e.getLocation().getLineNr());
    }

    private static final class QuoteWhatLooksTyped extends StringQuotingChecker.Default {
        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || LOOKS_TYPED.matcher(value).matches();
        }
    }
}
