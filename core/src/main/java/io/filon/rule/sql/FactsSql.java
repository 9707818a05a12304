package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Operand;
import io.filon.rule.Operator;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The members of a rule as one select over the catalogue's table, in the SQL that all our engines share.
///
/// Names come from the catalogue, values are bound. Unknown facts are SQL's null: under `and` and `or` a null
/// comparison keeps a row out just as false does, so only `not` has to turn it into false to stay two-valued.
/// Each `top` becomes a common table expression, an inner one before the one that uses it.
final class FactsSql {

    private final CheckedRule checked;
    private final String table;
    private final List<Sql> tops = new ArrayList<>();

    private FactsSql(CheckedRule checked) {
        this.checked = checked;
        this.table = checked.catalogue().table();
    }

    /// @return a select of one column, `customer_id`, ordered, each member once
    static Sql members(CheckedRule rule) {
        return new FactsSql(rule).select(rule.rule()).then(Sql.of("\norder by customer_id"));
    }

    /// As [#members], in any order.
    static Sql unordered(CheckedRule rule) {
        return new FactsSql(rule).select(rule.rule());
    }

    /// @return a condition on a row of the catalogue's table, true or else
    static Sql holds(CheckedRule rule) {
        return new FactsSql(rule).condition(rule.rule());
    }

    /// Whether a rule is about facts without dates, compared as they are now, and nothing else.
    static boolean reads(CheckedRule checked) {
        return new FactsSql(checked).reads(checked.rule());
    }

    private boolean reads(Rule rule) {
        return switch (rule) {
            case Rule.Everyone() -> true;
            case Rule.All(List<Rule> rules) -> rules.stream().allMatch(this::reads);
            case Rule.Any(List<Rule> rules) -> rules.stream().allMatch(this::reads);
            case Rule.Not(Rule inner) -> reads(inner);
            case Rule.Named(String _, Rule inner) -> reads(inner);
            case Rule.ExactlyOne _, Rule.AtLeast _, Rule.PersonTime _ -> false;
            case Condition.Has(Measure measure, Claim claim) -> isColumn(measure) && reads(claim);
            case Condition.Top top ->
                isColumn(top.measure())
                        && top.side() == Condition.Side.HIGHEST
                        && top.keep().compareTo(top.share()) == 0
                        && reads(top.among());
            case Condition _ -> false;
        };
    }

    private boolean isColumn(Measure measure) {
        return measure instanceof Measure.Fact fact
                && fact.isPlain()
                && !fact(fact).dated();
    }

    private static boolean reads(Claim claim) {
        return switch (claim) {
            case Claim.Known _, Claim.Between _, Claim.In _ -> true;
            case Claim.Compare(Operator _, Operand operand) -> operand instanceof Operand.Constant;
            case Claim.Text _, Claim.Holds _, Claim.Size _, Claim.Near _, Claim.OfTime _ -> false;
        };
    }

    private Sql select(Rule rule) {
        Sql condition = lines(rule, "\n    and ");
        Sql with = tops.isEmpty()
                ? Sql.of("")
                : Sql.of("with\n\n").then(Sql.join(tops, ",\n\n")).then(Sql.of("\n\n"));
        return with.then(Sql.of("select customer_id\nfrom %s\nwhere ".formatted(table)))
                .then(condition);
    }

    /// The parts of a leading `all` on a line each, for people who read the statement.
    private Sql lines(Rule rule, String and) {
        return rule instanceof Rule.All(List<Rule> rules)
                ? Sql.join(rules.stream().map(this::condition).toList(), and)
                : condition(rule);
    }

    private Sql condition(Rule rule) {
        return switch (rule) {
            case Rule.Everyone() -> Sql.of("1 = 1");
            case Rule.All(List<Rule> rules) -> joined(rules, " and ");
            case Rule.Any(List<Rule> rules) -> joined(rules, " or ");
            case Rule.Not(Rule inner) ->
                Sql.of("not coalesce(").then(condition(inner)).then(Sql.of(", false)"));
            case Rule.Named(String _, Rule inner) -> condition(inner);
            case Rule.ExactlyOne _, Rule.AtLeast _, Rule.PersonTime _ -> throw needsInstant();
            case Condition.Has(Measure.Fact fact, Claim claim) when fact.isPlain() -> claim(fact(fact), claim);
            case Condition.Top top
            when top.measure() instanceof Measure.Fact fact
                    && fact.isPlain()
                    && top.side() == Condition.Side.HIGHEST
                    && top.keep().compareTo(top.share()) == 0 ->
                Sql.of("customer_id in (select customer_id from %s)".formatted(top(fact(fact), top)));
            case Condition _ -> throw needsInstant();
        };
    }

    private Fact fact(Measure.Fact fact) {
        return checked.catalogue().fact(fact.name()).orElseThrow();
    }

    private static Sql claim(Fact fact, Claim claim) {
        FactType type = fact.type();
        return switch (claim) {
            case Claim.Known() -> Sql.of(fact.column() + " is not null");
            case Claim.Compare(Operator operator, Operand.Constant(String text)) ->
                Sql.of("%s %s ?".formatted(fact.column(), operator.sql()), CheckedRule.constant(type, text));
            case Claim.Between(String low, String high) ->
                Sql.of(
                        fact.column() + " between ? and ?",
                        CheckedRule.constant(type, low),
                        CheckedRule.constant(type, high));
            case Claim.In(List<String> values) ->
                new Sql(
                        "%s in (%s)"
                                .formatted(fact.column(), String.join(", ", Collections.nCopies(values.size(), "?"))),
                        values.stream()
                                .map(value -> CheckedRule.constant(type, value))
                                .toList());
            case Claim.Compare _, Claim.Text _, Claim.Holds _, Claim.Size _, Claim.Near _, Claim.OfTime _ ->
                throw needsInstant();
        };
    }

    private static IllegalArgumentException needsInstant() {
        return new IllegalArgumentException("the rule is about more than facts as they are now: ask it of an instant");
    }

    private Sql joined(List<Rule> rules, String word) {
        List<Sql> conditions = rules.stream().map(this::condition).toList();
        return Sql.of("(").then(Sql.join(conditions, word)).then(Sql.of(")"));
    }

    /// `rank() <= ceil(share × n)`, said as `rank() - 1 < share × n`: the same for whole ranks, and exact in
    /// decimals.
    private String top(Fact fact, Condition.Top top) {
        BigDecimal share = top.share();
        Sql condition = lines(top.among(), "\n        and ");
        String name = "top_" + (tops.size() + 1);
        Sql start = Sql.of("""
                %s as (
                    select customer_id
                    from %s
                    where %s is not null
                        and\s""".formatted(name, table, fact.column()));
        Sql end = Sql.of("""

                    qualify rank() over (order by %s desc nulls last) - 1
                        < cast(? as decimal(9, 6)) * count(*) over ()
                )""".formatted(fact.column()), share);
        tops.add(start.then(condition).then(end));
        return name;
    }
}
