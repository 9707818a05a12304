package io.filon.rule.say;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Window;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Turns a rule into verb phrases and groups of them.
///
/// `not` of a group is said of its parts, which in two-valued logic is the same.
final class Clauses {

    private final Voice voice;
    private final MeasureWords measures;
    private final Layout layout;
    private final Set<String> introduced = new HashSet<>();

    Clauses(Voice voice) {
        this.voice = voice;
        this.measures = new MeasureWords(voice, rule -> inline(rule));
        this.layout = new Layout(voice);
    }

    private String inline(Rule rule) {
        return layout.inline(node(rule, false));
    }

    Node node(Rule rule, boolean negated) {
        return switch (rule) {
            case Rule.Everyone() -> clause(negated ? "rule.no_customers" : "rule.any_customer");
            case Rule.Not(Rule inner) -> node(inner, !negated);
            case Rule.All(List<Rule> rules) -> group(rules, negated ? Node.Join.OR : Node.Join.AND, negated);
            case Rule.Any(List<Rule> rules) -> group(rules, negated ? Node.Join.AND : Node.Join.OR, negated);
            case Rule.ExactlyOne(List<Rule> rules) ->
                counted(rules, voice.say(negated ? "rule.list.not_one" : "rule.list.one", rules.size()));
            case Rule.AtLeast(int count, List<Rule> rules) ->
                counted(rules, voice.say(negated ? "rule.list.fewer" : "rule.list.at_least", count, rules.size()));
            case Rule.Named(String name, Rule inner) -> named(name, inner, negated);
            case Rule.PersonTime(Rule inner) -> personal(node(inner, negated));
            case Condition condition -> condition(condition, negated);
        };
    }

    private Node clause(String key, Object... values) {
        return new Node.Clause(voice.say(key, values));
    }

    /// Groups inside a group that are joined by the same word belong to it.
    private Node group(List<Rule> rules, Node.Join join, boolean negated) {
        List<Node> parts = rules.stream()
                .map(rule -> node(rule, negated))
                .flatMap(node -> node instanceof Node.Group inner
                                && inner.join() == join
                                && inner.heading().equals(heading(join))
                        ? inner.parts().stream()
                        : java.util.stream.Stream.of(node))
                .toList();
        return parts.size() == 1 ? parts.getFirst() : new Node.Group(join, heading(join), parts);
    }

    private String heading(Node.Join join) {
        return voice.say(join == Node.Join.AND ? "rule.list.all" : "rule.list.any");
    }

    private Node counted(List<Rule> rules, String heading) {
        return new Node.Group(
                Node.Join.COUNTED,
                heading,
                rules.stream().map(rule -> node(rule, false)).toList());
    }

    /// Told in full where the name is first met.
    private Node named(String name, Rule rule, boolean negated) {
        if (!introduced.add(name)) {
            return clause(negated ? "rule.named.not" : "rule.named", name);
        }
        String said = layout.inline(node(rule, false));
        return clause(negated ? "rule.named.first_not" : "rule.named.first", name, said);
    }

    private Node personal(Node node) {
        return new Node.Clause(voice.say(
                node instanceof Node.Clause ? "rule.person_time" : "rule.person_time.group", layout.inline(node)));
    }

    private Node condition(Condition condition, boolean negated) {
        return switch (condition) {
            case Condition.Has(Measure measure, Claim claim) -> has(measure, claim, negated);
            case Condition.HasBeen been -> hasBeen(been, negated);
            case Condition.Top top -> verb("are", top(top), negated);
            case Condition.InSegment(String segment, Moment at) ->
                at instanceof Moment.Now
                        ? verb("member", voice.say("rule.segment", segment), negated)
                        : verb(
                                "was_in",
                                voice.say("rule.segment", segment) + " "
                                        + measures.times().moment(at),
                                negated);
            case Condition.EnteredSegment(String segment, Window window) ->
                verb("entered", Voice.line(voice.say("rule.segment", segment), ever(window)), negated);
            case Condition.LeftSegment(String segment, Window window) ->
                verb("left", Voice.line(voice.say("rule.segment", segment), ever(window)), negated);
            case Condition.Bucket(BigDecimal share, String salt) ->
                verb("are", voice.say("rule.bucket", voice.percent(share), salt), negated);
        };
    }

    private String ever(Window window) {
        return window instanceof Window.Always
                ? voice.say("rule.ever")
                : measures.times().window(window);
    }

    private Node verb(String verb, String what, boolean negated) {
        return clause("rule." + verb + (negated ? "_not" : ""), what);
    }

    private Node has(Measure measure, Claim claim, boolean negated) {
        if (measure instanceof Measure.Fact fact && isFlag(fact)) {
            return flag(fact, claim, negated);
        }
        Subject subject = measures.subject(measure);
        if (isNone(claim) && (measure instanceof Measure.Count || (measure instanceof Measure.People && !negated))) {
            return negated
                    ? verb("have", voice.say("rule.quantity.at_least", subject.one(), "1"), false)
                    : clause("rule.have_none", subject.many());
        }
        if (measure instanceof Measure.Ratio ratio
                && claim instanceof Claim.Compare(Operator operator, Operand.Constant(String text))) {
            return verb("have", ratio(ratio, operator, Double.parseDouble(text)), negated);
        }
        return verb(verbOf(subject, claim), measures.claims().phrase(subject.had(), claim), negated);
    }

    /// Only a comparison keeps the verb of its subject; whatever is called by its name is had.
    private static String verbOf(Subject subject, Claim claim) {
        boolean compared = claim instanceof Claim.Compare(Operator _, Operand.Constant _)
                || claim instanceof Claim.Between
                || claim instanceof Claim.In;
        return compared ? subject.verb() : "have";
    }

    /// *más pedidos en los últimos 90 días que 1,2 veces los de antes*
    private String ratio(Measure.Ratio ratio, Operator operator, double factor) {
        ClaimWords claims = measures.claims();
        return Voice.line(
                claims.than(
                        measures.subject(ratio.top()), operator, claims.times(factor, measures.noun(ratio.bottom()))),
                measures.ratioBase(ratio));
    }

    /// Nobody has fewer than none.
    private static boolean isNone(Claim claim) {
        return claim instanceof Claim.Compare(Operator operator, Operand.Constant(String text))
                && ((text.equals("0") && (operator == Operator.IS || operator == Operator.AT_MOST))
                        || (text.equals("1") && operator == Operator.BELOW));
    }

    private boolean isFlag(Measure.Fact fact) {
        return voice.checked().type(fact) == FactType.FLAG;
    }

    private Node flag(Measure.Fact fact, Claim claim, boolean negated) {
        String told = measures.told(fact);
        return switch (claim) {
            case Claim.Compare(Operator operator, Operand.Constant(String text)) -> {
                boolean claimed = isYes(text) == (operator == Operator.IS);
                String said = Voice.line(flag(fact.name(), claimed != negated), told);
                yield negated ? clause("rule.or_unknown", said) : new Node.Clause(said);
            }
            case Claim.In(List<String> values) ->
                values.stream().map(Clauses::isYes).distinct().count() > 1
                        ? flag(fact, new Claim.Known(), negated)
                        : flag(fact, new Claim.Compare(Operator.IS, new Operand.Constant(values.getFirst())), negated);
            case Claim.Known _,
                    Claim.Compare _,
                    Claim.Between _,
                    Claim.Text _,
                    Claim.Holds _,
                    Claim.Size _,
                    Claim.Near _,
                    Claim.OfTime _ -> verb("have", measures.claims().phrase(measures.fact(fact), claim), negated);
        };
    }

    private static boolean isYes(String text) {
        return FactType.FLAG.constant(text).equals(java.util.Optional.of(true));
    }

    private String flag(String fact, boolean claimed) {
        String key = "fact.%s.%s".formatted(fact, claimed);
        return voice.name(voice.say("rule.flag." + claimed, voice.fact(fact)), key);
    }

    private Node hasBeen(Condition.HasBeen been, boolean negated) {
        Node held = has(been.fact(), been.claim(), false);
        String said =
                voice.say("rule.has_been", layout.inline(held), measures.times().span(been.span()));
        return negated ? clause("rule.not_so", said) : new Node.Clause(said);
    }

    private String top(Condition.Top top) {
        Subject subject = measures.subject(top.measure());
        String side = top.side().name().toLowerCase(Locale.ROOT);
        String key = "rule.%s.%s".formatted(subject.kind().equals("quantity") ? "quantity" : "amount", side);
        String name = subject.isQuantity() ? subject.many() : measures.noun(top.measure());
        String keep = top.keep().compareTo(top.share()) == 0 ? "" : voice.say("rule.keep", voice.percent(top.keep()));
        String said = Voice.line(voice.say(key, name, voice.percent(top.share())), keep);
        return top.among() instanceof Rule.Everyone ? said : voice.say("rule.among", said, inline(top.among()));
    }
}
