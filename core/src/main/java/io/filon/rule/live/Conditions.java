package io.filon.rule.live;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Sequence;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.clock.Clocks;
import io.filon.rule.live.clock.WindowClocks;
import io.filon.rule.live.log.Dictionary;
import io.filon.rule.live.log.LogMeasure;
import io.filon.rule.live.log.LogSequence;
import io.filon.rule.live.log.Matcher;
import io.filon.rule.live.log.Quantity;
import io.filon.rule.live.log.Shares;
import io.filon.rule.live.log.StepPlan;
import io.filon.rule.live.log.ValueMeasure;
import io.filon.rule.live.turn.Moving;
import io.filon.rule.live.turn.Turning;
import io.filon.rule.live.turn.Turnings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes one condition ready: read off the log where it can be, from whole statements and events where not.
///
/// @param personal whether by the person's own clock
record Conditions(CheckedRule checked, boolean personal, Clocks clocks, Shares shares, Dictionary words) {

    Leaf leaf(Condition condition) {
        Optional<Leaf> logged = condition instanceof Condition.Has(Measure measure, Claim claim)
                ? logged(measure, claim)
                : Optional.empty();
        return logged.orElseGet(() -> new WholeLeaf(condition, new Critical(condition), checked, personal, clocks));
    }

    private Optional<Leaf> logged(Measure measure, Claim claim) {
        FactType type = checked.type(measure);
        if (claim instanceof Claim.Compare(Operator operator, Operand.Of(Measure other, BigDecimal factor))) {
            return quantity(measure)
                    .flatMap(left -> quantity(other)
                            .map(right -> new LogLeaf(
                                    left,
                                    List.of(new Quantity.Times(right, factor)),
                                    new LogLeaf.Claimed.Compared(operator),
                                    personal)));
        }
        return ClaimTests.of(claim, type)
                .flatMap(test -> quantity(measure).map(left -> leaf(measure, left, claim, test, type)));
    }

    private Leaf leaf(Measure measure, Quantity left, Claim claim, ClaimTests.Test test, FactType type) {
        List<Object> constants = Moving.constants(claim, type);
        Optional<Turning> turning = Turnings.take(claim) ? new Turnings(test, constants).of(left) : Optional.empty();
        return turning.<Leaf>map(exact -> new Leaf.Turns(exact, left))
                .orElseGet(() -> new LogLeaf(
                        left,
                        Moving.moves(measure)
                                ? constants.stream()
                                        .<Quantity>map(Quantity.Constant::new)
                                        .toList()
                                : List.of(),
                        new LogLeaf.Claimed.Alone(test),
                        personal));
    }

    private Optional<Quantity> quantity(Measure measure) {
        return switch (measure) {
            case Measure.Ratio ratio
            when !Moving.moves(ratio.bottom()) ->
                quantity(ratio.top())
                        .flatMap(top ->
                                quantity(ratio.bottom()).map(bottom -> new Quantity.Ratio(top, bottom, ratio.base())));
            case Measure.Matches(Sequence sequence) -> sequence(sequence);
            case Measure.OfEvents of -> ofEvents(of);
            case Measure.Ratio _, Measure.Fact _, Measure.FactAge _, Measure.FactChanges _ -> Optional.empty();
            case Measure.SegmentCount _, Measure.People _, Measure.Standing _ -> Optional.empty();
        };
    }

    private Optional<Quantity> ofEvents(Measure.OfEvents measure) {
        return switch (measure) {
            case Measure.Total total -> values(total, total.property());
            case Measure.Distinct distinct -> values(distinct, distinct.property());
            case Measure.Percentile percentile -> values(percentile, percentile.property());
            case Measure.MostFrequent most -> values(most, most.property());
            case Measure.Nth nth ->
                shares.column(nth.property(), nth.events().names(), nth.events().gross(), true, checked)
                        .flatMap(column -> instants(nth, -1, column, Span.Unit.DAY));
            case Measure.Share(Filter of, int _, Events events) ->
                shares.matcher(events.where(Shares.both(events.where(), of)), personal, checked)
                        .flatMap(part -> instants(measure, part, -1, Span.Unit.DAY));
            case Measure.Streak streak -> instants(streak, -1, -1, streak.unit());
            case Measure.Count _, Measure.Periods _, Measure.Since _, Measure.Interval _, Measure.Overdue _ ->
                instants(measure, -1, -1, Span.Unit.DAY);
        };
    }

    private Optional<Quantity> instants(Measure.OfEvents measure, int part, int column, Span.Unit present) {
        return shares.matcher(measure.events(), personal, checked)
                .map(matcher -> new LogMeasure(
                        measure,
                        matcher,
                        clocks(measure.events().window()),
                        part,
                        column,
                        clocks(new Window.Calendar(present, 1, 0))));
    }

    private Optional<Quantity> values(Measure.OfEvents measure, String property) {
        Events events = measure.events();
        boolean exact = checked.type(measure).isExact();
        boolean readBack = !(measure instanceof Measure.Distinct);
        return shares.column(property, events.names(), events.gross(), readBack, checked)
                .flatMap(column -> shares.matcher(events, personal, checked)
                        .map(matcher -> new ValueMeasure(
                                measure,
                                matcher,
                                clocks(events.window()),
                                column,
                                shares.column(column),
                                exact,
                                words)));
    }

    private Optional<Quantity> sequence(Sequence sequence) {
        if (sequence.order() == Sequence.Order.AT_ONCE || sequence.steps().size() > LogSequence.MOST_STEPS) {
            return Optional.empty(); // every event of the customer counts, whatever its name
        }
        long longest = StepPlan.longest(sequence);
        List<Integer> matchers = new ArrayList<>();
        List<Integer> distinct = new ArrayList<>();
        List<Integer> same = new ArrayList<>();
        for (Sequence.Step step : sequence.steps()) {
            shares.step(
                            new Matcher.Key(step.names(), step.where(), true, personal),
                            sequence.window(),
                            longest,
                            checked)
                    .ifPresent(matchers::add);
            word(sequence.same(), step.names()).ifPresent(same::add);
            word(step instanceof Sequence.Did did ? did.distinct() : "", step.names())
                    .ifPresent(distinct::add);
        }
        int steps = sequence.steps().size();
        if (matchers.size() < steps || same.size() < steps || distinct.size() < steps) {
            return Optional.empty();
        }
        int number = shares.sequence(new StepPlan(sequence, matchers, same.getFirst(), distinct));
        return Optional.of(new LogSequence(sequence, number, clocks(sequence.window())));
    }

    /// Its column when it is a word, -1 when none is asked for; nothing when it is something else.
    private Optional<Integer> word(String property, List<String> names) {
        if (property.isEmpty()) {
            return Optional.of(-1);
        }
        return checked.types().property(names, property).orElseThrow() == FactType.TEXT
                ? shares.column(property, names, true, false, checked)
                : Optional.empty();
    }

    private WindowClocks clocks(Window window) {
        return clocks.of(window, personal);
    }
}
