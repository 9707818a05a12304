package io.filon.rule.sql;

import io.filon.rule.check.CheckedRule;
import io.filon.store.Sql;

/// The members of a rule as one select, in the SQL that all our engines share. Names come from the catalogue, values
/// are bound.
public final class RuleSql {

    private RuleSql() {}

    /// Of a rule on facts as they are now, over the catalogue's table.
    ///
    /// @return a select of one column, `customer_id`, ordered, each member once
    public static Sql members(CheckedRule rule) {
        return FactsSql.members(rule);
    }

    /// As [#members(CheckedRule)], in any order: to ask inside another select, where an order of millions only costs.
    public static Sql unordered(CheckedRule rule) {
        return FactsSql.unordered(rule);
    }

    /// Whether a row of the catalogue's table keeps a rule on facts as they are, without `top`.
    ///
    /// @return a condition; of facts that are not known, neither true nor false
    public static Sql holds(CheckedRule rule) {
        return FactsSql.holds(rule);
    }

    /// Whether the catalogue's table alone tells who belongs.
    public static boolean readsFactsAlone(CheckedRule rule) {
        return FactsSql.reads(rule);
    }

    /// Of any rule.
    ///
    /// @return a select of one column, ordered, each member once: `customer_id`, or `moment_id` when asked of
    /// moments
    public static Sql members(CheckedRule rule, Asked asked) {
        String what = asked.moments() ? "m.moment_id" : "m.customer_id";
        return select(narrowing(rule, asked), what, "\norder by 1");
    }

    static Narrowing narrowing(CheckedRule rule, Asked asked) {
        return Narrowing.of(Reading.of(rule, asked));
    }

    /// How many there are: a select of one number.
    static Sql count(Narrowing narrowing) {
        Reading reading = narrowing.reading();
        if (reading.asked().numbered() && narrowing.isDone()) { // who has a number is one of the customers
            return reading.with(Sql.of("select count(*)\nfrom " + reading.left()));
        }
        return select(narrowing, "count(*)", "");
    }

    private static Sql select(Narrowing narrowing, String what, String order) {
        Reading reading = narrowing.reading();
        Scope scope = Scope.ofCustomers(reading, reading.brand());
        Sql rest = new Conditions(scope, false).of(narrowing.rest());
        Sql condition = reading.isLeft(scope.key())
                .map(left -> left.then(Sql.of("\n    and ")).then(rest))
                .orElse(rest);
        return reading.with(Sql.of("select %s\nfrom ".formatted(what))
                .then(scope.from())
                .then(Sql.of("\nwhere "))
                .then(condition)
                .then(Sql.of(order)));
    }
}
