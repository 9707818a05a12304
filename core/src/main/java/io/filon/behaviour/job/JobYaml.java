package io.filon.behaviour.job;

import io.filon.behaviour.job.Job.About;
import io.filon.behaviour.job.Job.Evidence;
import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads a job's file:
///
/// ```yaml
/// name: Comparar precios
/// name_en: Compare prices
/// situation: Ya sabe qué quiere.
/// motivation: No pagar de más.
/// outcome: Elige dónde comprarlo.
/// about: category
/// evidence:
///   - when: {comparisons: ">= 1"}
///     points: 3
///     says: compara productos
/// ```
///
/// What follows `when` is the rule language's, on one session.
final class JobYaml {

    private static final Set<String> WORDED = Set.of("name", "situation", "motivation", "outcome");
    private static final Set<String> KEYS = keys(WORDED, "about", "answers", "evidence");
    private static final Set<String> EVIDENCE_KEYS = keys(Set.of("says"), "when", "points");
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(100);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Problem> problems = new ArrayList<>();

    private JobYaml() {}

    private static Set<String> keys(Set<String> worded, String... others) {
        Set<String> keys = new TreeSet<>(worded);
        worded.forEach(word -> keys.add(word + "_en"));
        keys.addAll(List.of(others));
        return keys;
    }

    /// @throws FilonException with every problem of the text
    static Job read(String key, String text) {
        JobYaml reader = new JobYaml();
        if (!(RuleYaml.tree(text) instanceof ObjectNode document)) {
            throw new FilonException("rule.document");
        }
        Job job = reader.job(key, document);
        if (!reader.problems.isEmpty()) {
            throw new FilonException(reader.problems);
        }
        return job;
    }

    private Job job(String key, ObjectNode document) {
        known(document, KEYS);
        Wording name = worded(document, "name");
        if (name.spanish().isEmpty()) {
            problems.add(Problem.of("job.no_name"));
        }
        JsonNode signs = document.path("evidence");
        List<Evidence> evidence = new ArrayList<>();
        if (!signs.isArray() || signs.isEmpty()) {
            problems.add(Problem.of("job.no_evidence"));
        }
        for (int i = 0; i < signs.size(); i++) {
            evidence(i + 1, signs.get(i)).ifPresent(evidence::add);
        }
        return new Job(
                key,
                name,
                worded(document, "situation"),
                worded(document, "motivation"),
                worded(document, "outcome"),
                about(document.path("about")),
                texts(document.path("answers")),
                evidence);
    }

    private Optional<Evidence> evidence(int number, JsonNode sign) {
        if (!(sign instanceof ObjectNode object)) {
            problems.add(Problem.of("job.evidence_form", Integer.toString(number)));
            return Optional.empty();
        }
        known(object, EVIDENCE_KEYS);
        JsonNode given = object.path("points");
        BigDecimal points = given.isNumber() ? given.decimalValue() : BigDecimal.ZERO;
        if (points.signum() == 0 || points.abs().compareTo(MOST_POINTS) > 0 || points.scale() > 2) {
            problems.add(Problem.of("job.points", Integer.toString(number), given.toString()));
        }
        Wording says = worded(object, "says");
        return rule(number, object.path("when"))
                .map(rule -> new Evidence(
                        rule,
                        points,
                        says.spanish().isEmpty()
                                ? new Wording(object.path("when").toString(), "")
                                : says));
    }

    private Optional<CheckedRule> rule(int number, JsonNode when) {
        ObjectNode rule = YAML.createObjectNode();
        rule.put("name", "evidence " + number);
        rule.set("rule", when);
        try {
            CheckedRule checked =
                    CheckedRule.check(RuleYaml.parse(rule.toString(), SessionFacts.CATALOGUE), SessionFacts.CATALOGUE);
            if (SessionFacts.isOfOneSession(checked)) {
                return Optional.of(checked);
            }
            problems.add(Problem.of("job.evidence_rule", Integer.toString(number)));
        } catch (FilonException e) {
            problems.add(Problem.of("job.evidence_at", Integer.toString(number)));
            problems.addAll(e.problems());
        }
        return Optional.empty();
    }

    private About about(JsonNode given) {
        if (given.isMissingNode()) {
            return About.NOTHING;
        }
        Optional<About> about = Stream.of(About.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(given.asString("")))
                .findFirst();
        if (about.isEmpty()) {
            problems.add(Problem.of("job.about", given.toString()));
        }
        return about.orElse(About.NOTHING);
    }

    private List<String> texts(JsonNode given) {
        if (!given.isMissingNode() && !given.isArray()) {
            problems.add(Problem.of("job.answers", given.toString()));
        }
        return given.isArray()
                ? given.valueStream().map(each -> each.asString("")).toList()
                : List.of();
    }

    private Wording worded(ObjectNode document, String word) {
        for (String key : List.of(word, word + "_en")) {
            if (document.has(key) && !document.path(key).isString()) {
                problems.add(Problem.of("segment.not_text", key));
            }
        }
        return new Wording(
                document.path(word).asString("").strip(),
                document.path(word + "_en").asString("").strip());
    }

    private void known(ObjectNode object, Collection<String> keys) {
        for (String key : object.propertyNames()) {
            if (!keys.contains(key)) {
                problems.add(Problem.of(
                        "rule.unknown_key", key, Nearest.to(key, keys).orElseGet(() -> String.join(", ", keys))));
            }
        }
    }
}
