package io.filon.rule.say;

import io.filon.rule.Events;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Rule;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What a measure is called, and how it is compared.
final class MeasureWords {

    private final Voice voice;
    private final TimeWords times;
    private final ClaimWords claims;
    private final EventWords events;
    private final FilterWords filters;
    private final Function<Rule, String> rules;

    /// @param rules a rule within other words
    MeasureWords(Voice voice, Function<Rule, String> rules) {
        this.voice = voice;
        this.rules = rules;
        this.times = new TimeWords(voice);
        this.claims = new ClaimWords(voice, times, this::noun);
        this.filters = new FilterWords(voice, claims, this::fact);
        this.events = new EventWords(voice, times, filters);
    }

    ClaimWords claims() {
        return claims;
    }

    TimeWords times() {
        return times;
    }

    String noun(Measure measure) {
        return claims.noun(subject(measure));
    }

    Subject subject(Measure measure) {
        FactType type = voice.checked().type(measure);
        return switch (measure) {
            case Measure.Fact fact -> fact(fact);
            case Measure.FactAge(String fact, Span.Unit unit) ->
                units(type, unit, "rule.since_stated", voice.fact(fact));
            case Measure.FactChanges(String fact, Window window) ->
                counted(type, "rule.changes", voice.fact(fact), spaced(times.window(window)));
            case Measure.SegmentCount() -> counted(type, "rule.segments").withVerb("in");
            case Measure.People(Rule rule) -> counted(type, "rule.people", rules.apply(rule));
            case Measure.Ratio ratio ->
                Subject.of(
                        type,
                        Voice.line(voice.say("rule.ratio", noun(ratio.top()), noun(ratio.bottom())), ratioBase(ratio)));
            case Measure.Standing(Measure.Scale scale, Measure of, Rule among) -> {
                String name = voice.say("rule.standing." + key(scale), noun(of));
                yield Subject.of(FactType.NUMBER, Voice.line(name, among(among)));
            }
            case Measure.Matches(Sequence sequence) ->
                Subject.quantity(type, events.sequence(sequence, false), events.sequence(sequence, true))
                        .withVerb("complete");
            case Measure.OfEvents of -> ofEvents(of, type);
        };
    }

    private Subject ofEvents(Measure.OfEvents measure, FactType type) {
        Events of = measure.events();
        return switch (measure) {
            case Measure.Count _ -> Subject.quantity(type, events.many(of), events.one(of));
            case Measure.Distinct distinct ->
                counted(type, "rule.distinct", voice.property(distinct.property()), events.many(of));
            case Measure.Periods(Span.Unit unit, int each, Events _) ->
                units(type, unit, "rule.periods", each, each == 1 ? events.one(of) : events.many(of));
            case Measure.Streak(Span.Unit unit, Events _) ->
                units(type, unit, "rule.streak", events.many(of), times.gender(unit));
            case Measure.Total(Measure.Function function, String property, Events _) ->
                value(
                        written(property, of, type),
                        "rule.total." + key(function),
                        voice.property(property),
                        events.many(of));
            case Measure.Percentile(BigDecimal share, String property, Events _) ->
                value(
                        type,
                        share.compareTo(new BigDecimal("0.5")) == 0 ? "rule.median" : "rule.percentile",
                        voice.property(property),
                        events.many(of),
                        voice.percent(share));
            case Measure.MostFrequent(String property, int base, Events _) ->
                value(
                        type,
                        base == 1 ? "rule.favourite" : "rule.favourite.base",
                        voice.property(property),
                        events.many(of),
                        base);
            case Measure.Share(var filter, int base, Events _) -> {
                String passing = filters.of(filter, of.names());
                String name = Voice.line(
                        events.apart(of), passing.isEmpty() ? voice.say("rule.whatever") : passing, base(base));
                yield new Subject("have", "part", type, name, name);
            }
            case Measure.Nth(int position, String property, Events _) ->
                value(
                        type,
                        "rule.nth."
                                + (position == 1 ? "first" : position == -1 ? "last" : position > 0 ? "on" : "back"),
                        voice.property(property),
                        events.one(of),
                        Math.abs(position));
            case Measure.Since(Measure.End end, Span.Unit unit, Events _) ->
                units(type, unit, "rule.since." + key(end), events.one(of)).withVerb("carry");
            case Measure.Interval(Span.Unit unit, int base, Events _) ->
                units(type, unit, "rule.interval", events.many(of), spaced(intervals(base)));
            case Measure.Overdue(int base, Events _) ->
                counted(type, "rule.overdue", events.many(of), spaced(intervals(base)))
                        .withVerb("carry");
        };
    }

    /// With where, when and how it was told.
    Subject fact(Measure.Fact fact) {
        Fact known = voice.checked().catalogue().fact(fact.name()).orElseThrow();
        String many = voice.fact(fact.name());
        String one = voice.name(many, "fact.%s.one".formatted(fact.name()));
        String told = told(fact);
        String verb = voice.name("have", "fact.%s.verb".formatted(fact.name()));
        String kind = verb.equals("carry") ? "quantity" : Subject.kind(known.type());
        return new Subject(verb, kind, known.type(), Voice.line(many, told), Voice.line(one, told));
    }

    /// Nothing for a fact as it is now, from anywhere.
    String told(Measure.Fact fact) {
        List<String> sources = fact.sources().stream()
                .map(source -> voice.name(source, "rule.source." + source))
                .toList();
        String stated = times.window(fact.stated());
        return Voice.line(
                fact.at() instanceof Moment.Now ? "" : times.moment(fact.at()),
                sources.isEmpty() ? "" : voice.say("rule.from", voice.joined(sources, "or")),
                stated.isEmpty() ? "" : voice.say("rule.stated", stated));
    }

    String among(Rule rule) {
        return rule instanceof Rule.Everyone ? "" : voice.say("rule.among_those", rules.apply(rule));
    }

    private Subject value(FactType type, String key, Object... values) {
        // A figure of events is an amount also where it is whole: "cantidad total de 3 o más".
        String kind = type.isNumeric() ? "amount" : Subject.kind(type);
        String name = voice.say(key, values);
        return new Subject("have", kind, type, name, name);
    }

    /// The mean of money is written as money, though it is not exact.
    private FactType written(String property, Events of, FactType type) {
        return voice.checked()
                .types()
                .property(of.names(), property)
                .filter(FactType.MONEY::equals)
                .orElse(type);
    }

    private Subject counted(FactType type, String key, Object... values) {
        return Subject.quantity(type, voice.say(key, values), voice.say(key + ".one", values));
    }

    /// So many days, weeks or months of something.
    private Subject units(FactType type, Span.Unit unit, String key, Object... values) {
        return Subject.quantity(
                type,
                Voice.line(times.unit(unit, false), voice.say(key, values)),
                Voice.line(times.unit(unit, true), voice.say(key, values)));
    }

    private String base(int base) {
        return base <= 1 ? "" : voice.say("rule.base", base);
    }

    private String intervals(int base) {
        return base <= 1 ? "" : voice.say("rule.intervals", base);
    }

    String ratioBase(Measure.Ratio ratio) {
        FactType type = voice.checked().type(ratio.bottom());
        return ratio.base().signum() == 0
                ? ""
                : voice.say(
                        "rule.ratio_base",
                        type == FactType.MONEY
                                ? voice.constant(type, ratio.base().toPlainString())
                                : voice.number(ratio.base().doubleValue()));
    }

    private static String spaced(String words) {
        return words.isEmpty() ? "" : " " + words;
    }

    private static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
