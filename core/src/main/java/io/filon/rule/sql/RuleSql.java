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
        return select(rule, asked, asked.moments() ? "m.moment_id" : "m.customer_id", "\norder by 1");
    }

    /// How many there are: a select of one number.
    static Sql count(CheckedRule rule, Asked asked) {
        return select(rule, asked, "count(*)", "");
    }

    private static Sql select(CheckedRule rule, Asked asked, String what, String order) {
        Reading reading = Reading.of(rule, asked);
        Scope scope = Scope.ofCustomers(reading, reading.brand());
        Sql condition = new Conditions(scope, false).of(rule.rule());
        return reading.with(Sql.of("select %s\nfrom ".formatted(what))
                .then(scope.from())
                .then(Sql.of("\nwhere "))
                .then(condition)
                .then(Sql.of(order)));
    }
}
