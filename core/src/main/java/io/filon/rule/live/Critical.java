package io.filon.rule.live;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Events;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Operand;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What of a condition time alone can move, and what it is about: collected once, from the whole of it.
final class Critical {

    /// A window seen from a moment that itself moves.
    record Seen(Span from, Window window) {}

    final Set<Window> windows = new LinkedHashSet<>();
    final Set<Seen> seen = new LinkedHashSet<>();
    final Set<Span> waits = new LinkedHashSet<>();
    final Set<String> events = new HashSet<>();
    final Set<String> facts = new HashSet<>();
    boolean allEvents;
    boolean memberships;
    boolean midnights;

    Critical(Condition condition) {
        switch (condition) {
            case Condition.Has(Measure measure, Claim claim) -> {
                measure(measure);
                claim(claim);
            }
            case Condition.HasBeen been -> {
                facts.add(been.fact().name());
                windows.add(new Window.Before(been.span()));
                claim(been.claim());
            }
            case Condition.InSegment(String _, Moment at) -> {
                memberships = true;
                moment(at);
            }
            case Condition.EnteredSegment(String _, Window window) -> membership(window);
            case Condition.LeftSegment(String _, Window window) -> membership(window);
            case Condition.Bucket _ -> {}
            case Condition.Top _ -> throw new IllegalStateException("refused before: " + condition);
        }
    }

    private void membership(Window window) {
        memberships = true;
        windows.add(window);
    }

    private void moment(Moment moment) {
        if (moment instanceof Moment.Ago(Span span)) {
            windows.add(new Window.Before(span));
        }
    }

    private void measure(Measure measure) {
        switch (measure) {
            case Measure.Fact fact -> fact(fact);
            case Measure.FactAge(String fact, Span.Unit _) -> facts.add(fact);
            case Measure.FactChanges(String fact, Window window) -> {
                facts.add(fact);
                windows.add(window);
            }
            case Measure.SegmentCount() -> memberships = true;
            case Measure.Ratio ratio -> {
                measure(ratio.top());
                measure(ratio.bottom());
            }
            case Measure.Matches(Sequence sequence) -> sequence(sequence);
            case Measure.OfEvents of -> {
                events(of.events());
                if (of instanceof Measure.Share share) {
                    filter(share.of());
                }
                midnights |= of instanceof Measure.Streak;
            }
            case Measure.People _, Measure.Standing _ -> throw new IllegalStateException("refused before: " + measure);
        }
    }

    private void fact(Measure.Fact fact) {
        facts.add(fact.name());
        moment(fact.at());
        if (fact.at() instanceof Moment.Ago(Span span) && !(fact.stated() instanceof Window.Always)) {
            seen.add(new Seen(span, fact.stated()));
        } else if (!(fact.at() instanceof Moment.Then)) {
            windows.add(fact.stated());
        }
    }

    private void events(Events selection) {
        events.addAll(selection.names());
        windows.add(selection.window());
        filter(selection.where());
        filter(selection.items());
    }

    private void sequence(Sequence sequence) {
        windows.add(sequence.window());
        allEvents |= sequence.order() == Sequence.Order.AT_ONCE;
        for (Sequence.Step step : sequence.steps()) {
            events.addAll(step.names());
            filter(step.where());
            if (step instanceof Sequence.NotDone absent && !absent.within().isNone()) {
                waits.add(absent.within());
            }
        }
    }

    private void filter(Filter filter) {
        switch (filter) {
            case Filter.Every() -> {}
            case Filter.All(List<Filter> filters) -> filters.forEach(this::filter);
            case Filter.Any(List<Filter> filters) -> filters.forEach(this::filter);
            case Filter.Not(Filter inner) -> filter(inner);
            case Filter.Property(String _, Claim claim) -> claim(claim);
            case Filter.Customer(Measure.Fact fact, Claim claim) -> {
                fact(fact);
                claim(claim);
            }
            case Filter.Items(Filter.Quantifier _, Filter item) -> filter(item);
        }
    }

    private void claim(Claim claim) {
        switch (claim) {
            case Claim.Compare(var _, Operand.Of(Measure measure, var _)) -> measure(measure);
            case Claim.When(Window window) -> windows.add(window);
            case Claim.Anniversary _ -> midnights = true;
            case Claim.Compare _, Claim.Between _, Claim.In _, Claim.Known _, Claim.Text _ -> {}
            case Claim.Holds _, Claim.Size _, Claim.Near _ -> {}
            case Claim.Weekdays _, Claim.Months _, Claim.Days _, Claim.Hours _, Claim.Before _ -> {}
        }
    }
}
