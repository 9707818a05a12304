package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
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
            case Condition.Has(Measure.Fact fact, Claim.Compare(Operator operator, Operand.Constant(String text))) ->
                one(fact.name(), constant(ClaimText.write(operator, text)));
            case Condition.Has(Measure.Fact fact, Claim.Between between) ->
                one(fact.name(), NODES.stringNode(ClaimText.write(between)));
            case Condition.Has(Measure.Fact fact, Claim.In(List<String> values)) -> one(fact.name(), constants(values));
            case Condition.Has(Measure.Fact fact, Claim.Known()) -> one(fact.name(), NODES.stringNode(ClaimText.KNOWN));
            case Rule.Not(Condition.Has(Measure.Fact fact, Claim.Known())) ->
                one(fact.name(), NODES.stringNode(ClaimText.UNKNOWN));
            case Rule.All(List<Rule> rules) -> one("all", trees(rules));
            case Rule.Any(List<Rule> rules) -> one("any", trees(rules));
            case Rule.Not(Rule.Any(List<Rule> rules)) -> one("none", trees(rules));
            case Rule.Not(Rule inner) -> one("not", tree(inner));
            case Condition.Top top -> one("top", top(top));
            case Rule other -> throw new IllegalStateException("not written yet: " + other);
        };
    }

    private static ObjectNode top(Condition.Top top) {
        ObjectNode node = NODES.objectNode();
        node.put("fact", ((Measure.Fact) top.measure()).name());
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
