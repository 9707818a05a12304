package io.filon.rule.read;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Pieces of a written tree.
final class Tree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /// Constants written as numbers of the file; each reads back as the very same text.
    private static final Pattern NUMBER = Pattern.compile("(0|-?[1-9][0-9]{0,14})(\\.[0-9]{1,9})?");

    private Tree() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static ObjectNode one(String key, JsonNode value) {
        ObjectNode node = object();
        node.set(key, value);
        return node;
    }

    static JsonNode text(String text) {
        return NODES.stringNode(text);
    }

    static JsonNode number(BigDecimal number) {
        return NODES.numberNode(number);
    }

    static JsonNode number(int number) {
        return NODES.numberNode(number);
    }

    static JsonNode number(double number) {
        return NODES.numberNode(number);
    }

    static ArrayNode list(List<? extends JsonNode> nodes) {
        ArrayNode list = NODES.arrayNode();
        list.addAll(nodes);
        return list;
    }

    static ArrayNode constants(List<String> values) {
        return list(values.stream().map(Tree::constant).toList());
    }

    /// One text bare, several as a list.
    static JsonNode names(List<String> names) {
        return names.size() == 1
                ? text(names.getFirst())
                : list(names.stream().map(Tree::text).toList());
    }

    static JsonNode constant(String text) {
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(text.equals("true"));
        }
        return NUMBER.matcher(text).matches() ? NODES.numberNode(new BigDecimal(text)) : text(text);
    }

    static JsonNode percent(BigDecimal share) {
        return text(share.movePointRight(2).stripTrailingZeros().toPlainString() + " %");
    }
}
