package io.filon.market;

import io.filon.market.MarketPlan.Universe;
import io.filon.market.size.Input;
import io.filon.market.size.Input.Origin;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `market.yaml`. A number may stand alone, which then has no doubt, or with its ends, its source and its kind:
///
/// ```yaml
/// win_rate: {value: 0.2, low: 0.1, high: 0.3, source: "ventas, 2025", kind: assumed}
/// ```
public final class MarketYaml {

    /// What each number may lie between.
    private record Bounds(double least, double most) {}

    private static final Bounds SHARE = new Bounds(0, 1);
    private static final Bounds AMOUNT = new Bounds(0, 1e15);
    private static final Map<String, Bounds> NUMBERS = numbers();
    private static final Set<String> WORDS =
            Set.of("horizon_months", "universe", "match", "serve", "top_down", "elsewhere", "tie");
    private static final Set<String> UNIVERSE = Set.of("file", "count", "doubt", "source", "groups");
    private static final Set<String> NUMBER = Set.of("value", "low", "high", "source", "kind");

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    private MarketYaml(String file) {
        this.file = file;
    }

    /// @throws FilonException with every problem of the file
    public static MarketPlan read(Path file) {
        try {
            return parse(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    static MarketPlan parse(String file, String text) {
        return new MarketYaml(file).plan(tree(file, text));
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

    private MarketPlan plan(JsonNode document) {
        if (!document.isObject()) {
            throw new FilonException("settings.not_map", file);
        }
        Set<String> known = new TreeSet<>(WORDS);
        known.addAll(NUMBERS.keySet());
        checkKeys("", document, known);
        double months = plain(document, "horizon_months", 24, 1, 240);
        Map<String, Input> inputs = new LinkedHashMap<>();
        NUMBERS.forEach((name, bounds) -> {
            Input input = input(document, name, bounds);
            if (input != null) {
                inputs.put(name, input);
            }
        });
        MarketPlan plan = new MarketPlan(
                (int) months,
                universe(document.path("universe")),
                match(document.path("match")),
                serve(document.path("serve")),
                input(document, "top_down", AMOUNT),
                inputs,
                plain(document, "elsewhere", Double.NaN, 0, 1),
                plain(document, "tie", MarketPlan.USUAL_TIE, 0, 1));
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return plan;
    }

    private Universe universe(JsonNode node) {
        if (!node.isObject()) {
            problems.add(Problem.of("market.no_universe", file));
            return new Universe("", "", 0, "", List.of());
        }
        checkKeys("universe.", node, UNIVERSE);
        List<Map<String, String>> groups = new ArrayList<>();
        for (JsonNode group : node.path("groups")) {
            Map<String, String> columns = new LinkedHashMap<>();
            group.properties()
                    .forEach(cell -> columns.put(cell.getKey(), cell.getValue().asString()));
            groups.add(columns);
        }
        String from = node.path("file").asString("");
        if (from.isEmpty() == groups.isEmpty()) {
            problems.add(Problem.of("market.file_or_groups", file));
        }
        if (Path.of(from).isAbsolute() || Path.of(from).normalize().startsWith("..")) {
            problems.add(Problem.of("market.outside", file, from));
        }
        return new Universe(
                from,
                node.path("count").asString("count"),
                plain(node, "doubt", 0, 0, 1),
                node.path("source").asString(""),
                groups);
    }

    private Map<String, String> match(JsonNode node) {
        Map<String, String> match = new LinkedHashMap<>();
        checkMap("match", node, "provincia: region");
        node.properties()
                .forEach(pair -> match.put(pair.getKey(), pair.getValue().asString("")));
        return match;
    }

    private Map<String, Set<String>> serve(JsonNode node) {
        Map<String, Set<String>> serve = new LinkedHashMap<>();
        checkMap("serve", node, "provincia: [Madrid]");
        node.properties().forEach(pair -> {
            Set<String> values = new LinkedHashSet<>();
            if (pair.getValue().isArray()) {
                pair.getValue().forEach(value -> values.add(value.asString("")));
            } else {
                values.add(pair.getValue().asString(""));
            }
            serve.put(pair.getKey(), values);
        });
        return serve;
    }

    private @Nullable Input input(JsonNode document, String name, Bounds bounds) {
        JsonNode node = document.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isObject()) {
            Double value = number(name, node, bounds);
            return value == null ? null : Input.certain(value, Origin.DECLARED);
        }
        checkKeys(name + ".", node, NUMBER);
        Double value = number(name + ".value", node.path("value"), bounds);
        Double low = node.has("low") ? number(name + ".low", node.path("low"), bounds) : value;
        Double high = node.has("high") ? number(name + ".high", node.path("high"), bounds) : value;
        if (value == null || low == null || high == null) {
            return null;
        }
        if (low > value || value > high) {
            problems.add(Problem.of("market.order", file, name));
            return null;
        }
        return new Input(
                value,
                low,
                high,
                origin(name, node.path("kind")),
                node.path("source").asString(""));
    }

    private Origin origin(String name, JsonNode kind) {
        return switch (kind.asString("declared")) {
            case "declared" -> Origin.DECLARED;
            case "assumed" -> Origin.ASSUMED;
            default -> {
                problems.add(Problem.of("market.kind", file, name, kind.asString("")));
                yield Origin.DECLARED;
            }
        };
    }

    private double plain(JsonNode document, String name, double otherwise, double least, double most) {
        if (document.path(name).isMissingNode()) {
            return otherwise;
        }
        Double value = number(name, document.path(name), new Bounds(least, most));
        return value == null ? otherwise : value;
    }

    /// A number, or a share as `20 %`.
    private @Nullable Double number(String name, JsonNode node, Bounds bounds) {
        Double value = node.isNumber() ? Double.valueOf(node.asDouble()) : percent(node.asString(""));
        if (value == null || !(value >= bounds.least && value <= bounds.most)) {
            problems.add(Problem.of("market.number", file, name, node.toString(), bounds.least, bounds.most));
            return null;
        }
        return value;
    }

    private static @Nullable Double percent(String text) {
        return text.matches("-?[0-9]+([.][0-9]+)? ?%") ? Double.parseDouble(text.replaceAll("[ %]", "")) / 100 : null;
    }

    /// What is written otherwise would be read as nothing said.
    private void checkMap(String name, JsonNode node, String example) {
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            problems.add(Problem.of("settings.type", file, name, node.toString(), example));
        }
    }

    private void checkKeys(String path, JsonNode node, Collection<String> known) {
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                problems.add(Nearest.to(key, known)
                        .map(near -> Problem.of("settings.unknown_near", file, path + key, near))
                        .orElseGet(() -> Problem.of(
                                "settings.unknown", file, path + key, String.join(", ", new TreeSet<>(known)))));
            }
        }
    }

    private static Map<String, Bounds> numbers() {
        Map<String, Bounds> numbers = new LinkedHashMap<>();
        numbers.put("value", AMOUNT);
        numbers.put("served_share", SHARE);
        numbers.put("deciding", SHARE);
        numbers.put("competition", SHARE);
        numbers.put("win_rate", SHARE);
        numbers.put("contacts", AMOUNT);
        numbers.put("capacity", AMOUNT);
        numbers.put("cycle_months", new Bounds(0, 120));
        numbers.put("churn", SHARE);
        numbers.put("growth", new Bounds(-0.9, 10));
        return numbers;
    }
}
