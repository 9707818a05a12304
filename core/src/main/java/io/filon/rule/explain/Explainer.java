package io.filon.rule.explain;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.reference.CustomerReading;
import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Says of one customer why a rule holds or not, by the reference's own reading of each part.
public final class Explainer {

    /// Tells what no single history tells: who is at the top, what the people of an account did.
    public interface Others {
        /// @param personal whether the person's own clock counts
        boolean holds(Condition condition, boolean personal);
    }

    private final CheckedRule checked;
    private final Others others;
    private final History history;
    private final Instant now;
    private final ZoneId brand;
    private final Flips flips;

    private Explainer(CheckedRule checked, History history, Instant now, ZoneId brand, Others others) {
        this.checked = checked;
        this.history = history;
        this.now = now;
        this.brand = brand;
        this.others = others;
        this.flips = new Flips(checked, history, now, brand);
    }

    /// @param brand the zone whose calendar counts where the person's own is not asked for
    public static Explanation explain(CheckedRule checked, History history, Instant now, ZoneId brand, Others others) {
        Explainer explainer = new Explainer(checked, history, now, brand, others);
        return new Explanation(history.customerId(), checked.name(), now, explainer.part(checked.rule(), false));
    }

    private Explanation.Part part(Rule rule, boolean personal) {
        if (rule instanceof Condition condition) {
            return condition(condition, personal);
        }
        boolean inner = personal || rule instanceof Rule.PersonTime;
        List<Explanation.Part> parts =
                rule.parts().stream().map(each -> part(each, inner)).toList();
        long held = parts.stream().filter(Explanation.Part::holds).count();
        boolean holds = switch (rule) {
            case Rule.Everyone() -> true;
            case Rule.All _, Rule.Named _, Rule.PersonTime _ -> held == parts.size();
            case Rule.Any _ -> held > 0;
            case Rule.Not _ -> held == 0;
            case Rule.ExactlyOne _ -> held == 1;
            case Rule.AtLeast(int least, var _) -> held >= least;
            case Condition _ -> throw new IllegalStateException("seen before: " + rule);
        };
        return new Explanation.Part(
                rule,
                holds,
                new Explanation.Value.Unknown(),
                new Explanation.Gap.None(),
                List.of(),
                flips.of(rule, personal),
                parts);
    }

    private Explanation.Part condition(Condition condition, boolean personal) {
        if (asksOthers(condition)) {
            return new Explanation.Part(
                    condition,
                    others.holds(condition, personal),
                    new Explanation.Value.Unknown(),
                    new Explanation.Gap.None(),
                    List.of(),
                    new Explanation.Flip.Unknown(),
                    List.of());
        }
        ZoneId zone = personal && !history.zone().isEmpty() ? ZoneId.of(history.zone()) : brand;
        CustomerReading reading = new CustomerReading(history, now, zone, personal, checked);
        Optional<Object> value =
                condition instanceof Condition.Has(Measure measure, var _) ? reading.value(measure) : Optional.empty();
        return new Explanation.Part(
                condition,
                reading.holds(condition),
                value.<Explanation.Value>map(Explanation.Value.Known::new).orElseGet(() -> unknown(condition, reading)),
                value.flatMap(known -> gap(condition, known, reading)).orElseGet(Explanation.Gap.None::new),
                events(condition, reading),
                flips.of(condition, personal),
                List.of());
    }

    private Explanation.Value unknown(Condition condition, CustomerReading reading) {
        return switch (condition) {
            case Condition.Has(Measure.Ratio ratio, var _) ->
                reading.value(ratio.bottom())
                        .filter(Number.class::isInstance)
                        .map(of -> tooFew(checked.type(ratio.bottom()), exact(of), ratio.base()))
                        .orElseGet(Explanation.Value.Unknown::new);
            case Condition.Has(Measure.Share share, var _) ->
                tooFew(
                        FactType.COUNT,
                        BigDecimal.valueOf(reading.events(share.events()).size()),
                        BigDecimal.valueOf(share.base()));
            case Condition.Has _, Condition.HasBeen _, Condition.Top _, Condition.Bucket _ ->
                new Explanation.Value.Unknown();
            case Condition.InSegment _, Condition.EnteredSegment _, Condition.LeftSegment _ ->
                new Explanation.Value.Unknown();
        };
    }

    private static Explanation.Value tooFew(FactType type, BigDecimal of, BigDecimal base) {
        return of.compareTo(base) < 0 ? new Explanation.Value.TooFew(type, of, base) : new Explanation.Value.Unknown();
    }

    private static boolean asksOthers(Condition condition) {
        return switch (condition) {
            case Condition.Top _ -> true;
            case Condition.Has(Measure measure, Claim claim) ->
                asksOthers(measure)
                        || (claim instanceof Claim.Compare(var _, Operand.Of(Measure other, var _))
                                && asksOthers(other));
            case Condition.HasBeen _, Condition.InSegment _, Condition.EnteredSegment _ -> false;
            case Condition.LeftSegment _, Condition.Bucket _ -> false;
        };
    }

    private static boolean asksOthers(Measure measure) {
        return switch (measure) {
            case Measure.Standing _, Measure.People _ -> true;
            case Measure.Ratio ratio -> asksOthers(ratio.top()) || asksOthers(ratio.bottom());
            case Measure.Fact _, Measure.FactAge _, Measure.FactChanges _, Measure.SegmentCount _ -> false;
            case Measure.Matches _, Measure.OfEvents _ -> false;
        };
    }

    private static List<Explanation.Counted> events(Condition condition, CustomerReading reading) {
        return condition instanceof Condition.Has(Measure.OfEvents measure, var _)
                ? reading.events(measure.events()).stream()
                        .map(event -> new Explanation.Counted(event.id(), event.name(), event.occurred()))
                        .toList()
                : List.of();
    }

    /// How far a number is from its bound, where the condition does not hold.
    private Optional<Explanation.Gap> gap(Condition condition, Object value, CustomerReading reading) {
        if (reading.holds(condition)
                || !(value instanceof Number)
                || !(condition instanceof Condition.Has(Measure measure, Claim claim))) {
            return Optional.empty();
        }
        return switch (claim) {
            case Claim.Compare(Operator operator, Operand operand)
            when operator != Operator.IS_NOT ->
                bound(operand, measure, reading).map(bound -> gap(exact(value), bound, operator, measure));
            case Claim.Between(String low, String high) -> {
                BigDecimal from = exact(CheckedRule.constant(checked.type(measure), low));
                BigDecimal to = exact(CheckedRule.constant(checked.type(measure), high));
                yield Optional.of(
                        gap(exact(value), exact(value).compareTo(from) < 0 ? from : to, Operator.IS, measure));
            }
            case Claim.Compare _, Claim.In _, Claim.Known _, Claim.Text _ -> Optional.empty();
            case Claim.Holds _, Claim.Size _, Claim.Near _, Claim.OfTime _ -> Optional.empty();
        };
    }

    /// Over 2 orders is 3 or more; over 2 euros is any more than 2.
    private Explanation.Gap gap(BigDecimal value, BigDecimal bound, Operator operator, Measure measure) {
        boolean strict = operator == Operator.ABOVE || operator == Operator.BELOW;
        boolean whole = checked.type(measure) == FactType.COUNT
                && bound.stripTrailingZeros().scale() <= 0;
        BigDecimal apart = bound.subtract(value).abs().add(strict && whole ? BigDecimal.ONE : BigDecimal.ZERO);
        boolean more = operator == Operator.ABOVE || (operator != Operator.BELOW && value.compareTo(bound) < 0);
        return more
                ? new Explanation.Gap.Missing(apart, strict && !whole)
                : new Explanation.Gap.Excess(apart, strict && !whole);
    }

    private Optional<BigDecimal> bound(Operand operand, Measure measure, CustomerReading reading) {
        return switch (operand) {
            case Operand.Constant(String text) -> Optional.of(exact(CheckedRule.constant(checked.type(measure), text)));
            case Operand.Of(Measure other, BigDecimal factor) ->
                reading.value(other)
                        .filter(Number.class::isInstance)
                        .map(known -> exact(known).multiply(factor));
            case Operand.Property _ -> Optional.empty();
        };
    }

    private static BigDecimal exact(Object number) {
        return number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(((Number) number).doubleValue());
    }
}
