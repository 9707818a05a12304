package io.filon.rule;

import static io.filon.problem.Require.require;

import java.time.LocalDate;

/// When: a stretch of time seen from an instant.
///
/// Every window is one [Range] of instants, first included and last not, and nothing after the instant itself has
/// happened yet. A rolling window of 30 days seen from an instant holds what happened less than 30 days before it,
/// the instant itself included, so that windows one after another neither overlap nor leave a gap.
public sealed interface Window {

    /// From the beginning.
    record Always() implements Window {}

    /// Rolling: the last 30 days, to the second.
    record Last(Span span) implements Window {
        public Last {
            requireLength(span);
        }
    }

    /// Rolling: from 90 days ago to 30 days ago.
    record Ago(Span from, Span to) implements Window {
        public Ago {
            requireLength(from);
            requireLength(to);
            require(isForward(from, to), "a window must begin (%s ago) before it ends (%s ago)", from, to);
        }

        /// Whether the first is longer ago, whatever the calendar says.
        public static boolean isForward(Span from, Span to) {
            return from.days() > to.days();
        }
    }

    /// Rolling: more than 30 days ago.
    record Before(Span span) implements Window {
        public Before {
            requireLength(span);
        }
    }

    /// Rolling, for days to come: within the next 30 days.
    record Next(Span span) implements Window {
        public Next {
            requireLength(span);
        }
    }

    /// Rolling, for days to come: more than 30 days from now.
    record Beyond(Span span) implements Window {
        public Beyond {
            requireLength(span);
        }
    }

    /// Whole days, weeks, months, quarters or years by the calendar: `count` of them, the last of which began `back`
    /// units before the present one. This month is 0 back, the previous month 1, the next one -1.
    record Calendar(Span.Unit unit, int count, int back) implements Window {
        public Calendar {
            require(unit.isCalendar(), "a calendar window is of days or longer, not of %ss", unit.key());
            require(count >= 1 && count <= 10_000, "a calendar window (%d) must be from 1 to 10000", count);
            require(Math.abs(back) <= 10_000, "a calendar window (%d back) must be within 10000", back);
        }
    }

    /// From a day to another, both included.
    record Dates(LocalDate from, LocalDate to) implements Window {
        public Dates {
            require(!from.isAfter(to), "a window's first day %s must not be after its last %s", from, to);
        }
    }

    /// Whether it is about what has not happened yet.
    default boolean isAhead() {
        return switch (this) {
            case Next _, Beyond _ -> true;
            case Calendar(Span.Unit _, int _, int back) -> back < 0;
            case Always _, Last _, Ago _, Before _, Dates _ -> false;
        };
    }

    private static void requireLength(Span span) {
        require(!span.isNone(), "a window needs a length over 0");
    }
}
