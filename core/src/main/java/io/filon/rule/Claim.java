package io.filon.rule;

import static io.filon.problem.Require.require;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a value must be: of a fact, of a measure, of a property of an event or item. False of what is not known.
public sealed interface Claim {

    record Compare(Operator operator, Operand operand) implements Claim {}

    /// Both ends included.
    record Between(String low, String high) implements Claim {
        public Between {
            requireConstant(low);
            requireConstant(high);
            require(!(low + high).contains(".."), "a bound (%s, %s) must not contain '..'", low, high);
        }
    }

    record In(List<String> values) implements Claim {
        public In {
            values = List.copyOf(values);
            require(!values.isEmpty(), "a list of values must not be empty");
            values.forEach(Claim::requireConstant);
        }
    }

    record Known() implements Claim {}

    /// About letters, capitals and accents included.
    record Text(Match match, String text) implements Claim {
        public Text {
            require(!text.isEmpty(), "a text to look for must not be empty");
        }
    }

    enum Match {
        CONTAINS,
        STARTS,
        ENDS,
        /// A regular expression in RE2's syntax is found somewhere in it; linear in time, whatever the expression.
        MATCHES
    }

    /// A list has some, all or none of these.
    record Holds(Filter.Quantifier quantifier, List<String> values) implements Claim {
        public Holds {
            values = List.copyOf(values);
            require(!values.isEmpty(), "a list of values must not be empty");
            values.forEach(Claim::requireConstant);
        }
    }

    /// How many entries a list has.
    record Size(Operator operator, int size) implements Claim {
        public Size {
            require(size >= 0, "a size (%d) must not be negative", size);
        }
    }

    /// A place within so many kilometres of a point, on a sphere of radius 6371.0088 km.
    ///
    /// @param latitude  degrees north, -90 to 90
    /// @param longitude degrees east, -180 to 180
    record Near(double latitude, double longitude, double km) implements Claim {
        public Near {
            require(Math.abs(latitude) <= 90, "latitude (%s) must be from -90 to 90", latitude);
            require(Math.abs(longitude) <= 180, "longitude (%s) must be from -180 to 180", longitude);
            require(km > 0 && km <= 20_100, "distance (%s km) must be over 0 and at most 20100", km);
        }
    }

    /// Claims about a day or an instant, by the clock of the brand or the person.
    sealed interface OfTime extends Claim {}

    /// A day belongs to a window when its start does.
    record When(Window window) implements OfTime {}

    /// Its day and month come round at most so many days from today, before or after; 29 February is kept on the 28th
    /// in other years.
    record Anniversary(int days) implements OfTime {
        public Anniversary {
            require(days >= 0 && days <= 180, "days around an anniversary (%d) must be from 0 to 180", days);
        }
    }

    record Weekdays(Set<DayOfWeek> days) implements OfTime {
        public Weekdays {
            require(!days.isEmpty(), "a list of weekdays must not be empty");
            days = java.util.Collections.unmodifiableSet(new TreeSet<>(days));
        }
    }

    record Months(Set<Month> months) implements OfTime {
        public Months {
            require(!months.isEmpty(), "a list of months must not be empty");
            months = java.util.Collections.unmodifiableSet(new TreeSet<>(months));
        }
    }

    /// Holidays and campaign days: `2026-11-27`, or `12-25` in any year.
    record Days(List<String> days) implements OfTime {
        public Days {
            days = List.copyOf(days);
            require(!days.isEmpty(), "a list of days must not be empty");
        }
    }

    /// From a time of day, included, to another, not included; over midnight when the second is not later.
    record Hours(LocalTime from, LocalTime to) implements OfTime {}

    /// At most so long before the moment another property gives, and not after it; a day ends with its last
    /// instant.
    record Before(String property, Span within) implements OfTime {
        public Before {
            require(!within.isNone(), "'before' needs a time over 0");
        }
    }

    private static void requireConstant(String value) {
        require(
                !value.isEmpty() && value.equals(value.strip()),
                "the constant '%s' must be text without margins",
                value);
    }
}
