package io.filon.segment.explain;

import io.filon.problem.FilonException;
import io.filon.problem.Nearest;
import io.filon.problem.Problem;
import io.filon.rule.Condition;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.NamedRule;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.explain.Explainer;
import io.filon.rule.explain.Explanation.Flip;
import io.filon.rule.explain.Explanation.Gap;
import io.filon.rule.explain.Explanation.Part;
import io.filon.rule.explain.Explanation.Value;
import io.filon.rule.reference.History;
import io.filon.rule.say.Sentence;
import io.filon.segment.Base;
import io.filon.segment.Segment;
import io.filon.segment.explain.Why.Step;
import io.filon.segment.explain.Why.Turns;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells why a customer is in a segment or not: each condition with its value, the events that count, what is missing
/// and when it turns by itself. One customer's history answers; what rests on other customers is asked of the store.
public final class CustomerExplainer {

    private record Known(String customerId) {}

    private final Base base;
    private final Messages messages;
    private final Formats formats;
    private final ValueText text;

    public CustomerExplainer(Base base, Messages messages, Formats formats) {
        this.base = base;
        this.messages = messages;
        this.formats = formats;
        this.text = new ValueText(messages, formats, base.zone());
    }

    /// @param asked an id of the customer, also an older one that was merged into another
    /// @throws FilonException when there is no such customer, with the nearest
    public Why explain(Segment segment, String asked) {
        String customer = customer(asked);
        CheckedRule rule = segment.rule();
        History history = base.history(customer, rule);
        Part part = Explainer.explain(
                        rule,
                        history,
                        base.now(),
                        base.zone(),
                        (condition, personal) -> holds(condition, personal, rule, customer))
                .part();
        Map<String, Object> facts = new HashMap<>();
        history.facts().forEach(stated -> facts.put(stated.fact(), stated.value()));
        DailyFacts daily = new DailyFacts(rule, facts, base.asOf(), base.zone());
        Step step = new One(rule, facts, daily).step(part);
        return new Why(customer, step.holds(), step);
    }

    private boolean holds(Condition condition, boolean personal, CheckedRule rule, String customer) {
        Rule asked = personal ? new Rule.PersonTime(condition) : condition;
        return base.store()
                        .number(Sql.of("select count(*) from (")
                                .then(base.select(alone(rule, asked)))
                                .then(Sql.of(") as members where customer_id = ?", customer)))
                > 0;
    }

    private static CheckedRule alone(CheckedRule rule, Rule part) {
        return CheckedRule.check(new NamedRule(rule.name(), part), rule.catalogue());
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

    /// One customer's rule, part by part.
    private final class One {

        private final CheckedRule rule;
        private final Map<String, Object> facts;
        private final DailyFacts daily;

        private One(CheckedRule rule, Map<String, Object> facts, DailyFacts daily) {
            this.rule = rule;
            this.facts = facts;
            this.daily = daily;
        }

        private Step step(Part part) {
            return switch (part.rule()) {
                case Condition condition -> condition(part, part, condition);
                case Rule.Not(Condition condition) ->
                    condition(part, part.parts().getFirst(), condition);
                case Rule.Not(Rule.Any _) ->
                    group("none", part, part.parts().getFirst().parts());
                case Rule.Not _ -> group("not", part, part.parts());
                case Rule.All _ -> group("all", part, part.parts());
                case Rule.Any _ -> group("any", part, part.parts());
                case Rule.ExactlyOne _ -> group("xor", part, part.parts());
                case Rule.AtLeast _ -> group("at_least", part, part.parts());
                case Rule.PersonTime _ -> group("person_time", part, part.parts());
                case Rule.Named _ -> step(part.parts().getFirst());
                case Rule.Everyone _ -> group("all", part, List.of());
            };
        }

        private Step group(String kind, Part part, List<Part> parts) {
            Integer least = part.rule() instanceof Rule.AtLeast(int count, var _) ? count : null;
            Turns turns = daily.reads(part.rule()) ? Turns.NO : turns(part.flip());
            List<Step> steps = parts.stream().map(this::step).toList();
            return new Step(kind, least, part.holds(), "", null, null, null, null, null, List.of(), turns, steps);
        }

        /// @param part  what is said: the condition, or that it does not hold
        /// @param inner the condition
        private Step condition(Part part, Part inner, Condition condition) {
            String sentence = Sentence.clause(alone(rule, part.rule()), messages, formats);
            Optional<Fact> fact = fact(condition);
            Optional<Measure> measure = measure(condition);
            FactType type = measure.map(rule::type).orElse(FactType.TEXT);
            Object value = inner.value() instanceof Value.Known(Object known)
                    ? known
                    : fact.map(each -> facts.get(each.name())).orElse(null);
            if (value == History.Unknown.UNKNOWN) {
                value = null;
            }
            BigDecimal distance = part.holds() ? null : distance(condition, inner.gap(), value);
            return new Step(
                    "condition",
                    null,
                    part.holds(),
                    sentence,
                    fact.map(Fact::name).orElse(null),
                    value == null ? null : ValueText.kept(value),
                    value == null ? null : text.written(type, value),
                    distance,
                    part.holds() ? null : missing(condition, inner, type, value, distance),
                    inner.events().stream()
                            .map(event -> new Why.Event(event.id(), event.name(), event.occurred()))
                            .toList(),
                    daily.reads(condition) ? daily.turns(condition) : turns(part.flip()),
                    List.of());
        }

        /// What would have to be added; to be at the top, up to the lowest value that is in.
        private @Nullable BigDecimal distance(Condition condition, Gap gap, @Nullable Object value) {
            if (condition instanceof Condition.Top top && value instanceof Number number) {
                return cut(top).map(cut -> cut.subtract(new BigDecimal(number.toString())))
                        .filter(apart -> (apart.signum() > 0) == (top.side() == Condition.Side.HIGHEST))
                        .orElse(null);
            }
            return switch (gap) {
                case Gap.None() -> null;
                case Gap.Missing(BigDecimal amount, boolean _) -> amount;
                case Gap.Excess(BigDecimal amount, boolean _) -> amount.negate();
            };
        }

        private Phrase missing(
                Condition condition, Part part, FactType type, @Nullable Object value, @Nullable BigDecimal distance) {
            if (part.value() instanceof Value.TooFew(FactType counted, BigDecimal of, BigDecimal base)) {
                return text.tooFew(counted, of, base);
            }
            boolean measured = condition instanceof Condition.Has || condition instanceof Condition.Top;
            if (value == null) {
                return Phrase.of(measured ? "segment.missing.unknown" : "segment.missing.not_so");
            }
            if (distance == null) {
                return Phrase.of(
                        condition instanceof Condition.Top ? "segment.missing.not_among" : "segment.missing.other");
            }
            Gap gap = part.gap();
            boolean beyond = (gap instanceof Gap.Missing(var _, boolean over) && over)
                    || (gap instanceof Gap.Excess(var _, boolean under) && under);
            return text.missing(type, distance, beyond);
        }

        /// The value at the edge of those at the top; only of a fact as it is now.
        private Optional<BigDecimal> cut(Condition.Top top) {
            String edge = top.side() == Condition.Side.HIGHEST ? "min" : "max";
            return fact(top)
                    .filter(fact -> !fact.dated())
                    .flatMap(fact -> base.store()
                            .text(Sql.of("select %s(%s) from %s join ("
                                            .formatted(
                                                    edge,
                                                    fact.column(),
                                                    base.catalogue().table()))
                                    .then(base.select(alone(rule, top)))
                                    .then(Sql.of(") as members using (customer_id)"))))
                    .map(BigDecimal::new);
        }

        private static Optional<Measure> measure(Condition condition) {
            return switch (condition) {
                case Condition.Has(Measure measure, var _) -> Optional.of(measure);
                case Condition.HasBeen been -> Optional.of(been.fact());
                case Condition.Top top -> Optional.of(top.measure());
                case Condition.InSegment _, Condition.EnteredSegment _ -> Optional.empty();
                case Condition.LeftSegment _, Condition.Bucket _ -> Optional.empty();
            };
        }

        private Optional<Fact> fact(Condition condition) {
            return measure(condition)
                    .filter(Measure.Fact.class::isInstance)
                    .flatMap(measure -> rule.catalogue().fact(((Measure.Fact) measure).name()));
        }

        private static Turns turns(Flip flip) {
            return switch (flip) {
                case Flip.Never() -> Turns.NEVER;
                case Flip.At(var instant) -> Turns.at(instant);
                case Flip.Unknown() -> Turns.NO;
            };
        }
    }
}
