package io.filon.behaviour.session;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.read.RuleYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `events.yaml`, the names that events have only in one company:
///
/// ```yaml
/// names:
///   ficha_abierta: Product Viewed pide presupuesto: checkout
/// ```
///
/// What follows the colon is a name that trackers use, or a step of `vocabulary.yaml`.
final class HouseNames {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private HouseNames() {}

    /// The step of each name; empty when there is no file.
    ///
    /// @throws FilonException with every problem of the file
    static Map<String, String> read(Path file, Vocabulary known) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        String place = file.getFileName().toString();
        try {
            return parse(place, Files.readString(file, StandardCharsets.UTF_8), known);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    static Map<String, String> parse(String file, String text, Vocabulary known) {
        JsonNode document = tree(file, text);
        if (document.isMissingNode() || document.isNull()) {
            return Map.of();
        }
        List<Problem> problems = new ArrayList<>();
        document.propertyNames().stream()
                .filter(key -> !key.equals("names"))
                .forEach(key -> problems.add(Problem.of("events.unknown_key", file, key)));
        if (!document.path("names").isObject()) {
            problems.add(Problem.of("events.form", file));
        }
        Map<String, String> steps = new TreeMap<>();
        document.path("names").properties().forEach(entry -> {
            String name = entry.getValue().asString("");
            String step = known.steps().get(Vocabulary.plain(name));
            if (step == null) {
                String near = Nearest.to(Vocabulary.plain(name), known.steps().keySet())
                        .orElse("product");
                problems.add(Problem.of("events.unknown", file, name, near));
            } else {
                steps.put(entry.getKey(), step);
            }
        });
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return steps;
    }

    private static JsonNode tree(String file, String text) {
        RuleYaml.refuseTwice(file, text);
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            String line = e.getLocation() == null
                    ? "?"
                    : Integer.toString(e.getLocation().getLineNr());
            throw new FilonException("events.not_yaml", file, line);
        }
    }
}
