package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes filters as [FilterReader] reads them.
final class FilterWriter {

    private final ClaimWriter claims;

    FilterWriter(MeasureWriter measures) {
        this.claims = new ClaimWriter(measures);
    }

    JsonNode filter(Filter filter) {
        return switch (filter) {
            case Filter.Every() -> Tree.text(FilterReader.EVERY);
            case Filter.All(List<Filter> filters) -> Tree.one("all", list(filters));
            case Filter.Any(List<Filter> filters) -> Tree.one("any", list(filters));
            case Filter.Not(Filter.Any(List<Filter> filters)) -> Tree.one("none", list(filters));
            case Filter.Not(Filter.Property(String name, Claim.Known())) ->
                property(name, Tree.text(ClaimText.UNKNOWN));
            case Filter.Not(Filter inner) -> Tree.one("not", filter(inner));
            case Filter.Property(String name, Claim claim) -> {
                Optional<JsonNode> plain = ClaimWriter.plain(claim);
                ObjectNode node = Tree.object();
                claims.add(node, claim);
                yield property(name, plain.orElse(node));
            }
            case Filter.Customer(Measure.Fact fact, Claim claim) -> {
                ObjectNode node = Tree.object();
                node.put("fact", fact.name());
                MeasureWriter.addFact(node, fact);
                claims.add(node, claim);
                yield node;
            }
            case Filter.Items(Filter.Quantifier quantifier, Filter item) ->
                Tree.one(
                        switch (quantifier) {
                            case ANY -> "any_item";
                            case ALL -> "all_items";
                            case NONE -> "no_item";
                        },
                        filter(item));
        };
    }

    /// A property whose name is a word of the language is written the long way.
    private static ObjectNode property(String name, JsonNode value) {
        if (!FilterReader.WORDS.contains(name)) {
            return Tree.one(name, value);
        }
        ObjectNode node = Tree.object();
        if (value instanceof ObjectNode object) {
            node.setAll(object);
        } else {
            node.set("is", value);
        }
        node.put("property", name);
        return node;
    }

    private JsonNode list(List<Filter> filters) {
        return Tree.list(filters.stream().map(this::filter).toList());
    }
}
