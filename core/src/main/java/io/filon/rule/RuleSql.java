package io.filon.rule;

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
public final class RuleSql {

    private final String table;
    private final List<Sql> tops = new ArrayList<>();

    private RuleSql(String table) {
        this.table = table;
    }

    /// @return a select of one column, `customer_id`, ordered, each member once
    public static Sql members(CheckedRule rule) {
        return new RuleSql(rule.catalogue().table()).select(rule.resolved());
    }

    private Sql select(Resolved rule) {
        Sql condition = lines(rule, "\n    and ");
        Sql with = tops.isEmpty()
                ? Sql.of("")
                : Sql.of("with\n\n").then(Sql.join(tops, ",\n\n")).then(Sql.of("\n\n"));
        return with.then(Sql.of("select customer_id\nfrom %s\nwhere ".formatted(table)))
                .then(condition)
                .then(Sql.of("\norder by customer_id"));
    }

    /// The parts of a leading `all` on a line each, for people who read the statement.
    private Sql lines(Resolved rule, String and) {
        return rule instanceof Resolved.All(List<Resolved> rules)
                ? Sql.join(rules.stream().map(this::condition).toList(), and)
                : condition(rule);
    }

    private Sql condition(Resolved rule) {
        return switch (rule) {
            case Resolved.Everyone() -> Sql.of("1 = 1");
            case Resolved.Known(Fact fact) -> Sql.of(fact.column() + " is not null");
            case Resolved.Compare(Fact fact, Operator operator, Object value) ->
                Sql.of("%s %s ?".formatted(fact.column(), operator.sql()), value);
            case Resolved.Between(Fact fact, Object low, Object high) ->
                Sql.of(fact.column() + " between ? and ?", low, high);
            case Resolved.In(Fact fact, List<Object> values) ->
                new Sql(
                        "%s in (%s)"
                                .formatted(fact.column(), String.join(", ", Collections.nCopies(values.size(), "?"))),
                        values);
            case Resolved.All(List<Resolved> rules) -> joined(rules, " and ");
            case Resolved.Any(List<Resolved> rules) -> joined(rules, " or ");
            case Resolved.Not(Resolved inner) ->
                Sql.of("not coalesce(").then(condition(inner)).then(Sql.of(", false)"));
            case Resolved.Top(Fact fact, BigDecimal share, Resolved among) ->
                Sql.of("customer_id in (select customer_id from %s)".formatted(top(fact, share, among)));
        };
    }

    private Sql joined(List<Resolved> rules, String word) {
        List<Sql> conditions = rules.stream().map(this::condition).toList();
        return Sql.of("(").then(Sql.join(conditions, word)).then(Sql.of(")"));
    }

    /// `rank() <= ceil(share × n)`, said as `rank() - 1 < share × n`: the same for whole ranks, and exact in decimals.
    private String top(Fact fact, BigDecimal share, Resolved among) {
        Sql condition = lines(among, "\n        and ");
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
