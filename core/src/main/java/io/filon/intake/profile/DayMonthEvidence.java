package io.filon.intake.profile;

import io.filon.intake.file.RawTable;
import io.filon.intake.profile.Dates.Order;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Asks all rows of a date column which of its first two numbers is the day.
final class DayMonthEvidence {

    private final Store store;

    DayMonthEvidence(Store store) {
        this.store = store;
    }

    /// @param firstOver  different values whose first number is over 12, so a day
    /// @param secondOver likewise the second
    /// @param firsts     different first numbers
    /// @param seconds    different second numbers
    record Counts(long firstOver, long secondOver, long firsts, long seconds) {}

    /// @param dayFirst   times a row is earlier than the one before when the day comes first
    /// @param monthFirst likewise when the month does
    record Backsteps(long dayFirst, long monthFirst, long rows) {}

    Counts counts(RawTable raw, ColumnProfile profile) {
        // five characters hold both numbers and have few different values, however long the table
        boolean weekdays = profile.share(text -> Character.isLetter(text.charAt(0))) > 0;
        String cell = (weekdays ? "regexp_replace(c%d, '^[^0-9]+', '')" : "c%d").formatted(profile.index());
        return store.query(Sql.of("""
                                with starts as (
                                    select distinct left(%1$s, 5) as start from %2$s where %1$s is not null
                                ),
                                numbers as (
                                    select
                                        try_cast(regexp_extract(start, '^(\\d{1,2})[-/.](\\d{1,2})', 1) as integer) as first,
                                        try_cast(regexp_extract(start, '^(\\d{1,2})[-/.](\\d{1,2})', 2) as integer) as second
                                    from starts
                                )
                                select
                                    count(*) filter (first > 12 and first <= 31)   as first_over,
                                    count(*) filter (second > 12 and second <= 31) as second_over,
                                    count(distinct first)                          as firsts,
                                    count(distinct second)                         as seconds
                                from numbers
                                """.formatted(cell, source(raw))), Counts.class)
                .getFirst();
    }

    /// One value of each way of writing, among all rows: one odd row in a million is still read.
    List<String> oneOfEachShape(RawTable raw, ColumnProfile profile) {
        List<String> texts = new ArrayList<>();
        store.stream(
                Sql.of("""
                        select min(c%1$d) as text
                        from %2$s
                        where c%1$d is not null%3$s
                        group by translate(c%1$d, '0123456789', '9999999999')
                        order by count(*) desc, text
                        limit 300
                        """.formatted(profile.index(), source(raw), unseen(profile))),
                row -> texts.add(String.valueOf(row.get("text"))));
        return texts;
    }

    // Where all values drawn are plain, `2024-01-31…`, those as long and as readable are written alike.
    private static String unseen(ColumnProfile profile) {
        boolean plain = profile.values().stream()
                .allMatch(value -> DateShape.of(value.text())
                        .map(shape -> shape.pattern().startsWith("%Y-%m-%d"))
                        .orElse(false));
        String lengths = profile.values().stream()
                .map(value -> Integer.toString(value.text().length()))
                .distinct()
                .collect(Collectors.joining(", "));
        return plain && !lengths.isEmpty()
                ? " and (try_cast(c%1$d as timestamp) is null or length(c%1$d) not in (%2$s))"
                        .formatted(profile.index(), lengths)
                : "";
    }

    /// Files are often sorted by date: the reading under which rows hardly ever step back is the right one.
    Order byRowOrder(RawTable raw, ColumnProfile profile) {
        if (raw.streamed() || raw.rows() < 20) {
            return Order.OPEN;
        }
        Backsteps steps = store.query(Sql.of("""
                                with parts as (
                                    select
                                        rowid as place,
                                        regexp_extract(c%1$d, '^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2,4})', 1) as a,
                                        regexp_extract(c%1$d, '^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2,4})', 2) as b,
                                        regexp_extract(c%1$d, '^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2,4})', 3) as y
                                    from %2$s
                                    where c%1$d is not null
                                    limit 100000
                                ),
                                days as (
                                    select
                                        place,
                                        y || lpad(b, 2, '0') || lpad(a, 2, '0') as day_first,
                                        y || lpad(a, 2, '0') || lpad(b, 2, '0') as month_first
                                    from parts
                                ),
                                steps as (
                                    select
                                        day_first < lag(day_first) over (order by place)     as back_day,
                                        month_first < lag(month_first) over (order by place) as back_month
                                    from days
                                )
                                select
                                    count(*) filter (back_day)   as day_first,
                                    count(*) filter (back_month) as month_first,
                                    count(*)                     as rows
                                from steps
                                """.formatted(profile.index(), Sql.name(raw.table()))), Backsteps.class)
                .getFirst();
        if (steps.dayFirst * 50 < steps.rows && steps.monthFirst > 3 * steps.dayFirst + 2) {
            return Order.DAY_FIRST;
        }
        return steps.monthFirst * 50 < steps.rows && steps.dayFirst > 3 * steps.monthFirst + 2
                ? Order.MONTH_FIRST
                : Order.OPEN;
    }

    private static String source(RawTable raw) {
        String name = Sql.name(raw.table());
        return raw.streamed() ? "(select * from %s limit %d)".formatted(name, Profiler.SAMPLE) : name;
    }
}
