package io.filon.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes a rule as the tree that [RuleReader] reads back.
final class RuleWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Constants written as numbers and booleans of the file; each reads back as the very same text.
    private static final Pattern NUMBER = Pattern.compile("(0|-?[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");

    private RuleWriter() {}

    static ObjectNode document(NamedRule rule) {
        ObjectNode document = NODES.objectNode();
        document.put("name", rule.name());
        document.set("rule", tree(rule.rule()));
        return document;
    }

    private static JsonNode tree(Rule rule) {
        return switch (rule) {
            case Rule.Everyone() -> NODES.stringNode("everyone");
            case Rule.Compare compare -> one(compare.fact(), constant(ConditionText.write(compare)));
            case Rule.Between between -> one(between.fact(), NODES.stringNode(ConditionText.write(between)));
            case Rule.In(String fact, List<String> values) -> one(fact, constants(values));
            case Rule.Known(String fact) -> one(fact, NODES.stringNode(ConditionText.writeKnown(true)));
            case Rule.Not(Rule.Known(String fact)) -> one(fact, NODES.stringNode(ConditionText.writeKnown(false)));
            case Rule.All(List<Rule> rules) -> one("all", trees(rules));
            case Rule.Any(List<Rule> rules) -> one("any", trees(rules));
            case Rule.Not(Rule.Any(List<Rule> rules)) -> one("none", trees(rules));
            case Rule.Not(Rule inner) -> one("not", tree(inner));
            case Rule.Top top -> one("top", top(top));
        };
    }

    private static ObjectNode top(Rule.Top top) {
        ObjectNode node = NODES.objectNode();
        node.put("fact", top.fact());
        BigDecimal percent = top.share().movePointRight(2).stripTrailingZeros();
        node.put("share", percent.toPlainString() + " %");
        if (!(top.among() instanceof Rule.Everyone)) {
            node.set("among", tree(top.among()));
        }
        return node;
    }

    private static ObjectNode one(String key, JsonNode value) {
        ObjectNode node = NODES.objectNode();
        node.set(key, value);
        return node;
    }

    private static ArrayNode trees(List<Rule> rules) {
        ArrayNode list = NODES.arrayNode();
        rules.forEach(rule -> list.add(tree(rule)));
        return list;
    }

    private static ArrayNode constants(List<String> values) {
        ArrayNode list = NODES.arrayNode();
        values.forEach(value -> list.add(constant(value)));
        return list;
    }

    private static JsonNode constant(String text) {
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        return NUMBER.matcher(text).matches() ? NODES.numberNode(new BigDecimal(text)) : NODES.stringNode(text);
    }
}
