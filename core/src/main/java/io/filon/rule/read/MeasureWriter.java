package io.filon.rule.read;

import io.filon.rule.Events;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Rule;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes measures as [MeasureReader] reads them.
final class MeasureWriter {

    private final Function<Rule, JsonNode> rules;
    private final FilterWriter filters;

    /// @param rules writes a rule inside a measure
    MeasureWriter(Function<Rule, JsonNode> rules) {
        this.rules = rules;
        this.filters = new FilterWriter(this);
    }

    ObjectNode measure(Measure measure) {
        ObjectNode node = Tree.object();
        switch (measure) {
            case Measure.Fact fact -> {
                node.put("fact", fact.name());
                addFact(node, fact);
            }
            case Measure.FactAge(String fact, Span.Unit unit) ->
                node.put("fact_age", fact).put("unit", unit.key() + "s");
            case Measure.FactChanges(String fact, Window window) -> {
                node.put("fact_changes", fact);
                addWindow(node, window);
            }
            case Measure.SegmentCount() -> node.put("segment_count", "now");
            case Measure.People(Rule rule) -> node.set("people", rules.apply(rule));
            case Measure.Ratio ratio -> {
                node.set("ratio", Tree.list(List.of(measure(ratio.top()), measure(ratio.bottom()))));
                if (ratio.base().signum() > 0) {
                    node.set("base", Tree.number(ratio.base()));
                }
            }
            case Measure.Standing standing -> {
                node.put("standing", standing.scale().name().toLowerCase(Locale.ROOT));
                node.set("by", measure(standing.measure()));
                addAmong(node, standing.among());
            }
            case Measure.Matches(Sequence sequence) -> sequence(node, sequence);
            case Measure.Count(Events events) -> addEvents(node, "did", events);
            case Measure.OfEvents of -> ofEvents(node, of);
        }
        return node;
    }

    private void ofEvents(ObjectNode node, Measure.OfEvents measure) {
        switch (measure) {
            case Measure.Count _ -> node.put("count", "events");
            case Measure.Distinct distinct -> node.put("distinct", distinct.property());
            case Measure.Periods periods -> {
                node.put("periods", periods.unit().key());
                if (periods.each() > 1) {
                    node.put("each", periods.each());
                }
            }
            case Measure.Streak streak -> node.put("streak", streak.unit().key());
            case Measure.Total total -> node.put(Words.word(Words.FUNCTIONS, total.function()), total.property());
            case Measure.Percentile percentile -> {
                node.put("percentile", percentile.property());
                node.set("at", Tree.percent(percentile.share()));
            }
            case Measure.MostFrequent most ->
                node.put("most_frequent", most.property()).put("base", most.base());
            case Measure.Share share -> {
                node.set("share", filters.filter(share.of()));
                node.put("base", share.base());
            }
            case Measure.Nth nth -> {
                switch (nth.position()) {
                    case 1 -> node.put("first", nth.property());
                    case -1 -> node.put("last", nth.property());
                    default -> node.put("nth", nth.property()).put("position", nth.position());
                }
            }
            case Measure.Since since ->
                node.put(
                        since.end() == Measure.End.FIRST ? "since_first" : "since_last",
                        since.unit().key() + "s");
            case Measure.Interval interval ->
                node.put("usual_gap", interval.unit().key() + "s").put("base", interval.base());
            case Measure.Overdue overdue -> node.put("overdue", "gap").put("base", overdue.base());
        }
        addEvents(node, "of", measure.events());
    }

    private void addEvents(ObjectNode node, String word, Events events) {
        node.set(word, Tree.names(events.names()));
        addFilter(node, "where", events.where());
        addFilter(node, "items", events.items());
        addWindow(node, events.window());
        if (events.gross()) {
            node.put("gross", true);
        }
    }

    private void addFilter(ObjectNode node, String word, Filter filter) {
        if (!(filter instanceof Filter.Every)) {
            node.set(word, filters.filter(filter));
        }
    }

    private void sequence(ObjectNode node, Sequence sequence) {
        node.set("sequence", Tree.list(sequence.steps().stream().map(this::step).toList()));
        if (!sequence.same().isEmpty()) {
            node.put("same", sequence.same());
        }
        if (sequence.order() != Sequence.Order.THEN) {
            node.put("order", Words.word(SequenceReader.ORDERS, sequence.order()));
        }
        addSpan(node, "within", sequence.within());
        addWindow(node, sequence.window());
    }

    private ObjectNode step(Sequence.Step step) {
        ObjectNode node = Tree.object();
        node.set(step instanceof Sequence.Did ? "did" : "not", Tree.names(step.names()));
        addFilter(node, "where", step.where());
        switch (step) {
            case Sequence.Did did -> {
                if (did.times() > 1) {
                    node.put("times", did.times());
                }
                if (!did.distinct().isEmpty()) {
                    node.put("distinct", did.distinct());
                }
                addSpan(node, "after", did.after());
                addSpan(node, "within", did.within());
            }
            case Sequence.NotDone absent -> addSpan(node, "within", absent.within());
        }
        return node;
    }

    private static void addSpan(ObjectNode node, String word, Span span) {
        if (!span.isNone()) {
            node.set(word, TimeWriter.span(span));
        }
    }

    static void addWindow(ObjectNode node, Window window) {
        if (!(window instanceof Window.Always)) {
            node.set("window", TimeWriter.window(window));
        }
    }

    void addAmong(ObjectNode node, Rule among) {
        if (!(among instanceof Rule.Everyone)) {
            node.set("among", rules.apply(among));
        }
    }

    /// What a fact has beside its name.
    static void addFact(ObjectNode node, Measure.Fact fact) {
        if (!(fact.at() instanceof Moment.Now)) {
            node.set("as_of", TimeWriter.moment(fact.at()));
        }
        if (!fact.sources().isEmpty()) {
            node.set("source", Tree.names(fact.sources()));
        }
        if (!(fact.stated() instanceof Window.Always)) {
            node.set("stated", TimeWriter.window(fact.stated()));
        }
    }
}
