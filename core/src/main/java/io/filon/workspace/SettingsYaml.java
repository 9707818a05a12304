package io.filon.workspace;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.read.RuleYaml;
import io.filon.store.DuckStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `filon.yaml` over the defaults. A [Settings.Range] may be one number, which then has no doubt.
public final class SettingsYaml {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /// Their keys are months, years or segments, not ours.
    private static final Set<String> NAMED_BY_THE_COMPANY =
            Set.of("price_index", "priorities.contact_costs", "priorities.fixed_costs");

    private SettingsYaml() {}

    /// @throws FilonException with every problem of the file
    public static Settings read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    static Settings parse(String file, String text) {
        ObjectNode merged = YAML.valueToTree(Settings.defaults());
        JsonNode given = tree(file, text);
        List<Problem> problems = new ArrayList<>();
        if (given.isObject()) {
            merge(file, "", merged, (ObjectNode) given, problems);
        } else if (!given.isMissingNode() && !given.isNull()) {
            problems.add(Problem.of("settings.not_map", file));
        }
        checkNames(file, merged, problems);
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        try {
            return YAML.treeToValue(merged, Settings.class);
        } catch (JacksonException e) {
            throw new FilonException("settings.invalid", file, broken(e));
        }
    }

    private static void checkNames(String file, ObjectNode settings, List<Problem> problems) {
        String currency = settings.get("currency").asString();
        if (!currency.equals("auto")
                && Currency.getAvailableCurrencies().stream()
                        .noneMatch(known -> known.getCurrencyCode().equals(currency))) {
            problems.add(Problem.of("settings.currency", file, currency));
        }
        String zone = settings.get("zone").asString();
        if (!zone.equals("auto") && !ZoneId.getAvailableZoneIds().contains(zone)) {
            problems.add(Problem.of("settings.zone", file, zone));
        }
        JsonNode engine = settings.get("engine");
        String memory = engine.get("memory").asString();
        if (!memory.isEmpty() && !DuckStore.Limits.isEnough(memory)) {
            problems.add(Problem.of("engine.memory", file + ": engine.memory", memory));
        }
        int threads = engine.get("threads").asInt();
        if (threads != 0 && !DuckStore.Limits.isNumberOfThreads(threads)) {
            problems.add(Problem.of("engine.threads", file + ": engine.threads", String.valueOf(threads)));
        }
    }

    private static JsonNode tree(String file, String text) {
        RuleYaml.refuseTwice(file, text);
        try {
            return YAML.readTree(text);
        } catch (JacksonException e) {
            String line = Integer.toString(e.getLocation().getLineNr());
            throw new FilonException("settings.not_yaml", file, line);
        }
    }

    private static void merge(String file, String path, ObjectNode known, ObjectNode given, List<Problem> problems) {
        for (Map.Entry<String, JsonNode> entry : given.properties()) {
            String at = path + entry.getKey();
            JsonNode expected = known.get(entry.getKey());
            JsonNode value = entry.getValue();
            if (expected == null) {
                List<String> names = new ArrayList<>(known.propertyNames());
                problems.add(Nearest.to(entry.getKey(), names)
                        .map(near -> Problem.of("settings.unknown_near", file, at, near))
                        .orElseGet(() -> Problem.of("settings.unknown", file, at, String.join(", ", names))));
            } else if (NAMED_BY_THE_COMPANY.contains(at) && value.isObject()) {
                known.set(entry.getKey(), value);
            } else if (expected instanceof ObjectNode inner && value instanceof ObjectNode outer) {
                merge(file, at + ".", inner, outer, problems);
            } else if (expected.has("low") && value.isNumber()) {
                known.set(entry.getKey(), certain(value));
            } else if (sameType(expected, value)) {
                known.set(entry.getKey(), value);
            } else {
                problems.add(Problem.of("settings.type", file, at, value.toString(), expected.toString()));
            }
        }
    }

    private static ObjectNode certain(JsonNode value) {
        ObjectNode range = YAML.createObjectNode();
        range.set("value", value);
        range.set("low", value);
        range.set("high", value);
        return range;
    }

    private static boolean sameType(JsonNode expected, JsonNode value) {
        return (expected.isNumber() && value.isNumber())
                || (expected.isBoolean() && value.isBoolean())
                || (expected.isString() && value.isString())
                || (expected.isArray() && value.isArray())
                || (expected.isNull() && (value.isNumber() || value.isNull())); // no usual one: left out, or a number
    }

    /// What the settings themselves demand, else where the value stands that does not fit.
    private static String broken(JacksonException e) {
        return e.getCause() instanceof IllegalArgumentException demanded
                ? String.valueOf(demanded.getMessage())
                : e.getPath().stream()
                        .map(JacksonException.Reference::getPropertyName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."));
    }
}
