package io.filon.rule.say;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import java.util.List;
import java.util.function.Function;

/// What must be true of events and items, as words that follow their noun: *con «app» como canal*.
///
/// @param facts what a fact of the customer is called
record FilterWords(Voice voice, ClaimWords claims, Function<Measure.Fact, Subject> facts) {

    /// @param names of the events
    /// @return nothing when every event passes
    String of(Filter filter, List<String> names) {
        return new Scope(names, "").words(filter, false, false);
    }

    String ofItems(Filter filter, List<String> names) {
        return new Scope(names, "items.").words(filter, false, false);
    }

    private final class Scope {

        private final List<String> names;
        private final String prefix;

        private Scope(List<String> names, String prefix) {
            this.names = names;
            this.prefix = prefix;
        }

        private String words(Filter filter, boolean negated, boolean nested) {
            return switch (filter) {
                case Filter.Every() -> negated ? voice.say("rule.impossible") : "";
                case Filter.Not(Filter inner) -> words(inner, !negated, nested);
                case Filter.All(List<Filter> filters) -> group(filters, !negated, negated, nested);
                case Filter.Any(List<Filter> filters) -> group(filters, negated, negated, nested);
                case Filter.Property(String name, Claim.Anniversary claim) -> with(subject(name), claim, negated);
                case Filter.Property(String name, Claim.OfTime claim)
                when name.equals(Filter.TIME) ->
                    negated ? voice.say("rule.except", claims.adverb(claim)) : claims.adverb(claim);
                case Filter.Property(String name, Claim claim) -> with(subject(name), claim, negated);
                case Filter.Customer(Measure.Fact fact, Claim claim) -> with(customers(fact), claim, negated);
                case Filter.Items(Filter.Quantifier quantifier, Filter item) -> {
                    String key = "rule.items.%s.%s"
                            .formatted(quantifier.name().toLowerCase(java.util.Locale.ROOT), !negated);
                    yield Voice.line(voice.say(key), new Scope(names, "items.").words(item, false, true));
                }
            };
        }

        /// What is true of every event needs no words; and where one of several is, nor do the others.
        private String group(List<Filter> filters, boolean and, boolean negated, boolean nested) {
            List<String> said = filters.stream()
                    .map(inner -> words(inner, negated, filters.size() > 1))
                    .toList();
            List<String> real = said.stream().filter(words -> !words.isEmpty()).toList();
            if (real.isEmpty() || (!and && real.size() < said.size())) {
                return "";
            }
            String joined = voice.joined(real, and ? "and" : "or");
            return nested && real.size() > 1 ? "(%s)".formatted(joined) : joined;
        }

        private Subject subject(String name) {
            FactType type =
                    voice.checked().types().property(names, prefix + name).orElseThrow();
            // A count of an event is a figure like any other: "cantidad de 2 o más".
            String kind = type == FactType.COUNT || type == FactType.DAYS ? "amount" : Subject.kind(type);
            String said = voice.property(prefix + name);
            return new Subject("have", kind, type, said, said);
        }

        private Subject customers(Measure.Fact fact) {
            Subject subject = facts.apply(fact);
            return new Subject(
                    "have",
                    subject.isQuantity() ? "amount" : subject.kind(),
                    subject.type(),
                    voice.say("rule.customers", subject.many()),
                    voice.say("rule.customers", subject.many()));
        }

        private String with(Subject subject, Claim claim, boolean negated) {
            return voice.say(negated ? "rule.without" : "rule.with", claims.phrase(subject, claim));
        }
    }
}
