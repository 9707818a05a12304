package io.filon.rule.sql;

import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import io.filon.rule.Span;
import io.filon.store.Sql;
import java.math.BigDecimal;

/// Amounts over events, each as a table of `moment_id, value`; moments without a row have no such value.
record EventMeasures(Reading reading, Clock clock) {

    String table(Measure.OfEvents measure) {
        return switch (measure) {
            case Measure.Count(Events events) -> grouped("count", select(events), "count(*)");
            case Measure.Distinct(String property, Events events) ->
                over("distinct", values(property, events), "count(distinct value)", "");
            case Measure.Periods(Span.Unit unit, int each, Events events) -> periods(unit, each, events);
            case Measure.Streak(Span.Unit unit, Events events) -> streak(unit, events);
            case Measure.Total total -> total(total);
            case Measure.Percentile(BigDecimal share, String property, Events events) ->
                percentile(values(property, events), share);
            case Measure.MostFrequent(String property, int base, Events events) ->
                mostFrequent(values(property, events), base);
            case Measure.Share(Filter of, int base, Events events) -> share(of, base, events);
            case Measure.Nth nth -> nth(nth);
            case Measure.Since(Measure.End end, Span.Unit unit, Events events) ->
                grouped("since", select(events), since(end, "%d.0e6".formatted(unit.seconds())));
            case Measure.Interval(Span.Unit unit, int base, Events events) ->
                table(
                        "interval",
                        Sql.of("    select moment_id, value / %d.0e6 as value\n    from %s"
                                .formatted(unit.seconds(), usual(events, base))));
            case Measure.Overdue(int base, Events events) -> overdue(base, events);
        };
    }

    private Selection select(Events events) {
        return Selection.of(reading, clock, events);
    }

    private String table(String kind, Sql select) {
        return reading.query().table(kind, select);
    }

    private String grouped(String kind, Selection selection, String value) {
        return grouped(kind, selection, Sql.of(value));
    }

    private String grouped(String kind, Selection selection, Sql value) {
        String key = selection.scope().key();
        return table(
                kind,
                Sql.of("    select %s as moment_id, ".formatted(key))
                        .then(value)
                        .then(Sql.of(" as value"))
                        .then(selection.fromWhere())
                        .then(Sql.of("\n    group by " + key)));
    }

    private String over(String kind, String table, String value, String after) {
        return table(
                kind,
                Sql.of("    select moment_id, %s as value\n    from %s\n    group by moment_id%s"
                        .formatted(value, table, after)));
    }

    /// The known values of a property, one an event, or one an item that is meant.
    private String values(String property, Events events) {
        Selection selection = select(events);
        boolean items = property.startsWith("items.");
        Value value =
                items ? selection.itemProperty(property.substring("items.".length())) : selection.property(property);
        selection.where(Sql.of("(").then(value.sql()).then(Sql.of(") is not null")));
        if (items) {
            // the scope's joins are of one row at most, so that those of a filter come before the items
            selection.where(new FilterSql(selection, true).passes(events.items()));
            selection.scope().joinItems();
        }
        return table(
                "values",
                Sql.of("    select %s as moment_id, "
                                .formatted(selection.scope().key()))
                        .then(value.sql())
                        .then(Sql.of(" as value"))
                        .then(selection.fromWhere()));
    }

    private String total(Measure.Total total) {
        String values = values(total.property(), total.events());
        FactType type = reading.checked()
                .types()
                .property(total.events().names(), total.property())
                .orElseThrow();
        String sum = type.isExact() ? "cast(sum(value) as decimal(38, 4))" : "sum_of_doubles(value)";
        return switch (total.function()) {
            case SUM -> over("sum", values, sum, "");
            case AVERAGE -> over("average", values, "cast(%s as double) / count(*)".formatted(sum), "");
            case MIN -> over("least", values, "min(value)", "");
            case MAX -> over("most", values, "max(value)", "");
        };
    }

    private String periods(Span.Unit unit, int each, Events events) {
        Selection selection = select(events);
        String inner = table(
                "periods",
                Sql.of("    select %s as moment_id, "
                                .formatted(selection.scope().key()))
                        .then(period(unit))
                        .then(Sql.of(" as period, count(*) as times"))
                        .then(selection.fromWhere())
                        .then(Sql.of("\n    group by 1, 2")));
        return table(
                "periods",
                Sql.of(
                        "    select moment_id, count(*) as value\n    from %s\n    where times >= %d\n    group by moment_id"
                                .formatted(inner, each)));
    }

    private Sql period(Span.Unit unit) {
        return period(unit, Sql.of("day_in(e.occurred_at, ").then(clock.zone()).then(Sql.of(")")));
    }

    /// The number of a calendar period, one more for the next.
    private static Sql period(Span.Unit unit, Sql day) {
        return Sql.of(
                        switch (unit) {
                            case DAY -> "day_number(";
                            case WEEK -> "week_number(";
                            case MONTH -> "month_number(";
                            case QUARTER -> "quarter_number(";
                            case YEAR -> "year_of(";
                            case SECOND, MINUTE, HOUR ->
                                throw new IllegalArgumentException("no calendar period: " + unit);
                        })
                .then(day)
                .then(Sql.of(")"));
    }

    /// Periods in a row, counted back from the present one or the one before.
    private String streak(Span.Unit unit, Events events) {
        Selection selection = select(events);
        Sql today = clock.value("today", now -> now.toLocalDate());
        String periods = table(
                "periods",
                Sql.of("    select distinct %s as moment_id, "
                                .formatted(selection.scope().key()))
                        .then(period(unit, today))
                        .then(Sql.of(" - "))
                        .then(period(unit))
                        .then(Sql.of(" as back"))
                        .then(selection.fromWhere()));
        return table("streak", Sql.of("""
                    select moment_id, count(*) as value
                    from (
                        select moment_id, back,
                            min(back) over (partition by moment_id) as latest,
                            row_number() over (partition by moment_id order by back) as place
                        from %s
                    ) backs
                    where latest <= 1 and back = latest + place - 1
                    group by moment_id""".formatted(periods)));
    }

    /// The smallest value that at least this share of the values does not exceed.
    private String percentile(String values, BigDecimal share) {
        return table("percentile", Sql.of("""
                    select moment_id, value
                    from (
                        select moment_id, value,
                            row_number() over (partition by moment_id order by value) as place,
                            count(*) over (partition by moment_id) as n
                        from %s
                    ) places
                    where place - 1 < cast(? as decimal(9, 6)) * n
                        and cast(? as decimal(9, 6)) * n <= place""".formatted(values), share, share));
    }

    private String mostFrequent(String values, int base) {
        return table("favourite", Sql.of("""
                    select moment_id, value
                    from (
                        select moment_id, value,
                            row_number() over (partition by moment_id order by count(*) desc, value) as place
                        from %s
                        group by moment_id, value
                        having count(*) >= %d
                    ) places
                    where place = 1""".formatted(values, base)));
    }

    private String share(Filter of, int base, Events events) {
        Selection selection = select(events);
        Sql passes = new FilterSql(selection).passes(of);
        String key = selection.scope().key();
        return table(
                "share",
                Sql.of("    select %s as moment_id, cast(sum(case when ".formatted(key))
                        .then(passes)
                        .then(Sql.of(" then 1 else 0 end) as double) / count(*) as value"))
                        .then(selection.fromWhere())
                        .then(Sql.of("\n    group by %s\n    having count(*) >= %d".formatted(key, base))));
    }

    private String nth(Measure.Nth nth) {
        Selection selection = select(nth.events());
        Value value = selection.property(nth.property());
        String order = nth.position() > 0 ? "asc" : "desc";
        String key = selection.scope().key();
        Sql places = Sql.of("        select %s as moment_id, ".formatted(key))
                .then(value.sql())
                .then(Sql.of(
                        " as value,\n            row_number() over (partition by %1$s order by e.occurred_at %2$s, e.seq %2$s) as place"
                                .formatted(key, order)))
                .then(selection.fromWhere());
        return table(
                "nth",
                Sql.of("    select moment_id, value\n    from (\n")
                        .then(places)
                        .then(Sql.of("\n    ) places\n    where place = %d".formatted(Math.abs(nth.position())))));
    }

    /// Time since the last, where it is not longer than so many seconds.
    String since(Measure.Since since, long seconds) {
        Selection selection = select(since.events());
        Sql from = clock.value(
                "%d seconds ago".formatted(seconds), now -> now.toInstant().minusSeconds(seconds));
        selection.where(Sql.of("e.occurred_at >= ").then(from));
        return grouped(
                "since",
                selection,
                since(since.end(), "%d.0e6".formatted(since.unit().seconds())));
    }

    private Sql since(Measure.End end, String unit) {
        return Sql.of("micros_between(%s(e.occurred_at), max(".formatted(end == Measure.End.FIRST ? "min" : "max"))
                .then(clock.now())
                .then(Sql.of(")) / " + unit));
    }

    /// The usual interval in microseconds: the median of those between instants that differ.
    private String usual(Events events, int base) {
        Selection selection = select(events);
        String key = selection.scope().key();
        String gaps = table(
                "gaps",
                Sql.of("    select moment_id, value\n    from (\n")
                        .then(Sql.of(
                                "        select %1$s as moment_id, micros_between(lag(e.occurred_at) over (partition by %1$s order by e.occurred_at, e.seq), e.occurred_at) as value"
                                        .formatted(key)))
                        .then(selection.fromWhere())
                        .then(Sql.of("\n    ) gaps\n    where value > 0")));
        String enough = table("gaps", Sql.of("""
                    select moment_id, value
                    from %s
                    qualify count(*) over (partition by moment_id) >= %d""".formatted(gaps, base)));
        return percentile(enough, new BigDecimal("0.5"));
    }

    private String overdue(int base, Events events) {
        String since = grouped("since", select(events), since(Measure.End.LAST, "1"));
        return table("overdue", Sql.of("""
                    select s.moment_id, cast(s.value as double) / u.value as value
                    from %s s
                    join %s u on u.moment_id = s.moment_id""".formatted(since, usual(events, base))));
    }
}
