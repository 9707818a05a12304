package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.rule.check.CheckedRule;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// What each measure of a customer is, as an expression in a scope; what has to be worked out beforehand becomes a
/// table of values by moment, which the scope joins.
record Measures(Scope scope) {

    /// Some three thousand years.
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(100_000_000_000L);

    /// A claim about something without properties beside it.
    Sql holds(Claim claim, Value value) {
        return new ClaimSql(
                        scope,
                        name -> {
                            throw new IllegalStateException("no property beside it: " + name);
                        },
                        this::of)
                .holds(claim, value);
    }

    Value of(Measure measure) {
        return switch (measure) {
            case Measure.Fact fact -> new Facts(scope).value(fact);
            case Measure.FactAge(String fact, Span.Unit unit) -> new Facts(scope).age(fact, unit);
            case Measure.FactChanges(String fact, Window window) -> new Facts(scope).changes(fact, window);
            case Measure.SegmentCount() -> segments();
            case Measure.People(Rule rule) -> new Populations(scope).people(rule);
            case Measure.Ratio ratio -> ratio(ratio);
            case Measure.Standing standing -> new Populations(scope).standing(standing);
            case Measure.Matches(var sequence) ->
                count(new SequenceSql(scope.reading(), scope.clock()).table(sequence));
            case Measure.OfEvents of -> ofEvents(of, new EventMeasures(scope.reading(), scope.clock()).table(of));
        };
    }

    /// The measure as far as a claim can tell.
    Value of(Measure measure, Claim claim) {
        return measure instanceof Measure.OfEvents of ? ofEvents(of, table(of, claim)) : of(measure);
    }

    /// Its values by moment, as far as a claim can tell: of a time since the last event that must be short, only
    /// events of that time are looked at; with none of them the claim is false, as it is where there is no event at
    /// all.
    String table(Measure.OfEvents measure, Claim claim) {
        EventMeasures measures = new EventMeasures(scope.reading(), scope.clock());
        if (measure instanceof Measure.Since since) {
            Optional<Long> most =
                    longest(since, claim, scope.reading().checked().type(since));
            if (most.isPresent()) {
                return measures.since(since, most.get());
            }
        }
        return measures.table(measure);
    }

    /// How many seconds ago the last event can have been for the claim to hold, where it says so.
    static Optional<Long> longest(Measure.Since since, Claim claim, FactType type) {
        if (since.end() != Measure.End.LAST) {
            return Optional.empty();
        }
        return most(claim, type)
                .map(longest -> longest.multiply(BigDecimal.valueOf(since.unit().seconds())))
                .filter(seconds -> seconds.abs().compareTo(LONGEST_SECONDS) < 0)
                .map(seconds -> seconds.setScale(0, RoundingMode.CEILING).longValueExact() + 1);
    }

    private static Optional<BigDecimal> most(Claim claim, FactType type) {
        return switch (claim) {
            case Claim.Compare(Operator operator, Operand.Constant(String text))
            when operator == Operator.AT_MOST || operator == Operator.BELOW || operator == Operator.IS ->
                Optional.of(number(CheckedRule.constant(type, text)));
            case Claim.Between(String _, String high) -> Optional.of(number(CheckedRule.constant(type, high)));
            case Claim _ -> Optional.empty();
        };
    }

    private static BigDecimal number(Object constant) {
        return constant instanceof BigDecimal exact ? exact : BigDecimal.valueOf(((Number) constant).doubleValue());
    }

    private Value ofEvents(Measure.OfEvents measure, String table) {
        FactType type = scope.reading().checked().type(measure);
        return switch (measure) {
            case Measure.Count _, Measure.Distinct _, Measure.Periods _, Measure.Streak _ -> count(table);
            case Measure.Total(Measure.Function function, String _, var _)
            when function == Measure.Function.SUM ->
                Value.of(type, "coalesce(%s.value, 0)".formatted(scope.joinValues(table)));
            case Measure.Total _, Measure.Percentile _, Measure.MostFrequent _, Measure.Share _ -> value(type, table);
            case Measure.Nth _, Measure.Since _, Measure.Interval _, Measure.Overdue _ -> value(type, table);
        };
    }

    private Value value(FactType type, String table) {
        return Value.of(type, scope.joinValues(table) + ".value");
    }

    /// Nobody without a row is left out: zero is a number.
    private Value count(String table) {
        return Value.of(FactType.COUNT, "coalesce(%s.value, 0)".formatted(scope.joinValues(table)));
    }

    private Value segments() {
        Scope members = Scope.of(scope.reading(), scope.clock(), "rule_memberships s");
        Sql select = Sql.of("    select %s as moment_id, count(distinct s.segment) as value\n    from "
                        .formatted(members.key()))
                .then(members.from())
                .then(Sql.of("\n    where s.from_at <= "))
                .then(scope.clock().now())
                .then(Sql.of(" and s.end_at > "))
                .then(scope.clock().now())
                .then(Sql.of("\n    group by " + members.key()));
        return count(scope.reading().query().table("segments", select));
    }

    private Value ratio(Measure.Ratio ratio) {
        Sql top = of(ratio.top()).number();
        Sql bottom = of(ratio.bottom()).number();
        BigDecimal base = ratio.base();
        return new Value(
                FactType.NUMBER,
                Sql.of("case when ")
                        .then(bottom)
                        .then(Sql.of(" > 0 and "))
                        .then(bottom)
                        .then(Sql.of(" >= ? then ", base.doubleValue()))
                        .then(top)
                        .then(Sql.of(" / "))
                        .then(bottom)
                        .then(Sql.of(" end")));
    }
}
