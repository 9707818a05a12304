package io.filon.rule.read;

import io.filon.problem.Problem;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.NamedRule;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Reads the tree of a segment's file, collecting every problem with its path. For one use by one thread.
///
/// Where something is wrong it puts [Rule.Everyone] and goes on; whoever asks looks at [#problems] first.
final class RuleReader {

    private static final Rule REFUSED = new Rule.Everyone();
    private static final String EVERYONE = "everyone";

    /// A named condition that may be used again, and how many parts it has.
    private record Known(Rule rule, int parts) {}

    private final Notes notes = new Notes();
    private final MeasureReader measures = new MeasureReader(notes, this::rule);
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
            return measured(node, path);
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
        if (node.has("bucket")) {
            notes.onlyKeys(node, Set.of("bucket", "salt"), path + ".");
            Optional<BigDecimal> share = share(node.path("bucket"));
            String salt = Notes.constant(node.path("salt"));
            return share.isEmpty() || salt.isEmpty()
                    ? refuse("rule.share_expected", path + ".bucket")
                    : new Condition.Bucket(share.get(), salt);
        }
        return segment(node, path);
    }

    private Rule segment(JsonNode node, String path) {
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
                    .orElse(REFUSED);
        }
        notes.onlyKeys(node, Set.of(word, "window"), path + ".");
        Function<Window, Rule> rule = word.equals("entered_segment")
                ? window -> new Condition.EnteredSegment(segment, window)
                : window -> new Condition.LeftSegment(segment, window);
        return measures.window(node, path).map(rule).orElse(REFUSED);
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
            case "top" -> top(value, Condition.Side.HIGHEST, path);
            case "bottom" -> top(value, Condition.Side.LOWEST, path);
            default -> key.isBlank() ? refuse("rule.rule_expected", path) : fact(key, value, path);
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

    /// A fact by its short name, with a plain claim or an object of claims.
    private Rule fact(String name, JsonNode value, String path) {
        if (ClaimReader.isUnknown(value)) {
            return new Rule.Not(Condition.known(name));
        }
        if (!value.isObject()) {
            return measures.claims()
                    .plain(value, path)
                    .<Rule>map(claim -> new Condition.Has(Measure.Fact.of(name), claim))
                    .orElse(REFUSED);
        }
        Optional<Measure.Fact> fact = measures.fact(name, value, path);
        return fact.isEmpty() ? REFUSED : ofFact(fact.get(), value, path);
    }

    private Rule ofFact(Measure.Fact fact, JsonNode node, String path) {
        Set<String> others = MeasureReader.union(MeasureReader.FACT, Set.of("for"));
        if (!node.has("for")) {
            return claims(node, others, path, claim -> new Condition.Has(fact, claim));
        }
        Optional<Span> span = measures.times().span(node.path("for"), path + ".for");
        if (span.isEmpty()) {
            return REFUSED;
        }
        if (!(fact.at() instanceof Moment.Now) || !(fact.stated() instanceof Window.Always)) {
            return refuse("rule.for_alone", path);
        }
        return claims(node, others, path, claim -> new Condition.HasBeen(fact, claim, span.get()));
    }

    private Rule measured(JsonNode node, String path) {
        if (node.has("fact") && MeasureReader.head(node).filter("fact"::equals).isPresent()) {
            Optional<Measure.Fact> fact = measures.fact(node, path);
            return fact.isEmpty() ? REFUSED : ofFact(fact.get(), node, path);
        }
        boolean counted = node.has("did") || node.path("sequence").isArray();
        Set<String> others = MeasureReader.union(Words.CLAIMS, Set.of("times"));
        Optional<Measure> measure = measures.measure(node, counted ? Set.of("times") : Words.CLAIMS, path);
        if (measure.isEmpty()) {
            return REFUSED;
        }
        Measure known = measure.get();
        if (!counted) {
            Set<String> own = new java.util.HashSet<>(node.propertyNames());
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
        return claim.<Rule>map(each -> new Condition.Has(known, each)).orElse(REFUSED);
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
            return said ? REFUSED : refuse("rule.condition_expected", path);
        }
        return rules.size() == 1 ? rules.getFirst() : new Rule.All(rules);
    }

    private Rule top(JsonNode node, Condition.Side side, String path) {
        if (!node.isObject()) {
            return refuse("rule.top_expected", path);
        }
        notes.onlyKeys(node, Set.of("fact", "by", "share", "keep", "among"), path + ".");
        Rule among = node.has("among") ? rule(node.path("among"), path + ".among") : new Rule.Everyone();
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
        return REFUSED;
    }
}
