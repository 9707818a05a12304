package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads conditions on events and items; several in one object all have to hold.
final class FilterReader {

    static final Set<String> WORDS =
            Set.of("all", "any", "none", "not", "any_item", "all_items", "no_item", "fact", "property");

    static final String EVERY = "everything";

    private static final Filter REFUSED = new Filter.Every();

    private final Notes notes;
    private final MeasureReader measures;

    FilterReader(Notes notes, MeasureReader measures) {
        this.notes = notes;
        this.measures = measures;
    }

    /// Everything where the word is not there.
    Filter filter(JsonNode parent, String word, String path) {
        return parent.has(word) ? filter(parent.path(word), path + "." + word) : new Filter.Every();
    }

    Filter filter(JsonNode node, String path) {
        return notes.within(REFUSED, () -> read(node, path));
    }

    private Filter read(JsonNode node, String path) {
        if (node.isString() && Notes.text(node).equals(EVERY)) {
            return new Filter.Every();
        }
        if (!node.isObject() || node.isEmpty()) {
            return refuse("rule.filter_expected", path);
        }
        if (node.has("fact")) {
            return fact(node, path);
        }
        if (node.has("property")) {
            return longProperty(node, path);
        }
        List<Filter> filters = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            filters.add(entry(entry.getKey(), entry.getValue(), path + "." + entry.getKey()));
        }
        return filters.size() == 1 ? filters.getFirst() : new Filter.All(filters);
    }

    private Filter entry(String key, JsonNode value, String path) {
        return switch (key) {
            case "all" -> group(value, path, Filter.All::new);
            case "any" -> group(value, path, Filter.Any::new);
            case "none" -> group(value, path, filters -> new Filter.Not(new Filter.Any(filters)));
            case "not" -> new Filter.Not(filter(value, path));
            case "any_item" -> new Filter.Items(Filter.Quantifier.ANY, filter(value, path));
            case "all_items" -> new Filter.Items(Filter.Quantifier.ALL, filter(value, path));
            case "no_item" -> new Filter.Items(Filter.Quantifier.NONE, filter(value, path));
            default -> property(key, value, path);
        };
    }

    private Filter group(JsonNode list, String path, Function<List<Filter>, Filter> group) {
        if (!list.isArray() || list.isEmpty()) {
            return refuse("rule.list_expected", path);
        }
        List<Filter> filters = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            filters.add(filter(list.get(i), "%s[%d]".formatted(path, i)));
        }
        return group.apply(filters);
    }

    private Filter property(String name, JsonNode value, String path) {
        if (name.isBlank()) {
            return refuse("rule.filter_expected", path);
        }
        if (ClaimReader.isUnknown(value)) {
            return new Filter.Not(new Filter.Property(name, new Claim.Known()));
        }
        if (!value.isObject()) {
            return measures.claims()
                    .plain(value, path)
                    .<Filter>map(claim -> new Filter.Property(name, claim))
                    .orElse(REFUSED);
        }
        return claims(value, Set.of(), path, claim -> new Filter.Property(name, claim));
    }

    private Filter longProperty(JsonNode node, String path) {
        String name = Notes.text(node.path("property"));
        return name.isEmpty()
                ? refuse("rule.filter_expected", path)
                : claims(node, Set.of("property"), path, claim -> new Filter.Property(name, claim));
    }

    private Filter fact(JsonNode node, String path) {
        Optional<Measure.Fact> fact = measures.fact(node, path);
        return fact.isEmpty()
                ? REFUSED
                : claims(node, MeasureReader.FACT, path, claim -> new Filter.Customer(fact.get(), claim));
    }

    /// Every claim in the object; other words it may have are read elsewhere.
    private Filter claims(JsonNode node, Set<String> others, String path, Function<Claim, Filter> of) {
        List<Filter> filters = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String at = path + "." + entry.getKey();
            if (entry.getKey().equals("is") && ClaimReader.isUnknown(entry.getValue())) {
                filters.add(new Filter.Not(of.apply(new Claim.Known())));
            } else if (Words.CLAIMS.contains(entry.getKey())) {
                measures.claims()
                        .claim(entry.getKey(), entry.getValue(), at)
                        .map(of)
                        .ifPresent(filters::add);
            } else if (!others.contains(entry.getKey())) {
                notes.add("rule.unknown_key", at, String.join(", ", Words.sorted(Words.CLAIMS)));
            }
        }
        if (filters.isEmpty()) {
            return refuse("rule.condition_expected", path);
        }
        return filters.size() == 1 ? filters.getFirst() : new Filter.All(filters);
    }

    private Filter refuse(String code, Object... values) {
        notes.add(code, values);
        return REFUSED;
    }
}
