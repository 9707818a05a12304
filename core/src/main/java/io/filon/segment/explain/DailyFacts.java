package io.filon.segment.explain;

import io.filon.rule.Catalogue;
import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

// Figures without a history are worked out anew for each day a workspace is asked about, so with no event they change
// in a way that one row does not tell: last year's orders leave the window one by one, a cut moves with everybody.
// Those that only count days are the exception: they grow by the same every day.

/// When a condition on the figures of the day turns by itself.
///
/// @param facts of the customer, by name
record DailyFacts(CheckedRule rule, Map<String, Object> facts, LocalDate asOf, ZoneId zone) {

    private static final int DAYS = 730;

    /// Of the whole history: only what happens changes them.
    private static final Set<String> STEADY = Set.of("orders", "order_days", "revenue", "net", "returns", "tickets");

    /// Whether it rests on a figure that another day would give differently.
    boolean reads(Rule part) {
        return switch (part) {
            case Condition.Has(Measure measure, Claim claim) -> reads(measure) || reads(claim);
            case Condition.Top _ -> true;
            case Condition _ -> false;
            case Rule group -> group.parts().stream().anyMatch(this::reads);
        };
    }

    private boolean reads(Measure measure) {
        return switch (measure) {
            case Measure.Fact fact -> isOfTheDay(fact.name());
            case Measure.Ratio ratio -> reads(ratio.top()) || reads(ratio.bottom());
            case Measure.OfEvents of -> reads(of.events().where());
            case Measure.Standing _, Measure.People _, Measure.SegmentCount _ -> true;
            case Measure.FactAge _, Measure.FactChanges _, Measure.Matches _ -> false;
        };
    }

    private boolean reads(Claim claim) {
        return claim instanceof Claim.Compare(var _, Operand.Of(Measure other, var _)) && reads(other);
    }

    private boolean reads(Filter filter) {
        return switch (filter) {
            case Filter.Every() -> false;
            case Filter.All(List<Filter> filters) -> filters.stream().anyMatch(this::reads);
            case Filter.Any(List<Filter> filters) -> filters.stream().anyMatch(this::reads);
            case Filter.Not(Filter inner) -> reads(inner);
            case Filter.Property(String _, Claim claim) -> reads(claim);
            case Filter.Customer(var fact, Claim claim) -> reads(fact) || reads(claim);
            case Filter.Items(Filter.Quantifier _, Filter item) -> reads(item);
        };
    }

    private boolean isOfTheDay(String name) {
        Catalogue catalogue = rule.catalogue();
        return catalogue
                .fact(name)
                .filter(fact -> !fact.dated()
                        && !STEADY.contains(name)
                        && (fact.type().isNumeric() || fact.type() == FactType.FLAG))
                .isPresent();
    }

    /// Of a condition on a figure that only counts days; nobody knows of others.
    Why.Turns turns(Condition condition) {
        if (!(condition instanceof Condition.Has(Measure.Fact measure, Claim claim)) || !measure.isPlain()) {
            return Why.Turns.NO;
        }
        Fact fact = rule.catalogue().fact(measure.name()).orElseThrow();
        OptionalDouble daily = daily(fact.name());
        if (daily.isEmpty() || !(facts.get(fact.name()) instanceof Number value)) {
            return Why.Turns.NO;
        }
        boolean today = holds(claim, fact.type(), value.doubleValue());
        for (int days = 1; days <= DAYS; days++) {
            if (holds(claim, fact.type(), value.doubleValue() + days * daily.getAsDouble()) != today) {
                return Why.Turns.at(asOf.plusDays(days).atStartOfDay(zone).toInstant());
            }
        }
        return Why.Turns.NEVER;
    }

    /// By how much a figure grows each day on which nothing happens.
    private OptionalDouble daily(String fact) {
        return switch (fact) {
            case "days_since_last_order", "tenure_days" -> OptionalDouble.of(1);
            case "hiatus_gaps" -> gap(1, 0);
            case "hiatus_of_dormancy" -> gap(6, 365);
            default -> OptionalDouble.empty();
        };
    }

    private OptionalDouble gap(double times, double least) {
        return facts.get("usual_gap_days") instanceof Number gap && gap.doubleValue() > 0
                ? OptionalDouble.of(1 / Math.max(least, times * gap.doubleValue()))
                : OptionalDouble.empty();
    }

    private static boolean holds(Claim claim, FactType type, double value) {
        return switch (claim) {
            case Claim.Compare(var operator, Operand.Constant(String text)) ->
                operator.holds(Double.compare(value, number(type, text)));
            case Claim.Between(String low, String high) -> number(type, low) <= value && value <= number(type, high);
            case Claim.Compare _, Claim.In _, Claim.Known _, Claim.Text _ -> true;
            case Claim.Holds _, Claim.Size _, Claim.Near _, Claim.OfTime _ -> true;
        };
    }

    private static double number(FactType type, String text) {
        return ((Number) CheckedRule.constant(type, text)).doubleValue();
    }
}
