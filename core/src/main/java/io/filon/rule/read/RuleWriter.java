package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.NamedRule;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a rule as the tree that [RuleReader] reads back. For one use by one thread.
final class RuleWriter {

    /// Words that would not be read as the short name of a fact.
    private static final Set<String> WORDS = Set.of(
            "all",
            "any",
            "none",
            "not",
            "xor",
            "person_time",
            "use",
            "top",
            "bottom",
            "did",
            "fact",
            "fact_age",
            "fact_changes",
            "people",
            "segment_count",
            "standing",
            "in_segment",
            "entered_segment",
            "left_segment");

    private final MeasureWriter measures = new MeasureWriter(this::tree);
    private final ClaimWriter claims = new ClaimWriter(measures);
    private final Set<Rule.Named> named = new HashSet<>();

    private RuleWriter() {}

    static ObjectNode document(NamedRule rule) {
        ObjectNode document = Tree.object();
        document.put("name", rule.name());
        document.set("rule", new RuleWriter().tree(rule.rule()));
        return document;
    }

    private JsonNode tree(Rule rule) {
        return switch (rule) {
            case Rule.Everyone() -> Tree.text("everyone");
            case Rule.All(List<Rule> rules) -> Tree.one("all", trees(rules));
            case Rule.Any(List<Rule> rules) -> Tree.one("any", trees(rules));
            case Rule.Not(Rule.Any(List<Rule> rules)) -> Tree.one("none", trees(rules));
            case Rule.Not(Condition.Has(Measure measure, Claim.Known())) -> unknown(measure);
            case Rule.Not(Rule inner) -> Tree.one("not", tree(inner));
            case Rule.ExactlyOne(List<Rule> rules) -> Tree.one("xor", trees(rules));
            case Rule.AtLeast(int count, List<Rule> rules) -> {
                ObjectNode node = Tree.one("at_least", Tree.number(count));
                node.set("rules", trees(rules));
                yield node;
            }
            case Rule.Named known -> named(known);
            case Rule.PersonTime(Rule inner) -> Tree.one("person_time", tree(inner));
            case Condition condition -> condition(condition);
        };
    }

    /// Whole where it is first met, by its name from then on.
    private JsonNode named(Rule.Named known) {
        if (!named.add(known)) {
            return Tree.one("use", Tree.text(known.name()));
        }
        ObjectNode node = Tree.one("named", Tree.text(known.name()));
        node.set("rule", tree(known.rule()));
        return node;
    }

    private JsonNode condition(Condition condition) {
        return switch (condition) {
            case Condition.Has(Measure.Fact fact, Claim claim) -> fact(fact, claim);
            case Condition.Has(Measure measure, Claim claim) -> has(measure, claim);
            case Condition.HasBeen(Measure.Fact fact, Claim claim, Span span) -> {
                ObjectNode node = measures.measure(fact);
                claims.add(node, claim);
                node.set("for", TimeWriter.span(span));
                yield node;
            }
            case Condition.Top top -> top(top);
            case Condition.InSegment(String segment, Moment at) -> {
                ObjectNode node = Tree.one("in_segment", Tree.text(segment));
                if (!(at instanceof Moment.Now)) {
                    node.set("as_of", TimeWriter.moment(at));
                }
                yield node;
            }
            case Condition.EnteredSegment(String segment, var window) -> {
                ObjectNode node = Tree.one("entered_segment", Tree.text(segment));
                MeasureWriter.addWindow(node, window);
                yield node;
            }
            case Condition.LeftSegment(String segment, var window) -> {
                ObjectNode node = Tree.one("left_segment", Tree.text(segment));
                MeasureWriter.addWindow(node, window);
                yield node;
            }
            case Condition.Bucket(var share, String salt) -> {
                ObjectNode node = Tree.one("bucket", Tree.percent(share));
                node.set("salt", Tree.text(salt));
                yield node;
            }
        };
    }

    private JsonNode unknown(Measure measure) {
        if (measure instanceof Measure.Fact fact && isShort(fact)) {
            return Tree.one(fact.name(), Tree.text(ClaimText.UNKNOWN));
        }
        ObjectNode node = measures.measure(measure);
        boolean counted = measure instanceof Measure.Count || measure instanceof Measure.Matches;
        if (counted) {
            return Tree.one("not", has(measure, new Claim.Known()));
        }
        node.put("is", ClaimText.UNKNOWN);
        return node;
    }

    private static boolean isShort(Measure.Fact fact) {
        return fact.isPlain() && !WORDS.contains(fact.name());
    }

    private JsonNode fact(Measure.Fact fact, Claim claim) {
        Optional<JsonNode> plain = ClaimWriter.plain(claim);
        if (isShort(fact) && plain.isPresent()) {
            return Tree.one(fact.name(), plain.get());
        }
        ObjectNode node = measures.measure(fact);
        claims.add(node, claim);
        if (!isShort(fact)) {
            return node;
        }
        node.remove("fact");
        return Tree.one(fact.name(), node);
    }

    /// What is counted says how many `times`, at least once if it says nothing.
    private JsonNode has(Measure measure, Claim claim) {
        ObjectNode node = measures.measure(measure);
        if (!(measure instanceof Measure.Count || measure instanceof Measure.Matches)) {
            claims.add(node, claim);
            return node;
        }
        if (claim.equals(new Claim.Compare(Operator.AT_LEAST, new Operand.Constant("1")))) {
            return node;
        }
        ObjectNode times = Tree.object();
        claims.add(times, claim);
        node.set("times", ClaimWriter.plain(claim).orElse(times));
        return node;
    }

    private JsonNode top(Condition.Top top) {
        ObjectNode node = Tree.object();
        if (top.measure() instanceof Measure.Fact fact && fact.isPlain()) {
            node.put("fact", fact.name());
        } else {
            node.set("by", measures.measure(top.measure()));
        }
        node.set("share", Tree.percent(top.share()));
        if (top.keep().compareTo(top.share()) != 0) {
            node.set("keep", Tree.percent(top.keep()));
        }
        measures.addAmong(node, top.among());
        return Tree.one(top.side() == Condition.Side.HIGHEST ? "top" : "bottom", node);
    }

    private JsonNode trees(List<Rule> rules) {
        return Tree.list(rules.stream().map(this::tree).toList());
    }
}
