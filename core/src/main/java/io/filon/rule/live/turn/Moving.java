package io.filon.rule.live.turn;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Span;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.Reading;
import io.filon.rule.reference.CustomerReading;
import java.math.BigDecimal;
import java.util.List;

/// Measures that grow by time alone: ages, times since, and what is made of them; when they reach a bound.
public final class Moving {

    private Moving() {}

    /// Whether the measure is another value at each instant.
    public static boolean moves(Measure measure) {
        return switch (measure) {
            case Measure.FactAge _, Measure.Since _, Measure.Overdue _ -> true;
            case Measure.Ratio ratio -> moves(ratio.top()) || moves(ratio.bottom());
            case Measure.Fact _, Measure.FactChanges _, Measure.SegmentCount _, Measure.People _ -> false;
            case Measure.Standing _, Measure.Matches _, Measure.OfEvents _ -> false;
        };
    }

    /// Whether it grows along a straight line, or not at all.
    static boolean isStraight(Measure measure) {
        return !(measure instanceof Measure.Ratio ratio) || (isStraight(ratio.top()) && !moves(ratio.bottom()));
    }

    /// A ratio of straight lines is compared with what stands still by comparing the lines.
    public static boolean isSolvable(Measure measure, Claim claim) {
        boolean operandMoves = claim instanceof Claim.Compare(var _, Operand.Of(Measure other, var _))
                && (moves(other) || !isStraight(other));
        boolean straightOperand =
                !(claim instanceof Claim.Compare(var _, Operand.Of(Measure other, var _))) || isStraight(other);
        return straightOperand
                && (isStraight(measure)
                        || (!operandMoves
                                && measure instanceof Measure.Ratio ratio
                                && isStraight(ratio.top())
                                && isStraight(ratio.bottom())));
    }

    /// The first instant after now at which the claim could turn because the value has grown.
    public static long crossing(Measure measure, Claim claim, CheckedRule checked, CustomerReading reading, long now) {
        FactType type = checked.type(measure);
        long until = Micros.NEVER;
        if (claim instanceof Claim.Compare(var _, Operand.Of(Measure other, BigDecimal factor))) {
            double bound = value(other, reading) * factor.doubleValue();
            return crossing(measure, bound, slope(other, reading) * factor.doubleValue(), reading, now);
        }
        if (moves(measure)) {
            for (Object constant : constants(claim, type)) {
                until = Math.min(until, crossing(measure, ClaimTests.number(constant), 0, reading, now));
            }
            // a claim of another kind can still begin or end to be known
            until = Math.min(until, crossing(measure, Double.NaN, 0, reading, now));
        }
        return until;
    }

    private static long crossing(Measure measure, double bound, double boundSlope, CustomerReading reading, long now) {
        if (isStraight(measure)) {
            double slope = slope(measure, reading) - boundSlope;
            return Reading.crossing(value(measure, reading) - bound, slope, now);
        }
        Measure.Ratio ratio = (Measure.Ratio) measure;
        double bottom = value(ratio.bottom(), reading);
        double growth = slope(ratio.bottom(), reading);
        long known = Math.min(
                Reading.crossing(bottom - ratio.base().doubleValue(), growth, now),
                Reading.crossing(bottom, growth, now));
        double slope = slope(ratio.top(), reading) - bound * growth;
        return Math.min(known, Reading.crossing(value(ratio.top(), reading) - bound * bottom, slope, now));
    }

    public static List<Object> constants(Claim claim, FactType type) {
        return switch (claim) {
            case Claim.Compare(var _, Operand.Constant(String text)) -> List.of(CheckedRule.constant(type, text));
            case Claim.Between(String low, String high) ->
                List.of(CheckedRule.constant(type, low), CheckedRule.constant(type, high));
            case Claim.In(List<String> values) ->
                values.stream().map(text -> CheckedRule.constant(type, text)).toList();
            case Claim.Compare _, Claim.Known _, Claim.Text _, Claim.Holds _, Claim.Size _ -> List.of();
            case Claim.Near _, Claim.OfTime _ -> List.of();
        };
    }

    /// Not a number when not known: nothing crosses it.
    private static double value(Measure measure, CustomerReading reading) {
        return reading.value(measure)
                .filter(Number.class::isInstance)
                .map(ClaimTests::number)
                .orElse(Double.NaN);
    }

    /// Growth each microsecond, of a straight one.
    private static double slope(Measure measure, CustomerReading reading) {
        return switch (measure) {
            case Measure.FactAge(String _, Span.Unit unit) -> 1 / (unit.seconds() * 1e6);
            case Measure.Since(var _, Span.Unit unit, var _) -> 1 / (unit.seconds() * 1e6);
            case Measure.Overdue(int base, var events) ->
                1 / (value(new Measure.Interval(Span.Unit.SECOND, base, events), reading) * 1e6);
            case Measure.Ratio ratio when moves(ratio) -> slope(ratio.top(), reading) / value(ratio.bottom(), reading);
            case Measure.Ratio _, Measure.Fact _, Measure.FactChanges _, Measure.SegmentCount _ -> 0;
            case Measure.People _, Measure.Standing _, Measure.Matches _, Measure.OfEvents _ -> 0;
        };
    }
}
