package io.filon.rule.live.turn;

import io.filon.rule.Claim;
import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Span;
import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.log.LogMeasure;
import io.filon.rule.live.log.LogSequence;
import io.filon.rule.live.log.Quantity;
import io.filon.rule.live.log.ValueMeasure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Finds the claims whose turning can be told exactly: about what was counted, summed or timed in a window that ends
/// now, compared with constants.
///
/// @param test      the claim
/// @param constants what it compares with
public record Turnings(ClaimTests.Test test, List<Object> constants) {

    private static final long CENTS = 10_000;
    private static final long EXACT = 1L << 53;

    /// Whether a claim compares with constants, or asks only whether there is a value.
    public static boolean take(Claim claim) {
        return switch (claim) {
            case Claim.Compare(var _, Operand.Constant _) -> true;
            case Claim.Between _, Claim.In _, Claim.Known _ -> true;
            case Claim.Compare _, Claim.Text _, Claim.Holds _, Claim.Size _, Claim.Near _, Claim.OfTime _ -> false;
        };
    }

    public Optional<Turning> of(Quantity quantity) {
        return switch (quantity) {
            case LogMeasure measure when Rolling.is(measure.measure().events().window()) -> ofInstants(measure);
            case ValueMeasure measure when Rolling.is(measure.measure().events().window()) -> ofValues(measure);
            case LogSequence sequence
            when Rolling.is(sequence.sequence().window()) && sequence.isOrderly() ->
                Optional.of(new Completed(sequence, counts()));
            case LogMeasure _, ValueMeasure _, LogSequence _ -> Optional.empty();
            case Quantity.Ratio _, Quantity.Times _, Quantity.Constant _ -> Optional.empty();
        };
    }

    private Optional<Turning> ofInstants(LogMeasure measure) {
        Rolling window = new Rolling(measure.matcher(), measure.clocks());
        return switch (measure.measure()) {
            case Measure.Count _ -> Optional.of(new Counted(window, counts()));
            case Measure.Periods(Span.Unit unit, int each, Events _) ->
                Optional.of(InPeriods.of(window, unit, each, counts()));
            case Measure.Share(Filter _, int base, Events _) ->
                Optional.of(new Shared(window, measure.part(), base, Doubles.of(test, constants)));
            case Measure.Since(Measure.End end, Span.Unit unit, Events _) -> {
                double micros = unit.seconds() * 1e6;
                Steps steps = Steps.of(test, constants, since -> since / micros, unit.seconds() * 1_000_000);
                yield Optional.of(new Since.Done(window, end, steps));
            }
            case Measure.Overdue(int base, Events _) ->
                Optional.of(new Since.Overdue(
                        window,
                        base,
                        Doubles.of(test, constants),
                        constants.stream().mapToDouble(ClaimTests::number).toArray()));
            case Measure.Streak _, Measure.Nth _, Measure.Interval _ -> Optional.empty();
            case Measure.Distinct _, Measure.Total _, Measure.Percentile _, Measure.MostFrequent _ -> Optional.empty();
        };
    }

    private Optional<Turning> ofValues(ValueMeasure measure) {
        if (!(measure.measure() instanceof Measure.Total total)
                || !measure.column().type().isExact()
                || !isNumber(measure.column().type())) {
            return Optional.empty();
        }
        Rolling window = new Rolling(measure.matcher(), measure.clocks());
        return switch (total.function()) {
            case SUM -> {
                Steps steps = Steps.of(test, constants, sum -> BigDecimal.valueOf(sum, 4), CENTS);
                yield Optional.of(new Summed(window, measure.number(), (sum, _) -> steps.holds(sum)));
            }
            case AVERAGE -> {
                Doubles doubles = Doubles.of(test, constants);
                yield Optional.of(new Summed(
                        window, measure.number(), (sum, values) -> values > 0 && doubles.holds(whole(sum) / values)));
            }
            case MIN, MAX -> Optional.empty();
        };
    }

    private static boolean isNumber(FactType type) {
        return type == FactType.MONEY || type == FactType.COUNT;
    }

    /// The nearest `double` of a sum.
    private static double whole(long sum) {
        return Math.abs(sum) < EXACT
                ? sum / (double) CENTS
                : BigDecimal.valueOf(sum, 4).doubleValue();
    }

    private Steps counts() {
        return Steps.of(test, constants, BigDecimal::valueOf, 1);
    }
}
