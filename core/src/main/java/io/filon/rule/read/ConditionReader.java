package io.filon.rule.read;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads one condition: a fact or a measure with what it must be, a segment, the top of the base, a random group.
///
/// A claim that cannot be read is noted and put as *known*, so that the names beside it are still checked.
///
/// @param rules reads a rule inside a condition
record ConditionReader(Notes notes, MeasureReader measures, BiFunction<JsonNode, String, Rule> rules) {

    private static final Claim UNREAD = new Claim.Known();

    Rule bucket(JsonNode node, String path) {
        notes.onlyKeys(node, Set.of("bucket", "salt"), path + ".");
        Optional<BigDecimal> share = share(node.path("bucket"));
        String salt = Notes.constant(node.path("salt"));
        return share.isEmpty() || salt.isEmpty()
                ? refuse("rule.share_expected", path + ".bucket")
                : new Condition.Bucket(share.get(), salt);
    }

    /// In a segment, or moved in or out of it.
    Rule segment(JsonNode node, String path) {
        String word = node.has("in_segment")
                ? "in_segment"
                : node.has("entered_segment") ? "entered_segment" : "left_segment";
        String segment = Notes.text(node.path(word));
        if (segment.isEmpty()) {
            return refuse("rule.name_expected", path + "." + word);
        }
        if (word.equals("in_segment")) {
            notes.onlyKeys(node, Set.of(word, "as_of"), path + ".");
            Optional<Moment> at = node.has("as_of")
                    ? measures.times().moment(node.path("as_of"), path + ".as_of")
                    : Optional.of(new Moment.Now());
            if (at.filter(Moment.Then.class::isInstance).isPresent()) {
                return refuse("rule.then_outside", path);
            }
            return at.<Rule>map(moment -> new Condition.InSegment(segment, moment))
                    .orElse(RuleReader.REFUSED);
        }
        notes.onlyKeys(node, Set.of(word, "window"), path + ".");
        Function<Window, Rule> rule = word.equals("entered_segment")
                ? window -> new Condition.EnteredSegment(segment, window)
                : window -> new Condition.LeftSegment(segment, window);
        return measures.window(node, path).map(rule).orElse(RuleReader.REFUSED);
    }

    /// A fact by its short name, with a plain claim or an object of claims.
    Rule fact(String name, JsonNode value, String path) {
        if (ClaimReader.isUnknown(value)) {
            return new Rule.Not(Condition.known(name));
        }
        if (!value.isObject()) {
            Claim claim = measures.claims().plain(value, path).orElse(UNREAD);
            return new Condition.Has(Measure.Fact.of(name), claim);
        }
        Optional<Measure.Fact> fact = measures.fact(name, value, path);
        return fact.isEmpty() ? RuleReader.REFUSED : ofFact(fact.get(), value, path);
    }

    private Rule ofFact(Measure.Fact fact, JsonNode node, String path) {
        Set<String> others = MeasureReader.union(MeasureReader.FACT, Set.of("for"));
        if (!node.has("for")) {
            return claims(node, others, path, claim -> new Condition.Has(fact, claim));
        }
        Optional<Span> span = measures.times().span(node.path("for"), path + ".for");
        if (span.isEmpty()) {
            return RuleReader.REFUSED;
        }
        if (!(fact.at() instanceof Moment.Now) || !(fact.stated() instanceof Window.Always)) {
            return refuse("rule.for_alone", path);
        }
        return claims(node, others, path, claim -> new Condition.HasBeen(fact, claim, span.get()));
    }

    /// A measure and what it must be.
    Rule measured(JsonNode node, String path) {
        if (node.has("fact") && MeasureReader.head(node).filter("fact"::equals).isPresent()) {
            Optional<Measure.Fact> fact = measures.fact(node, path);
            return fact.isEmpty() ? RuleReader.REFUSED : ofFact(fact.get(), node, path);
        }
        boolean counted = node.has("did") || node.path("sequence").isArray();
        Set<String> others = MeasureReader.union(Words.CLAIMS, Set.of("times"));
        Optional<Measure> measure = measures.measure(node, counted ? Set.of("times") : Words.CLAIMS, path);
        if (measure.isEmpty()) {
            return RuleReader.REFUSED;
        }
        Measure known = measure.get();
        if (!counted) {
            Set<String> own = new HashSet<>(node.propertyNames());
            own.removeAll(Words.CLAIMS);
            return claims(node, MeasureReader.union(own, others), path, claim -> new Condition.Has(known, claim));
        }
        if (!node.has("times")) {
            return new Condition.Has(known, new Claim.Compare(Operator.AT_LEAST, new Operand.Constant("1")));
        }
        JsonNode times = node.path("times");
        Optional<Claim> claim = times.isObject()
                        && times.size() == 1
                        && Words.OPERATORS.containsKey(
                                times.propertyNames().iterator().next())
                ? measures.claims()
                        .claim(
                                times.propertyNames().iterator().next(),
                                times.iterator().next(),
                                path + ".times")
                : measures.claims().plain(times, path + ".times");
        return new Condition.Has(known, claim.orElse(UNREAD));
    }

    /// Every claim in the object; other words it may have are read elsewhere.
    private Rule claims(JsonNode node, Set<String> others, String path, Function<Claim, Rule> of) {
        List<Rule> rules = new ArrayList<>();
        boolean said = false;
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String at = path + "." + entry.getKey();
            if (entry.getKey().equals("is") && ClaimReader.isUnknown(entry.getValue())) {
                rules.add(new Rule.Not(of.apply(new Claim.Known())));
            } else if (Words.CLAIMS.contains(entry.getKey())) {
                Optional<Claim> claim = measures.claims().claim(entry.getKey(), entry.getValue(), at);
                said |= claim.isEmpty();
                claim.map(of).ifPresent(rules::add);
            } else if (!others.contains(entry.getKey())) {
                notes.add("rule.unknown_key", at, String.join(", ", Words.sorted(Words.CLAIMS)));
                said = true;
            }
        }
        if (rules.isEmpty()) {
            return said ? of.apply(UNREAD) : refuse("rule.condition_expected", path);
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    /// The top or the bottom of the base.
    Rule top(JsonNode node, Condition.Side side, String path) {
        if (!node.isObject()) {
            return refuse("rule.top_expected", path);
        }
        notes.onlyKeys(node, Set.of("fact", "by", "share", "keep", "among"), path + ".");
        Rule among = node.has("among") ? rules.apply(node.path("among"), path + ".among") : new Rule.Everyone();
        String fact = Notes.text(node.path("fact"));
        Optional<Measure> measure = node.has("by")
                ? measures.measure(node.path("by"), Set.of(), path + ".by")
                : fact.isEmpty() ? notes.refuse("rule.top_expected", path) : Optional.of(Measure.Fact.of(fact));
        Optional<BigDecimal> share = share(node.path("share"));
        if (share.isEmpty()) {
            notes.add("rule.share_expected", path + ".share");
        }
        Optional<BigDecimal> keep = node.has("keep") ? share(node.path("keep")) : share;
        if (share.isPresent()
                && keep.filter(wide -> wide.compareTo(share.get()) >= 0).isEmpty()) {
            notes.add("rule.keep_expected", path + ".keep");
            return among;
        }
        if (measure.isEmpty() || share.isEmpty() || keep.isEmpty()) {
            return among; // its own problems of name and type are still worth listing
        }
        return new Condition.Top(measure.get(), side, share.get(), keep.get(), among);
    }

    static Optional<BigDecimal> share(JsonNode node) {
        String text = Notes.constant(node);
        return FactType.SHARE.constant(text).isEmpty()
                ? Optional.empty()
                : Optional.of(FactType.share(text)).filter(Condition::isShare);
    }

    private Rule refuse(String code, Object... values) {
        notes.add(code, values);
        return RuleReader.REFUSED;
    }
}
