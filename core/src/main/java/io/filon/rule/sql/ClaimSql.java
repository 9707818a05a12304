package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.check.CheckedRule;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/// What a claim says of a value, as a condition; null or false when it does not hold.
///
/// @param others   the other properties of the event or item the value is of
/// @param measures of the customer, facts as they were when the event happened included
record ClaimSql(Scope scope, Function<String, Value> others, Function<Measure, Value> measures) {

    Sql holds(Claim claim, Value value) {
        FactType type = value.type();
        return switch (claim) {
            case Claim.Known() -> Sql.of("(").then(value.sql()).then(Sql.of(") is not null"));
            case Claim.Compare(Operator operator, Operand operand) -> compare(value, operator, operand(operand, type));
            case Claim.Between(String low, String high) ->
                value.sql().then(Sql.of(" between ? and ?", constant(type, low), constant(type, high)));
            case Claim.In(List<String> values) ->
                value.sql()
                        .then(new Sql(
                                " in (%s)".formatted(String.join(", ", Collections.nCopies(values.size(), "?"))),
                                values.stream()
                                        .map(each -> constant(type, each))
                                        .toList()));
            case Claim.Text(Claim.Match match, String text) -> function(function(match), value.sql(), text);
            case Claim.Holds(Filter.Quantifier quantifier, List<String> values) ->
                holds(quantifier, values, value.sql());
            case Claim.Size(Operator operator, int size) ->
                Sql.of("words_count(").then(value.sql()).then(Sql.of(") %s ?".formatted(operator.sql()), size));
            case Claim.Near near ->
                Sql.of("km_to(")
                        .then(value.sql())
                        .then(Sql.of(", ?, ?) <= ?", near.latitude(), near.longitude(), near.km()));
            case Claim.OfTime time -> new TimeClaimSql(scope.clock(), others).holds(time, value);
        };
    }

    /// Exact where both are, else as `double`.
    private static Sql compare(Value left, Operator operator, Value right) {
        boolean doubles = left.type().isNumeric()
                && !(left.type().isExact() && right.type().isExact());
        return (doubles ? left.number() : left.sql())
                .then(Sql.of(" %s ".formatted(operator.sql())))
                .then(doubles ? right.number() : right.sql());
    }

    private Value operand(Operand operand, FactType type) {
        return switch (operand) {
            case Operand.Constant(String text) -> new Value(type, Sql.of("?", constant(type, text)));
            case Operand.Property(String name) -> others.apply(name);
            case Operand.Of(Measure measure, BigDecimal factor) -> {
                Value value = measures.apply(measure);
                if (factor.compareTo(BigDecimal.ONE) == 0) {
                    yield value;
                }
                yield value.type().isExact()
                        ? new Value(value.type(), Sql.of("(").then(value.sql()).then(Sql.of(" * ?)", factor)))
                        : new Value(
                                value.type(),
                                Sql.of("(").then(value.number()).then(Sql.of(" * ?)", factor.doubleValue())));
            }
        };
    }

    private static Sql holds(Filter.Quantifier quantifier, List<String> values, Sql words) {
        String between = quantifier == Filter.Quantifier.ALL ? " and " : " or ";
        Sql have = Sql.join(
                values.stream().map(word -> function("words_have", words, word)).toList(), between);
        Sql not = Sql.of(quantifier == Filter.Quantifier.NONE ? "not (" : "(");
        return not.then(have).then(Sql.of(")"));
    }

    private static String function(Claim.Match match) {
        return switch (match) {
            case CONTAINS -> "text_contains";
            case STARTS -> "text_starts";
            case ENDS -> "text_ends";
            case MATCHES -> "text_matches";
        };
    }

    private static Sql function(String name, Sql value, String text) {
        return Sql.of(name + "(").then(value).then(Sql.of(", ?)", text));
    }

    private static Object constant(FactType type, String text) {
        return CheckedRule.constant(type, text);
    }
}
