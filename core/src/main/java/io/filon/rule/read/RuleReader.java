package io.filon.rule.read;

import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads the tree of a segment's file, collecting every problem with its path. For one use by one thread.
///
/// Where something is wrong it puts [Rule.Everyone] and goes on; whoever asks looks at [#problems] first.
final class RuleReader {

    private static final Rule REFUSED = new Rule.Everyone();
    private static final String EVERYONE = "everyone";

    private final List<Problem> problems = new ArrayList<>();

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    NamedRule document(JsonNode document) {
        if (!document.isObject()) {
            refuse("rule.document");
            return new NamedRule("?", REFUSED);
        }
        onlyKeys(document, Set.of("name", "rule"), "");
        String name = document.path("name").isString()
                ? document.path("name").asString().strip()
                : "";
        if (name.isEmpty()) {
            refuse("rule.no_name");
        }
        if (!document.has("rule")) {
            refuse("rule.no_rule");
            return new NamedRule(name.isEmpty() ? "?" : name, REFUSED);
        }
        return new NamedRule(name.isEmpty() ? "?" : name, rule(document.path("rule"), "rule"));
    }

    private Rule rule(JsonNode node, String path) {
        if (node.isString() && node.asString().strip().equals(EVERYONE)) {
            return new Rule.Everyone();
        }
        if (!node.isObject() || node.isEmpty()) {
            return refuse("rule.rule_expected", path);
        }
        List<Rule> rules = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            rules.add(entry(entry.getKey(), entry.getValue(), path + "." + entry.getKey()));
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    private Rule entry(String key, JsonNode value, String path) {
        return switch (key) {
            case "all" -> group(value, path).<Rule>map(Rule.All::new).orElse(REFUSED);
            case "any" -> group(value, path).<Rule>map(Rule.Any::new).orElse(REFUSED);
            case "none" ->
                group(value, path)
                        .<Rule>map(rules -> new Rule.Not(new Rule.Any(rules)))
                        .orElse(REFUSED);
            case "not" -> new Rule.Not(rule(value, path));
            case "top" -> top(value, path);
            default -> key.isBlank() ? refuse("rule.rule_expected", path) : condition(key, value, path);
        };
    }

    private Optional<List<Rule>> group(JsonNode list, String path) {
        if (!list.isArray() || list.isEmpty()) {
            refuse("rule.list_expected", path);
            return Optional.empty();
        }
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            rules.add(rule(list.get(i), "%s[%d]".formatted(path, i)));
        }
        return Optional.of(rules);
    }

    private Rule condition(String fact, JsonNode value, String path) {
        if (value.isArray()) {
            return in(fact, value, path);
        }
        if (value.isNumber() || value.isBoolean()) {
            return Condition.compare(fact, Operator.IS, constant(value));
        }
        if (value.isString() && value.asString().strip().equals(ClaimText.UNKNOWN)) {
            return new Rule.Not(Condition.known(fact));
        }
        return (value.isString() ? ClaimText.read(value.asString()) : Optional.<Claim>empty())
                .<Rule>map(claim -> new Condition.Has(Measure.Fact.of(fact), claim))
                .orElseGet(() -> refuse("rule.condition_expected", path));
    }

    private Rule in(String fact, JsonNode list, String path) {
        List<String> constants = new ArrayList<>();
        for (JsonNode item : list) {
            String text = item.isValueNode() && !item.isNull() ? constant(item) : "";
            if (text.isEmpty()) {
                return refuse("rule.constants_expected", path);
            }
            constants.add(text);
        }
        return constants.isEmpty()
                ? refuse("rule.constants_expected", path)
                : new Condition.Has(Measure.Fact.of(fact), new Claim.In(constants));
    }

    private Rule top(JsonNode node, String path) {
        if (!node.isObject()) {
            return refuse("rule.top_expected", path);
        }
        onlyKeys(node, Set.of("fact", "share", "among"), path + ".");
        Rule among = node.has("among") ? rule(node.path("among"), path + ".among") : new Rule.Everyone();
        String fact =
                node.path("fact").isString() ? node.path("fact").asString().strip() : "";
        if (fact.isEmpty() || Rule.WORDS.contains(fact)) {
            refuse("rule.top_expected", path);
        }
        Optional<BigDecimal> share = share(node.path("share"));
        if (share.isEmpty()) {
            refuse("rule.share_expected", path + ".share");
        }
        if (fact.isEmpty() || Rule.WORDS.contains(fact) || share.isEmpty()) {
            return among; // its own problems of name and type are still worth listing
        }
        return new Condition.Top(fact, share.get(), among);
    }

    private static Optional<BigDecimal> share(JsonNode node) {
        String text = node.isNumber() || node.isString() ? constant(node) : "";
        return FactType.SHARE.constant(text).isEmpty()
                ? Optional.empty()
                : Optional.of(FactType.share(text)).filter(Condition::isShare);
    }

    /// As written, without margins; `1e3` as 1000, but never a number of a million zeros.
    private static String constant(JsonNode node) {
        if (node.isBigDecimal() && Math.abs(node.decimalValue().scale()) <= 40) {
            return node.decimalValue().toPlainString();
        }
        return node.asString().strip();
    }

    private void onlyKeys(JsonNode node, Set<String> keys, String path) {
        for (String key : node.propertyNames()) {
            if (!keys.contains(key)) {
                String known = String.join(", ", keys.stream().sorted().toList());
                problems.add(Problem.of(
                        "rule.unknown_key", path + key, Nearest.to(key, keys).orElse(known)));
            }
        }
    }

    private Rule refuse(String code, Object... values) {
        problems.add(Problem.of(code, values));
        return REFUSED;
    }
}
