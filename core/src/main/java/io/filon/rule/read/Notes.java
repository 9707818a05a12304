package io.filon.rule.read;

import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The problems a reading has met, and how plain values are read. For one use by one thread.
final class Notes {

    /// Parts of a rule, used ones counted each time: more than any check lets pass.
    private static final int MOST_PARTS = 3000;

    private static final int DEEPEST = 40;

    private final List<Problem> problems = new ArrayList<>();
    private int parts;
    private int depth;

    List<Problem> problems() {
        return problems.stream().distinct().toList();
    }

    void add(String code, Object... values) {
        problems.add(Problem.of(code, values));
    }

    <T> Optional<T> refuse(String code, Object... values) {
        add(code, values);
        return Optional.empty();
    }

    /// How many parts have been read.
    int parts() {
        return parts;
    }

    /// @return whether so many more parts are still within what anybody reads
    boolean room(int more) {
        parts += more;
        if (parts > MOST_PARTS) {
            add("rule.too_long", 1000);
        }
        return parts <= MOST_PARTS;
    }

    /// Reads a part inside another, unless that is too deep or too much.
    <T> T within(T refused, Supplier<T> part) {
        if (depth >= DEEPEST) {
            add("rule.too_deep", DEEPEST);
            return refused;
        }
        if (!room(1)) {
            return refused;
        }
        depth++;
        T read = part.get();
        depth--;
        return read;
    }

    void onlyKeys(JsonNode node, Collection<String> keys, String path) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                String known = String.join(", ", new TreeSet<>(keys));
                add("rule.unknown_key", path + key, Nearest.to(key, keys).orElse(known));
            }
        }
    }

    /// As written, without margins; `1e3` as 1000, but never a number of a million zeros. Empty for what is no plain
    /// value.
    static String constant(JsonNode node) {
        if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) <= 40) {
            return node.decimalValue().toPlainString();
        }
        return node.isValueNode() && !node.isNull() ? node.asString().strip() : "";
    }

    static String text(JsonNode node) {
        return node.isString() ? node.asString().strip() : "";
    }

    /// One plain value, or a list of them; nothing when it is empty or holds anything else.
    Optional<List<String>> constants(JsonNode node, String path) {
        List<String> constants = new ArrayList<>();
        Iterable<JsonNode> nodes = node.isArray() ? node : List.of(node);
        for (JsonNode each : nodes) {
            constants.add(constant(each));
        }
        return constants.isEmpty() || constants.contains("")
                ? refuse("rule.constants_expected", path)
                : Optional.of(constants);
    }

    /// A whole number from the least on.
    Optional<Integer> count(JsonNode node, int least, String path) {
        String text = constant(node);
        if (text.matches("-?[0-9]{1,6}") && Integer.parseInt(text) >= least) {
            return Optional.of(Integer.parseInt(text));
        }
        return refuse("rule.count_expected", path, least);
    }

    /// A number of at least 0.
    Optional<BigDecimal> number(JsonNode node, String path) {
        String text = constant(node);
        return text.matches("[0-9]{1,15}(\\.[0-9]{1,9})?")
                ? Optional.of(new BigDecimal(text))
                : refuse("rule.count_expected", path, 0);
    }
}
