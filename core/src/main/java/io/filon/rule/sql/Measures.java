package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Rule;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.store.Sql;
import java.math.BigDecimal;

/// What each measure of a customer is, as an expression in a scope; what has to be worked out beforehand becomes a
/// table of values by moment, which the scope joins.
record Measures(Scope scope) {

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
            case Measure.OfEvents of -> ofEvents(of);
        };
    }

    private Value ofEvents(Measure.OfEvents measure) {
        FactType type = scope.reading().checked().type(measure);
        String table = new EventMeasures(scope.reading(), scope.clock()).table(measure);
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
