package io.filon.rule.check;

import io.filon.rule.Events;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.util.List;
import java.util.Optional;

/// Checks what is measured, and finds its type.
final class MeasureCheck {

    private final Findings findings;
    private final RuleCheck rules;
    private final Types types;
    private final FilterCheck filters;

    MeasureCheck(Findings findings, RuleCheck rules) {
        this.findings = findings;
        this.rules = rules;
        this.types = new Types(findings.catalogue());
        this.filters = new FilterCheck(findings, this);
    }

    /// @return its type; nothing when a name in it is unknown, which has been said
    Optional<FactType> check(Measure measure, String path) {
        findings.within(() -> look(measure, path));
        return types.of(measure);
    }

    Types types() {
        return types;
    }

    private void look(Measure measure, String path) {
        switch (measure) {
            case Measure.Fact fact -> fact(fact, path, false);
            case Measure.FactAge(String fact, Span.Unit unit) -> {
                find(fact, path).ifPresent(_ -> dated(fact, path));
                elapsed(unit, path);
            }
            case Measure.FactChanges(String fact, Window window) -> {
                find(fact, path).ifPresent(_ -> dated(fact, path));
                past(window, path);
            }
            case Measure.SegmentCount() -> {}
            case Measure.People people -> rules.check(people.rule(), path + ".people");
            case Measure.Ratio ratio -> {
                rules.number(ratio.top(), path + ".ratio[0]");
                rules.number(ratio.bottom(), path + ".ratio[1]");
            }
            case Measure.Standing standing -> {
                rules.number(standing.measure(), path + ".by");
                rules.check(standing.among(), path + ".among");
            }
            case Measure.Matches(Sequence sequence) -> sequence(sequence, path + ".sequence");
            case Measure.OfEvents of -> ofEvents(of, path);
        }
    }

    private void ofEvents(Measure.OfEvents measure, String path) {
        events(measure.events(), path);
        switch (measure) {
            case Measure.Count _, Measure.Periods _, Measure.Streak _, Measure.Overdue _ -> {}
            case Measure.Since since -> elapsed(since.unit(), path);
            case Measure.Interval interval -> elapsed(interval.unit(), path);
            case Measure.Share share -> filters.check(share.of(), measure.events(), path + ".share");
            case Measure.Distinct distinct -> plain(distinct.property(), measure, path);
            case Measure.MostFrequent most -> plain(most.property(), measure, path);
            case Measure.Nth nth -> {
                if (nth.property().startsWith("items.")) {
                    findings.add("rule.one_value", path, nth.property());
                } else {
                    property(nth.property(), measure.events().names(), path);
                }
            }
            case Measure.Total total -> {
                boolean sum = total.function() == Measure.Function.SUM || total.function() == Measure.Function.AVERAGE;
                ordered(total.property(), measure, sum, path);
            }
            case Measure.Percentile percentile -> ordered(percentile.property(), measure, false, path);
        }
    }

    /// A property whose values can be told apart.
    private void plain(String property, Measure.OfEvents measure, String path) {
        Optional<FactType> type = property(property, measure.events().names(), path);
        if (type.isPresent() && (type.get() == FactType.LIST || type.get() == FactType.PLACE)) {
            findings.add("rule.one_value", path, property);
        }
    }

    private void ordered(String property, Measure.OfEvents measure, boolean summed, String path) {
        Optional<FactType> type = property(property, measure.events().names(), path);
        if (type.isPresent() && !(summed ? type.get().isNumeric() : type.get().isOrdered())) {
            findings.add("rule.needs_number", path, property);
        }
    }

    void events(Events events, String path) {
        names(events.names(), path);
        filters.check(events.where(), events, path + ".where");
        filters.items(events.items(), events, path + ".items");
    }

    private void names(List<String> names, String path) {
        for (String name : names) {
            if (findings.catalogue().event(name).isEmpty()) {
                findings.unknown("event", path, name, findings.catalogue().eventNames());
            }
        }
    }

    Optional<FactType> property(String property, List<String> events, String path) {
        Optional<FactType> type = types.property(events, property);
        boolean knownEvents = events.stream()
                .allMatch(name -> findings.catalogue().event(name).isPresent());
        if (type.isEmpty() && knownEvents) {
            findings.unknown("property", path, property, filters.names(events, property.startsWith("items.")));
        }
        return type;
    }

    private void sequence(Sequence sequence, String path) {
        for (int i = 0; i < sequence.steps().size(); i++) {
            Sequence.Step step = sequence.steps().get(i);
            String at = "%s[%d]".formatted(path, i);
            findings.within(() -> {});
            names(step.names(), at);
            Events events =
                    new Events(step.names(), step.where(), Events.of("?").items(), new Window.Always(), true);
            filters.check(step.where(), events, at + ".where");
            if (!sequence.same().isEmpty()) {
                property(sequence.same(), step.names(), at);
            }
            switch (step) {
                case Sequence.Did did -> {
                    elapsed(did.after(), at);
                    elapsed(did.within(), at);
                    if (!did.distinct().isEmpty()) {
                        property(did.distinct(), step.names(), at);
                    }
                }
                case Sequence.NotDone absent -> elapsed(absent.within(), at);
            }
        }
        elapsed(sequence.within(), path);
    }

    /// @param inFilter whether the moment of an event is at hand
    Optional<FactType> fact(Measure.Fact fact, String path, boolean inFilter) {
        Optional<Fact> found = find(fact.name(), path);
        moment(fact.at(), path, inFilter);
        past(fact.stated(), path);
        for (String source : fact.sources()) {
            if (!io.filon.rule.Catalogue.SOURCES.contains(source)) {
                findings.unknown("source", path, source, io.filon.rule.Catalogue.SOURCES);
            }
        }
        if (found.isPresent() && !fact.isPlain()) {
            dated(fact.name(), path);
        }
        return found.map(Fact::type);
    }

    void moment(Moment moment, String path, boolean inFilter) {
        if (moment instanceof Moment.Then && !inFilter) {
            findings.add("rule.then_outside", path);
        }
    }

    void dated(String name, String path) {
        if (findings.catalogue().fact(name).filter(fact -> !fact.dated()).isPresent()) {
            findings.add("rule.not_dated", path, name);
        }
    }

    private void past(Window window, String path) {
        if (window.isAhead()) {
            findings.add("rule.window_ahead", path);
        }
    }

    private void elapsed(Span span, String path) {
        elapsed(span.unit(), path);
    }

    private void elapsed(Span.Unit unit, String path) {
        if (!unit.isElapsed()) {
            findings.add("rule.not_elapsed", path, unit.key());
        }
    }

    private Optional<Fact> find(String name, String path) {
        Optional<Fact> fact = findings.catalogue().fact(name);
        if (fact.isEmpty()) {
            findings.unknown("fact", path, name, findings.catalogue().factNames());
        }
        return fact;
    }

    /// What people call it in a message.
    String name(Measure measure) {
        return measure instanceof Measure.Fact fact
                ? fact.name()
                : measure.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
