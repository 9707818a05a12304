package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.Condition;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Rule;
import io.filon.rule.Window;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/// A rule as a condition on the customers of a scope.
///
/// Unknown is SQL's null: under `and` and `or` it keeps a row out just as false does, so only `not` has to turn it
/// into false to stay two-valued.
record Conditions(Scope scope, boolean personal) {

    private static final BigDecimal PARTS = BigDecimal.valueOf(1L << 32);

    Sql of(Rule rule) {
        return switch (rule) {
            case Rule.Everyone() -> Sql.of("1 = 1");
            case Rule.All(List<Rule> rules) -> joined(rules, " and ");
            case Rule.Any(List<Rule> rules) -> joined(rules, " or ");
            case Rule.Not(Rule inner) -> Sql.of("not coalesce(").then(of(inner)).then(Sql.of(", false)"));
            case Rule.ExactlyOne(List<Rule> rules) -> held(rules).then(Sql.of(" = 1"));
            case Rule.AtLeast(int count, List<Rule> rules) -> held(rules).then(Sql.of(" >= %d".formatted(count)));
            case Rule.Named(String _, Rule inner) -> of(inner);
            case Rule.PersonTime(Rule inner) when personal -> of(inner);
            case Rule.PersonTime(Rule inner) -> in(members(scope.reading(), inner, true));
            case Condition condition -> condition(condition);
        };
    }

    private Sql condition(Condition condition) {
        return switch (condition) {
            case Condition.Has(Measure measure, Claim claim) -> {
                Measures measures = new Measures(scope);
                yield measures.holds(claim, measures.of(measure, claim));
            }
            case Condition.HasBeen been -> new Facts(scope).hasBeen(been);
            case Condition.Top top -> in(new Populations(scope).top(top));
            case Condition.InSegment(String segment, Moment at) -> inSegment(segment, at);
            case Condition.EnteredSegment(String segment, Window window) -> moved(segment, "s.from_at", window);
            case Condition.LeftSegment(String segment, Window window) -> moved(segment, "s.end_at", window);
            case Condition.Bucket(BigDecimal share, String salt) -> bucket(share, salt);
        };
    }

    /// Who a rule holds for, as a table of their moments.
    static String members(Reading reading, Rule rule, boolean personal) {
        Scope scope = Scope.ofCustomers(reading, personal ? reading.person() : reading.brand());
        Sql condition = new Conditions(scope, personal).of(rule);
        return reading.query()
                .table(
                        "members",
                        Sql.of("    select %s as moment_id\n    from ".formatted(scope.key()))
                                .then(scope.from())
                                .then(Sql.of("\n    where "))
                                .then(condition));
    }

    private Sql in(String table) {
        return Sql.of("%s in (select moment_id from %s)".formatted(scope.key(), table));
    }

    private Sql joined(List<Rule> rules, String word) {
        return Sql.of("(")
                .then(Sql.join(rules.stream().map(this::of).toList(), word))
                .then(Sql.of(")"));
    }

    private Sql held(List<Rule> rules) {
        List<Sql> each = rules.stream()
                .map(rule -> Sql.of("case when ").then(of(rule)).then(Sql.of(" then 1 else 0 end")))
                .toList();
        return Sql.of("(").then(Sql.join(each, " + ")).then(Sql.of(")"));
    }

    private Sql inSegment(String segment, Moment at) {
        Sql then =
                scope.clock().value("moment " + at, now -> Facts.moved(at, now).toInstant());
        return memberships(
                segment,
                Sql.of("s.from_at <= ")
                        .then(then)
                        .then(Sql.of(" and s.end_at > "))
                        .then(then));
    }

    private Sql moved(String segment, String instant, Window window) {
        return memberships(segment, scope.clock().hasHappened(instant, window));
    }

    private Sql memberships(String segment, Sql when) {
        Scope members = Scope.of(scope.reading(), scope.clock(), "rule_memberships s");
        Sql select = Sql.of("    select %s as moment_id\n    from ".formatted(members.key()))
                .then(members.from())
                .then(Sql.of("\n    where s.segment = ? and ", segment))
                .then(when);
        return in(scope.reading().query().table("in_segment", select));
    }

    /// The first 8 hexadecimal digits are compared as text, which has the order of the numbers.
    private Sql bucket(BigDecimal share, String salt) {
        BigInteger parts =
                share.multiply(PARTS).setScale(0, RoundingMode.CEILING).toBigInteger();
        if (parts.bitLength() > 32) {
            return Sql.of("1 = 1");
        }
        String limit = "%08x".formatted(parts.longValueExact());
        return Sql.of("substring(md5(? || %s), 1, 8) < ?".formatted(scope.customer()), salt + ":", limit);
    }
}
