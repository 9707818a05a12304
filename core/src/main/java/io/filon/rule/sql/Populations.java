package io.filon.rule.sql;

import io.filon.rule.Condition;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Rule;
import io.filon.store.Sql;
import java.math.BigDecimal;

/// What depends on the rest of the base at the same instant.
record Populations(Scope scope) {

    /// @return a table of the moments that belong
    String top(Condition.Top top) {
        String order = top.side() == Condition.Side.HIGHEST ? "desc" : "asc";
        String ranked = scope.reading().query().table("ranked", Sql.of("""
                    select moment_id, customer_id, now_at,
                        rank() over (%s order by value %s) - 1 as ahead,
                        count(*) over (%s) as people
                    from %s""".formatted(
                        partition(), order, partition(), values(top.measure(), top.among()))));
        Sql within = Sql.of("    select moment_id\n    from %s r\n    where ".formatted(ranked))
                .then(share(top.share()));
        if (top.keep().compareTo(top.share()) > 0) {
            within = within.then(Sql.of("\n        or "))
                    .then(share(top.keep()))
                    .then(Sql.of(" and "))
                    .then(Sql.of("""
                    exists (
                        select 1 from rule_memberships s
                        where s.customer_id = r.customer_id and s.segment = ?
                            and s.from_at < r.now_at and s.end_at >= r.now_at)""", scope.reading().checked().name()));
        }
        return scope.reading().query().table("top", within);
    }

    /// `rank <= ceil(share × n)`, said as `rank - 1 < share × n`: the same for whole ranks, and exact in decimals.
    private static Sql share(BigDecimal share) {
        return Sql.of("ahead < cast(? as decimal(9, 6)) * people", share);
    }

    Value standing(Measure.Standing standing) {
        String values = values(standing.measure(), standing.among());
        Sql select = switch (standing.scale()) {
            case DECILE -> Sql.of("""
                            select moment_id,
                                1 + 10 * (rank() over (%1$s order by value desc) - 1) // count(*) over (%1$s) as value
                            from %2$s""".formatted(partition(), values));
            case Z_SCORE -> Sql.of("""
                            select moment_id, (value - mean) / nullif(sqrt(square), 0) as value
                            from (
                                select moment_id, value, mean,
                                    sum((value - mean) * (value - mean)) over (%1$s) / count(*) over (%1$s) as square
                                from (
                                    select moment_id, now_at, cast(value as double) as value,
                                        sum(cast(value as double)) over (%1$s) / count(*) over (%1$s) as mean
                                    from %2$s
                                ) means
                            ) squares""".formatted(partition(), values));
        };
        String alias = scope.joinValues(scope.reading().query().table("standing", select));
        boolean decile = standing.scale() == Measure.Scale.DECILE;
        return Value.of(decile ? FactType.COUNT : FactType.NUMBER, alias + ".value");
    }

    /// How many people of the account the rule holds for; not known without an account.
    Value people(Rule rule) {
        boolean personal = scope.clock() == scope.reading().person();
        Reading everybody = scope.reading().ofAll();
        String members = Conditions.members(everybody, rule, personal);
        Scope people = Scope.ofCustomers(everybody, scope.clock());
        String alias = people.joinValues(members);
        String at = scope.reading().asked().moments() ? ", m.now_at" : "";
        Sql select = Sql.of(
                        "    select %s as moment_id, count(%s.moment_id) over (partition by m.account%s) as value\n    from "
                                .formatted(people.key(), alias, at))
                .then(people.from())
                .then(Sql.of("\n    where m.account is not null"));
        return Value.of(FactType.COUNT, scope.joinValues(scope.reading().query().table("people", select)) + ".value");
    }

    /// The measure of each customer for whom the rule holds and who has one.
    private String values(Measure measure, Rule among) {
        boolean personal = scope.clock() == scope.reading().person();
        Scope all = Scope.ofCustomers(scope.reading().ofAll(), scope.clock());
        Value value = new Measures(all).of(measure);
        Sql condition = new Conditions(all, personal).of(among);
        Sql select = Sql.of("    select %s as moment_id, m.customer_id, ".formatted(all.key()))
                .then(scope.clock().now())
                .then(Sql.of(" as now_at, "))
                .then(value.sql())
                .then(Sql.of(" as value\n    from "))
                .then(all.from())
                .then(Sql.of("\n    where ("))
                .then(value.sql())
                .then(Sql.of(") is not null and "))
                .then(condition);
        return scope.reading().query().table("values", select);
    }

    private String partition() {
        return scope.reading().asked().moments() ? "partition by now_at" : "";
    }
}
