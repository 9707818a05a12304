package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Range;
import io.filon.rule.Rule;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Of conditions that all have to hold, those on events are asked one after another, each only of the customers whom
/// the ones before have left: first those that nobody keeps without an event, and of these the one that looks least far
/// back, since it reads fewest events and leaves fewest customers. The cost is that of the events read, not of the
/// base.
///
/// @param reading of whom is left
/// @param steps   how many conditions have been asked
/// @param rest    what still has to be asked of them
record Narrowing(Reading reading, int steps, Rule rest) {

    /// @param ofNothing whether somebody without such an event keeps it
    private record Step(Measure.OfEvents measure, Claim claim, boolean ofNothing, Duration back) {}

    static Narrowing of(Reading reading) {
        Rule rule = reading.checked().rule();
        List<Step> steps = new ArrayList<>();
        List<Rule> rest = new ArrayList<>();
        for (Rule each : rule instanceof Rule.All(List<Rule> rules) ? rules : List.of(rule)) {
            step(reading, each).ifPresentOrElse(steps::add, () -> rest.add(each));
        }
        if (reading.asked().moments() || steps.stream().allMatch(Step::ofNothing)) {
            return new Narrowing(reading, 0, rule);
        }
        steps.sort(Comparator.comparing(Step::ofNothing).thenComparing(Step::back));
        Reading left = reading;
        for (Step step : steps) {
            left = left.leaving(reading.query().table("left", step.ofNothing ? without(left, step) : with(left, step)));
        }
        return new Narrowing(left, steps.size(), rest.isEmpty() ? new Rule.Everyone() : new Rule.All(rest));
    }

    /// Whether whoever is left belongs.
    boolean isDone() {
        return steps > 0 && rest instanceof Rule.Everyone;
    }

    /// Whoever has such events and keeps the condition.
    private static Sql with(Reading reading, Step step) {
        Measures measures = new Measures(Scope.ofCustomers(reading, reading.brand()));
        Value value = Value.of(reading.checked().type(step.measure), "t.value");
        return Sql.of("    select t.moment_id\n    from %s t\n    where t.moment_id is not null and "
                        .formatted(measures.table(step.measure, step.claim)))
                .then(measures.holds(step.claim, value));
    }

    /// Of those left, whoever keeps the condition, with such events or without.
    private static Sql without(Reading reading, Step step) {
        Scope scope = Scope.ofLeft(reading);
        Measures measures = new Measures(scope);
        Sql holds = measures.holds(step.claim, measures.of(step.measure, step.claim));
        return Sql.of("    select m.moment_id\n    from ")
                .then(scope.from())
                .then(Sql.of("\n    where "))
                .then(holds);
    }

    private static Optional<Step> step(Reading reading, Rule rule) {
        if (!(rule instanceof Condition.Has(Measure.OfEvents measure, Claim claim)) || !isOfOneValue(claim)) {
            return Optional.empty();
        }
        boolean ofNothing = holdsOfNothing(measure, claim, reading.checked().type(measure));
        return Optional.of(new Step(measure, claim, ofNothing, back(reading, measure, claim)));
    }

    private static boolean isOfOneValue(Claim claim) {
        return !(claim instanceof Claim.Compare(var _, Operand operand)) || operand instanceof Operand.Constant;
    }

    /// Whether somebody without such an event keeps the claim: counts and sums are 0 then, all else is not known.
    private static boolean holdsOfNothing(Measure.OfEvents measure, Claim claim, FactType type) {
        boolean zero = switch (measure) {
            case Measure.Count _, Measure.Distinct _, Measure.Periods _, Measure.Streak _ -> true;
            case Measure.Total total -> total.function() == Measure.Function.SUM;
            case Measure.Percentile _, Measure.MostFrequent _, Measure.Share _, Measure.Nth _ -> false;
            case Measure.Since _, Measure.Interval _, Measure.Overdue _ -> false;
        };
        return zero
                && switch (claim) {
                    case Claim.Compare(var operator, Operand.Constant(String text)) ->
                        operator.holds(-sign(type, text));
                    case Claim.Between(String low, String high) -> sign(type, low) <= 0 && sign(type, high) >= 0;
                    case Claim _ -> true; // nothing is lost by asking it of everybody
                };
    }

    private static int sign(FactType type, String text) {
        return new BigDecimal(type.constant(text).orElseThrow().toString()).signum();
    }

    /// How far back it looks.
    private static Duration back(Reading reading, Measure.OfEvents measure, Claim claim) {
        ZonedDateTime now =
                reading.asked().instants().getFirst().atZone(reading.asked().brand());
        Range range = Range.of(measure.events().window(), now);
        Duration window = Duration.between(range.from(), range.end());
        return measure instanceof Measure.Since since
                ? Measures.longest(since, claim, reading.checked().type(since))
                        .map(Duration::ofSeconds)
                        .filter(shorter -> shorter.compareTo(window) < 0)
                        .orElse(window)
                : window;
    }
}
