package io.filon.rule.read;

import io.filon.problem.Problem;
import io.filon.rule.Condition;
import io.filon.rule.NamedRule;
import io.filon.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the tree of a segment's file, collecting every problem with its path: groups of rules here, what they are made
/// of in [ConditionReader]. For one use by one thread.
///
/// Where something is wrong it puts [Rule.Everyone] and goes on; whoever asks looks at [#problems] first.
final class RuleReader {

    static final Rule REFUSED = new Rule.Everyone();
    private static final String EVERYONE = "everyone";

    /// A named condition that may be used again, and how many parts it has.
    private record Known(Rule rule, int parts) {}

    private final Notes notes = new Notes();
    private final ConditionReader conditions =
            new ConditionReader(notes, new MeasureReader(notes, this::rule), this::rule);
    private final Map<String, Known> named = new HashMap<>();

    List<Problem> problems() {
        return notes.problems();
    }

    NamedRule document(JsonNode document) {
        if (!document.isObject()) {
            notes.add("rule.document");
            return new NamedRule("?", REFUSED);
        }
        notes.onlyKeys(document, Set.of("name", "rule"), "");
        String name = Notes.text(document.path("name"));
        if (name.isEmpty()) {
            notes.add("rule.no_name");
        }
        if (!document.has("rule")) {
            notes.add("rule.no_rule");
            return new NamedRule(name.isEmpty() ? "?" : name, REFUSED);
        }
        return new NamedRule(name.isEmpty() ? "?" : name, rule(document.path("rule"), "rule"));
    }

    private Rule rule(JsonNode node, String path) {
        return notes.within(REFUSED, () -> read(node, path));
    }

    private Rule read(JsonNode node, String path) {
        if (node.isString() && Notes.text(node).equals(EVERYONE)) {
            return new Rule.Everyone();
        }
        if (!node.isObject() || node.isEmpty()) {
            return refuse("rule.rule_expected", path);
        }
        if (MeasureReader.head(node).isPresent()) {
            return conditions.measured(node, path);
        }
        if (isWhole(node)) {
            return whole(node, path);
        }
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            rules.add(entry(entry.getKey(), entry.getValue(), path + "." + entry.getKey()));
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    /// Whether one word of the object takes the others along.
    private static boolean isWhole(JsonNode node) {
        return (node.has("at_least") && node.has("rules"))
                || (node.has("named") && node.has("rule"))
                || (node.has("bucket") && node.has("salt"))
                || node.has("in_segment")
                || node.has("entered_segment")
                || node.has("left_segment");
    }

    private Rule whole(JsonNode node, String path) {
        if (node.has("at_least")) {
            return atLeast(node, path);
        }
        if (node.has("named")) {
            return named(node, path);
        }
        return node.has("bucket") ? conditions.bucket(node, path) : conditions.segment(node, path);
    }

    private Rule atLeast(JsonNode node, String path) {
        notes.onlyKeys(node, Set.of("at_least", "rules"), path + ".");
        Optional<List<Rule>> rules = group(node.path("rules"), path + ".rules");
        Optional<Integer> count = notes.count(node.path("at_least"), 1, path + ".at_least");
        if (rules.isEmpty() || count.isEmpty()) {
            return REFUSED;
        }
        return count.get() <= rules.get().size()
                ? new Rule.AtLeast(count.get(), rules.get())
                : refuse(
                        "rule.at_least_expected", path, count.get(), rules.get().size());
    }

    private Rule named(JsonNode node, String path) {
        notes.onlyKeys(node, Set.of("named", "rule"), path + ".");
        String name = Notes.text(node.path("named"));
        int before = notes.parts();
        Rule rule = rule(node.path("rule"), path + ".rule");
        if (name.isEmpty()) {
            return refuse("rule.name_expected", path + ".named");
        }
        Known known = new Known(new Rule.Named(name, rule), notes.parts() - before);
        return named.putIfAbsent(name, known) == null ? known.rule : refuse("rule.name_twice", path, name);
    }

    private Rule use(JsonNode value, String path) {
        Known known = named.get(Notes.text(value));
        if (known == null) {
            return refuse("rule.name_unknown", path, Notes.constant(value));
        }
        return notes.room(known.parts) ? known.rule : REFUSED;
    }

    private Rule entry(String key, JsonNode value, String path) {
        return switch (key) {
            case "all" -> group(value, path).<Rule>map(Rule.All::new).orElse(REFUSED);
            case "any" -> group(value, path).<Rule>map(Rule.Any::new).orElse(REFUSED);
            case "none" ->
                group(value, path)
                        .<Rule>map(rules -> new Rule.Not(new Rule.Any(rules)))
                        .orElse(REFUSED);
            case "xor" -> group(value, path).<Rule>map(Rule.ExactlyOne::new).orElse(REFUSED);
            case "not" -> new Rule.Not(rule(value, path));
            case "person_time" -> new Rule.PersonTime(rule(value, path));
            case "use" -> use(value, path);
            case "top" -> conditions.top(value, Condition.Side.HIGHEST, path);
            case "bottom" -> conditions.top(value, Condition.Side.LOWEST, path);
            default -> key.isBlank() ? refuse("rule.rule_expected", path) : conditions.fact(key, value, path);
        };
    }

    private Optional<List<Rule>> group(JsonNode list, String path) {
        if (!list.isArray() || list.isEmpty()) {
            return notes.refuse("rule.list_expected", path);
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            rules.add(rule(list.get(i), "%s[%d]".formatted(path, i)));
        }
        return Optional.of(rules);
    }

    private Rule refuse(String code, Object... values) {
        notes.add(code, values);
        return REFUSED;
    }
}
