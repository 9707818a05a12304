package io.filon.rule.sql;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.Condition;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Measure;
import io.filon.rule.Moment;
import io.filon.rule.Range;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.store.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;

/// Facts of a customer: those without dates from the catalogue's table, the others from `rule_facts`, a row a
/// statement. Of two statements of one instant the one that arrived later counts.
record Facts(Scope scope) {

    /// As it stood at its moment; inside an event's filter that may be when the event happened.
    Value value(Measure.Fact measure) {
        Fact fact = fact(measure.name());
        if (!fact.dated()) {
            return new Value(fact.type(), column(fact));
        }
        String table = statements(fact, measure.sources());
        Sql then = instant(measure.at());
        String alias = scope.join(table, at -> stands(at, then, measure));
        return new Value(fact.type(), Sql.of(alias + ".value"));
    }

    private Sql column(Fact fact) {
        String table = scope.reading().checked().catalogue().table();
        String alias = scope.join(table, at -> Sql.of("%s.customer_id = %s".formatted(at, scope.customer())));
        return Sql.of(
                fact.type() == FactType.PLACE
                        ? "(%1$s.%2$s_lat || ',' || %1$s.%2$s_lon)".formatted(alias, fact.column())
                        : "%s.%s".formatted(alias, fact.column()));
    }

    private Sql stands(String alias, Sql then, Measure.Fact measure) {
        Sql on = Sql.of("%1$s.customer_id = %2$s and %1$s.stated_at <= ".formatted(alias, scope.customer()))
                .then(then)
                .then(Sql.of(" and %s.until_at > ".formatted(alias)))
                .then(then);
        return measure.stated() instanceof Window.Always
                ? on
                : on.then(Sql.of(" and ")).then(recent(alias + ".stated_at", measure));
    }

    /// Stated in the window seen from the moment the fact is read at.
    private Sql recent(String stated, Measure.Fact measure) {
        Window window = measure.stated();
        Moment at = measure.at();
        if (!(at instanceof Moment.Then)) {
            Sql from = scope.clock()
                    .value(
                            "stated from %s %s".formatted(window, at),
                            now -> Range.of(window, moved(at, now)).from());
            Sql end = scope.clock()
                    .value(
                            "stated end %s %s".formatted(window, at),
                            now -> Range.of(window, moved(at, now)).end());
            return Sql.of(stated + " >= ")
                    .then(from)
                    .then(Sql.of(" and %s < ".formatted(stated)))
                    .then(end);
        }
        if (!(window instanceof Window.Last(Span span))) {
            throw new FilonException(List.of(Problem.of("rule.stated_then", measure.name())));
        }
        return Sql.of("%s > calendar_before(e.occurred_at, ".formatted(stated))
                .then(scope.clock().zone())
                .then(Sql.of(", %d, %d, %d)".formatted(months(span), days(span), seconds(span))));
    }

    private static int months(Span span) {
        return switch (span.unit()) {
            case MONTH -> span.amount();
            case QUARTER -> 3 * span.amount();
            case YEAR -> 12 * span.amount();
            case SECOND, MINUTE, HOUR, DAY, WEEK -> 0;
        };
    }

    private static int days(Span span) {
        return switch (span.unit()) {
            case DAY -> span.amount();
            case WEEK -> 7 * span.amount();
            case SECOND, MINUTE, HOUR, MONTH, QUARTER, YEAR -> 0;
        };
    }

    private static long seconds(Span span) {
        return span.unit().isCalendar() ? 0 : span.elapsed().toSeconds();
    }

    /// Elapsed time since the value was stated.
    Value age(String name, Span.Unit unit) {
        Fact fact = fact(name);
        String table = statements(fact, List.of());
        Measure.Fact measure = Measure.Fact.of(name);
        String alias = scope.join(table, at -> stands(at, scope.clock().now(), measure));
        return new Value(
                FactType.NUMBER,
                Sql.of("case when %1$s.value is not null then micros_between(%1$s.stated_at, ".formatted(alias))
                        .then(scope.clock().now())
                        .then(Sql.of(") / %d.0e6 end".formatted(unit.seconds()))));
    }

    /// How often the value became another.
    Value changes(String name, Window window) {
        Fact fact = fact(name);
        String known = scope.reading().query().table("known", Sql.of("""
                    select customer_id, stated_at, value,
                        lag(value) over (partition by customer_id order by stated_at, seq) as before
                    from %s
                    where value is not null""".formatted(statements(fact, List.of()))));
        Scope changes = Scope.of(scope.reading(), scope.clock(), known + " s");
        Sql select = Sql.of("    select %s as moment_id, count(*) as value\n    from ".formatted(changes.key()))
                .then(changes.from())
                .then(Sql.of("\n    where s.value <> s.before and "))
                .then(scope.clock().hasHappened("s.stated_at", window))
                .then(Sql.of("\n    group by " + changes.key()));
        String alias = scope.joinValues(scope.reading().query().table("changes", select));
        return Value.of(FactType.COUNT, "coalesce(%s.value, 0)".formatted(alias));
    }

    /// True of what stood when the span began, and of everything stated since.
    Sql hasBeen(Condition.HasBeen been) {
        Fact fact = fact(been.fact().name());
        Scope stated = Scope.of(
                scope.reading(), scope.clock(), statements(fact, been.fact().sources()) + " s");
        Sql start = scope.clock()
                .value("before " + been.span(), now -> been.span().before(now).toInstant());
        Sql holds = new Measures(stated).holds(been.claim(), Value.of(fact.type(), "s.value"));
        Sql select = Sql.of("    select %s as moment_id\n    from ".formatted(stated.key()))
                .then(stated.from())
                .then(Sql.of("\n    where s.until_at > "))
                .then(start)
                .then(Sql.of(" and "))
                .then(scope.clock().isBeforeNow("s.stated_at"))
                .then(Sql.of("\n    group by %s\n    having min(case when ".formatted(stated.key())))
                .then(holds)
                .then(Sql.of(" then 1 else 0 end) = 1 and min(case when s.stated_at <= "))
                .then(start)
                .then(Sql.of(" then 0 else 1 end) = 0"));
        String table = scope.reading().query().table("been", select);
        return Sql.of("%s in (select moment_id from %s)".formatted(scope.key(), table));
    }

    /// The statements of a fact, each until the next.
    private String statements(Fact fact, List<String> sources) {
        Sql from = sources.isEmpty()
                ? Sql.of("")
                : new Sql(
                        " and source in (%s)".formatted(String.join(", ", Collections.nCopies(sources.size(), "?"))),
                        List.copyOf(sources));
        return scope.reading()
                .query()
                .table(
                        "stated",
                        Sql.of("""
                    select customer_id, stated_at, seq, %s as value,
                        coalesce(
                            lead(stated_at) over (partition by customer_id order by stated_at, seq),
                            %s) as until_at
                    from rule_facts
                    where name = %s""".formatted(
                                                Value.read("value", fact.type()),
                                                Clock.literal(Range.FOREVER),
                                                Sql.literal(fact.name())))
                                .then(from));
    }

    private Sql instant(Moment moment) {
        return moment instanceof Moment.Then
                ? Sql.of("e.occurred_at")
                : scope.clock()
                        .value("moment " + moment, now -> moved(moment, now).toInstant());
    }

    static ZonedDateTime moved(Moment moment, ZonedDateTime now) {
        return switch (moment) {
            case Moment.Now() -> now;
            case Moment.Ago(Span span) -> span.before(now);
            case Moment.On(LocalDate day) -> {
                Instant end =
                        day.plusDays(1).atStartOfDay(now.getZone()).toInstant().minusNanos(1000);
                yield (end.isBefore(now.toInstant()) ? end : now.toInstant()).atZone(now.getZone());
            }
            case Moment.Then() -> throw new IllegalStateException("no event is at hand");
        };
    }

    private Fact fact(String name) {
        return scope.reading().checked().catalogue().fact(name).orElseThrow();
    }
}
