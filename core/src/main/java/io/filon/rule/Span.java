package io.filon.rule;

import static io.filon.problem.Require.require;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// A length of time, `30 days`.
///
/// From now it is calendar time by java.time: days and longer keep the time of day, whatever the clocks do, and a month
/// before 31 March is the last of February; hours and shorter are exact. Between two events it is elapsed time: see
/// [#elapsed].
public record Span(int amount, Unit unit) {

    /// No time: no limit, where a limit may be left out.
    public static final Span NONE = new Span(0, Unit.SECOND);

    public enum Unit {
        SECOND(ChronoUnit.SECONDS),
        MINUTE(ChronoUnit.MINUTES),
        HOUR(ChronoUnit.HOURS),
        DAY(ChronoUnit.DAYS),
        /// Starts on Monday.
        WEEK(ChronoUnit.WEEKS),
        MONTH(ChronoUnit.MONTHS),
        QUARTER(java.time.temporal.IsoFields.QUARTER_YEARS),
        YEAR(ChronoUnit.YEARS);

        private final java.time.temporal.TemporalUnit unit;

        Unit(java.time.temporal.TemporalUnit unit) {
            this.unit = unit;
        }

        /// A day or longer.
        public boolean isCalendar() {
            return compareTo(DAY) >= 0;
        }

        /// Up to a week: its length does not depend on the calendar.
        public boolean isElapsed() {
            return compareTo(WEEK) <= 0;
        }

        /// Seconds of one, a day being 24 hours.
        public long seconds() {
            require(isElapsed(), "a %s has no fixed length", this);
            return unit.getDuration().toSeconds();
        }

        /// `day`
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Span {
        require(amount >= 0 && amount <= 100_000, "a time (%d %s) must be from 0 to 100000", amount, unit);
    }

    public boolean isNone() {
        return amount == 0;
    }

    public ZonedDateTime before(ZonedDateTime moment) {
        return moment.minus(amount, unit.unit);
    }

    public ZonedDateTime after(ZonedDateTime moment) {
        return moment.plus(amount, unit.unit);
    }

    /// About how many days, to put lengths in order.
    double days() {
        return amount * (unit.unit.getDuration().toSeconds() / 86_400.0);
    }

    /// Its fixed length; only of units that have one.
    public Duration elapsed() {
        return Duration.ofSeconds(Math.multiplyExact(amount, unit.seconds()));
    }

    /// `30 days`
    @Override
    public String toString() {
        return "%d %s%s".formatted(amount, unit.key(), amount == 1 ? "" : "s");
    }
}
