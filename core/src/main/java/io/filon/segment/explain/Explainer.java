package io.filon.segment.explain;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.Fact;
import io.filon.rule.NamedRule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.rule.say.Sentence;
import io.filon.segment.Base;
import io.filon.segment.Segment;
import io.filon.segment.explain.Explanation.Step;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Tells why a customer is in a segment or not. It reads the rule as the language prints it and asks every condition of
/// the store, so a condition that it does not know still gets its sentence and whether it holds.
public final class Explainer {

    private record Known(String customerId) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Base base;
    private final Messages messages;
    private final Formats formats;
    private final FactText text;

    public Explainer(Base base, Messages messages, Formats formats) {
        this.base = base;
        this.messages = messages;
        this.text = new FactText(messages, formats);
        this.formats = formats;
    }

    /// @param asked an id of the customer, also an older one that was merged into another
    /// @throws FilonException when there is no such customer, with the nearest
    public Explanation explain(Segment segment, String asked) {
        String customer = customer(asked);
        Map<String, Object> facts = facts(customer);
        JsonNode rule = JSON.readTree(RuleYaml.printJson(
                        new NamedRule(segment.key(), segment.rule().rule())))
                .path("rule");
        Step step = step(rule, customer, facts);
        return new Explanation(customer, step.holds(), step);
    }

    /// The id somebody is known by now.
    public String customer(String asked) {
        String id = asked.strip();
        List<Known> known = base.store().query(Sql.of("""
                select customer_id from customer_facts where customer_id = ?
                union all
                select customer_facts.customer_id
                from identities
                join customer_facts on customer_facts.customer_id = identities.customer_id
                where identities.key = ?""", id, id), Known.class);
        return known.stream().map(Known::customerId).findFirst().orElseThrow(() -> unknown(id));
    }

    private FilonException unknown(String id) {
        String start = id.substring(0, Math.min(2, id.length()));
        List<String> alike = base
                .store()
                .query(
                        Sql.of(
                                "select customer_id from customer_facts where customer_id ilike ? "
                                        + "order by customer_id limit 20000",
                                start.replaceAll("[%_\\\\]", "_") + "%"),
                        Known.class)
                .stream()
                .map(Known::customerId)
                .toList();
        return new FilonException(List.of(Nearest.to(id, alike)
                .map(near -> Problem.of("segment.customer_near", id, near))
                .orElseGet(() -> Problem.of("segment.customer", id))));
    }

    private Map<String, Object> facts(String customer) {
        Map<String, Object> facts = new HashMap<>();
        String table = base.catalogue().table();
        base.store().stream(
                Sql.of("select * from " + Sql.name(table) + " where customer_id = ?", customer), facts::putAll);
        return facts;
    }

    private Step step(JsonNode rule, String customer, Map<String, Object> facts) {
        if (rule instanceof ObjectNode object && object.size() == 1) {
            Map.Entry<String, JsonNode> entry = object.properties().iterator().next();
            return switch (entry.getKey()) {
                case "all", "any", "none" -> group(entry.getKey(), entry.getValue(), customer, facts);
                case "not" -> {
                    Step inner = step(entry.getValue(), customer, facts);
                    yield group("not", !inner.holds(), List.of(inner));
                }
                default -> condition(object, entry.getKey(), entry.getValue(), customer, facts);
            };
        }
        return condition(rule, "", rule, customer, facts);
    }

    private Step group(String kind, JsonNode rules, String customer, Map<String, Object> facts) {
        List<Step> parts = new ArrayList<>();
        rules.forEach(rule -> parts.add(step(rule, customer, facts)));
        boolean holds = switch (kind) {
            case "all" -> parts.stream().allMatch(Step::holds);
            case "any" -> parts.stream().anyMatch(Step::holds);
            default -> parts.stream().noneMatch(Step::holds);
        };
        return group(kind, holds, parts);
    }

    private static Step group(String kind, boolean holds, List<Step> parts) {
        return new Step(kind, holds, "", null, null, null, null, null, parts);
    }

    private Step condition(JsonNode rule, String word, JsonNode compared, String customer, Map<String, Object> facts) {
        CheckedRule checked = checked(rule);
        boolean holds = holds(checked, customer);
        String sentence = Sentence.of(checked, messages, formats);
        String name = word.equals("top") ? compared.path("fact").asString("") : word;
        Optional<Fact> fact = base.catalogue().fact(name);
        if (fact.isEmpty()) {
            return new Step("condition", holds, sentence, null, null, null, null, null, List.of());
        }
        Object value = facts.get(fact.get().column());
        FactText.Missing missing = holds
                ? FactText.Missing.NOTHING
                : word.equals("top")
                        ? text.belowCut(fact.get(), value, cut(checked, fact.get()))
                        : text.missing(fact.get(), value, compared);
        return new Step(
                "condition",
                holds,
                sentence,
                fact.get().name(),
                value == null ? null : value.toString(),
                value == null ? null : text.written(fact.get(), value),
                missing.distance(),
                missing.said(),
                List.of());
    }

    private CheckedRule checked(JsonNode rule) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("name", "condition");
        document.set("rule", rule);
        return CheckedRule.check(
                RuleYaml.parse(document.toString(), base.catalogue()).rule(), base.catalogue());
    }

    private boolean holds(CheckedRule rule, String customer) {
        return base.store()
                        .number(Sql.of("select count(*) from (")
                                .then(base.select(rule))
                                .then(Sql.of(") as members where customer_id = ?", customer)))
                > 0;
    }

    /// The lowest value of those at the top.
    private Optional<String> cut(CheckedRule rule, Fact fact) {
        return base.store()
                .text(Sql.of("select min(%s) from %s join ("
                                .formatted(fact.column(), base.catalogue().table()))
                        .then(base.select(rule))
                        .then(Sql.of(") as members using (customer_id)")));
    }
}
