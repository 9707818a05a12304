package io.filon.rule.sql;

import io.filon.rule.Claim;
import io.filon.rule.FactType;
import io.filon.rule.Span;
import io.filon.rule.Window;
import io.filon.store.Sql;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a claim says of a day or an instant by one clock.
record TimeClaimSql(Clock clock, Function<String, Value> others) {

    Sql holds(Claim.OfTime claim, Value value) {
        Sql day = day(value);
        return switch (claim) {
            case Claim.When(Window window) ->
                value.type() == FactType.DATE
                        ? clock.containsDay(value.sql(), window)
                        : clock.contains(value.sql(), window);
            case Claim.Anniversary(int days) ->
                Sql.of("text_contains(")
                        .then(clock.value("anniversary " + days, now -> comingRound(now, days)))
                        .then(Sql.of(", month_day("))
                        .then(day)
                        .then(Sql.of("))"));
            case Claim.Weekdays(var days) ->
                Sql.of("extract(isodow from ")
                        .then(day)
                        .then(Sql.of(") in (%s)".formatted(numbers(days.stream().mapToInt(each -> each.getValue())))));
            case Claim.Months(var months) ->
                Sql.of("extract(month from ")
                        .then(day)
                        .then(Sql.of(
                                ") in (%s)".formatted(numbers(months.stream().mapToInt(each -> each.getValue())))));
            case Claim.Days(List<String> days) -> days(day, days);
            case Claim.Hours(LocalTime from, LocalTime to) -> hours(value.sql(), from, to);
            case Claim.Before(String property, Span within) -> before(value.sql(), others.apply(property), within);
        };
    }

    private Sql day(Value value) {
        return value.type() == FactType.DATE ? value.sql() : dayOf(value.sql());
    }

    private Sql dayOf(Sql instant) {
        return Sql.of("day_in(")
                .then(instant)
                .then(Sql.of(", "))
                .then(clock.zone())
                .then(Sql.of(")"));
    }

    private static String numbers(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static Sql days(Sql day, List<String> days) {
        List<Object> values = List.copyOf(days);
        String places = String.join(", ", Collections.nCopies(days.size(), "?"));
        return Sql.of("(cast(")
                .then(day)
                .then(new Sql(" as varchar) in (%s) or month_day(".formatted(places), values))
                .then(day)
                .then(new Sql(") in (%s))".formatted(places), values));
    }

    private Sql hours(Sql instant, LocalTime from, LocalTime to) {
        Sql time = Sql.of("time_in(")
                .then(instant)
                .then(Sql.of(", "))
                .then(clock.zone())
                .then(Sql.of(")"));
        return Sql.of("(")
                .then(time)
                .then(Sql.of(" >= cast(? as time) %s ".formatted(from.isBefore(to) ? "and" : "or"), from.toString()))
                .then(time)
                .then(Sql.of(" < cast(? as time))", to.toString()));
    }

    /// A day ends with its last instant, so that the time left is compared by days: no start of a day is asked for.
    private Sql before(Sql instant, Value deadline, Span within) {
        long seconds = within.elapsed().toSeconds();
        if (deadline.type() == FactType.INSTANT) {
            return Sql.of("(")
                    .then(instant)
                    .then(Sql.of(" <= "))
                    .then(deadline.sql())
                    .then(Sql.of(" and seconds_after("))
                    .then(instant)
                    .then(Sql.of(", %d) >= ".formatted(seconds)))
                    .then(deadline.sql())
                    .then(Sql.of(")"));
        }
        Sql latest =
                Sql.of("(seconds_after(").then(instant).then(Sql.of(", %d) + to_microseconds(1))".formatted(seconds)));
        return Sql.of("(")
                .then(dayOf(instant))
                .then(Sql.of(" <= "))
                .then(deadline.sql())
                .then(Sql.of(" and "))
                .then(dayOf(latest))
                .then(Sql.of(" > "))
                .then(deadline.sql())
                .then(Sql.of(")"));
    }

    /// The month-days that come round near the day: `02-28,02-29`.
    private static String comingRound(ZonedDateTime now, int days) {
        LocalDate today = now.toLocalDate();
        return LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2025, 1, 1))
                .map(MonthDay::from)
                .filter(day -> IntStream.rangeClosed(today.getYear() - 1, today.getYear() + 1)
                        .anyMatch(year -> Math.abs(ChronoUnit.DAYS.between(today, day.atYear(year))) <= days))
                .map(day -> "%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth()))
                .collect(Collectors.joining(","));
    }
}
