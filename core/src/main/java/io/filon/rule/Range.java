package io.filon.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/// Instants from the first, included, to the end, not included; to the microsecond, as the store keeps them.
///
/// The one place where windows become instants: every reader of rules asks here.
public record Range(Instant from, Instant end) {

    /// Before and after everything; both fit a database's timestamp.
    public static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    public static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final Duration TICK = Duration.ofNanos(1000);

    /// @param now  the instant looked from, in the zone whose calendar counts
    public static Range of(Window window, ZonedDateTime now) {
        return switch (window) {
            case Window.Always() -> new Range(BEGINNING, after(now));
            case Window.Last(Span span) -> new Range(after(span.before(now)), after(now));
            case Window.Ago(Span from, Span to) -> new Range(after(from.before(now)), after(to.before(now)));
            case Window.Before(Span span) -> new Range(BEGINNING, after(span.before(now)));
            case Window.Next(Span span) -> new Range(after(now), after(span.after(now)));
            case Window.Beyond(Span span) -> new Range(after(span.after(now)), FOREVER);
            case Window.Calendar(Span.Unit unit, int count, int back) -> {
                LocalDate last = plus(start(unit, now.toLocalDate()), unit, -back);
                yield days(plus(last, unit, 1 - count), plus(last, unit, 1), now.getZone());
            }
            case Window.Dates(LocalDate from, LocalDate to) -> days(from, to.plusDays(1), now.getZone());
        };
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(end);
    }

    /// The first day of the calendar period that holds the day.
    public static LocalDate start(Span.Unit unit, LocalDate day) {
        return switch (unit) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
            case SECOND, MINUTE, HOUR -> throw new IllegalArgumentException("no calendar period: " + unit);
        };
    }

    /// The first day of the period so many after that of the day, which is itself a first day.
    public static LocalDate plus(LocalDate start, Span.Unit unit, int periods) {
        return switch (unit) {
            case DAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
            case QUARTER -> start.plusMonths(3L * periods);
            case YEAR -> start.plusYears(periods);
            case SECOND, MINUTE, HOUR -> throw new IllegalArgumentException("no calendar period: " + unit);
        };
    }

    private static Range days(LocalDate from, LocalDate end, ZoneId zone) {
        return new Range(
                from.atStartOfDay(zone).toInstant(), end.atStartOfDay(zone).toInstant());
    }

    /// The first instant that is later.
    private static Instant after(ZonedDateTime moment) {
        return moment.toInstant().plus(TICK);
    }
}
