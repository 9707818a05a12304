package io.filon.rule;

import static io.filon.problem.Require.require;

import java.math.BigDecimal;
import java.util.List;

/// One value of one customer at one instant, or nothing where there is none to tell: what conditions are about.
///
/// Kinds: facts of the customer; amounts over events ([OfEvents]); arithmetic and position among others.
public sealed interface Measure {

    /// A fact of the customer: as it is now, was at a moment, or (inside an event's filter) when the event
    /// happened.
    ///
    /// Consents and reach are facts too, by convention of their names: `consent.email`, `reach.sms`; never asked is
    /// not known.
    ///
    /// @param sources where the statement must come from, the latest of those counts; any source when empty
    /// @param stated  when it must have been stated, counted from that moment: older statements are not known
    record Fact(String name, Moment at, List<String> sources, Window stated) implements Measure {
        public Fact {
            require(!name.isBlank(), "a condition needs the name of a fact");
            sources = List.copyOf(sources);
        }

        /// As it is now, from anywhere, however old.
        public static Fact of(String name) {
            return new Fact(name, new Moment.Now(), List.of(), new Window.Always());
        }

        /// Whether only the current value matters: a column of a table is enough to read it.
        public boolean isPlain() {
            return equals(of(name));
        }
    }

    /// Elapsed time since the current value was last stated; not known when the fact is not.
    record FactAge(String fact, Span.Unit unit) implements Measure {}

    /// How often the value became another one in the window; becoming known for the first time is no change.
    record FactChanges(String fact, Window window) implements Measure {}

    /// In how many segments the customer is now.
    record SegmentCount() implements Measure {}

    /// How many people of the customer's account, the customer included, the rule holds for; not known without an
    /// account.
    record People(Rule rule) implements Measure {}

    /// One measure for each unit of another: two frequencies, this window against the one before, a share of a
    /// total.
    ///
    /// @param base the least the bottom must be, else not known; a bottom of 0 or less never is
    record Ratio(Measure top, Measure bottom, BigDecimal base) implements Measure {
        public Ratio {
            require(base.signum() >= 0, "the base (%s) must not be negative", base);
        }
    }

    /// Where the customer stands among those for whom the rule holds; not known for others.
    record Standing(Scale scale, Measure measure, Rule among) implements Measure {}

    enum Scale {
        /// 1 for the highest tenth to 10: `1 + floor(10 × (customers with more) / n)`.
        DECILE,
        /// Distance from the mean in standard deviations of the whole (divided by n); not known when all are equal.
        Z_SCORE
    }

    /// How often a sequence was completed.
    record Matches(Sequence sequence) implements Measure {}

    /// Amounts over a selection of events, a family of its own.
    sealed interface OfEvents extends Measure {
        Events events();
    }

    /// How many; 0 is a number, also for customers without any event.
    record Count(Events events) implements OfEvents {}

    /// How many different values of a property; `time` is not one of them, see [Periods].
    record Distinct(String property, Events events) implements OfEvents {}

    /// In how many calendar days, weeks or months it happened at least `each` times: *in 4 of the last 6 weeks*.
    record Periods(Span.Unit unit, int each, Events events) implements OfEvents {
        public Periods {
            require(each >= 1, "each period needs at least one event, not %d", each);
            require(unit.isCalendar(), "a period is a day or longer, not %s", unit);
        }
    }

    /// How many calendar periods in a row it happened, up to the present one, or to the one before while the present
    /// one has none yet.
    record Streak(Span.Unit unit, Events events) implements OfEvents {
        public Streak {
            require(unit.isCalendar(), "a period is a day or longer, not %s", unit);
        }
    }

    /// Sum, mean, least or most of a property; events without it are left out. The sum of nothing is 0, the others are
    /// not known.
    record Total(Function function, String property, Events events) implements OfEvents {}

    enum Function {
        SUM,
        AVERAGE,
        MIN,
        MAX
    }

    /// The smallest value that at least this share of the values does not exceed; the median is that of 50 %.
    record Percentile(BigDecimal share, String property, Events events) implements OfEvents {
        public Percentile {
            share = share.stripTrailingZeros();
            require(Condition.isShare(share), "percentile (%s) must be over 0, at most 1", share);
        }
    }

    /// The value seen most often, seen at least `base` times; of two seen as often, the first in order of the alphabet
    /// or of size.
    record MostFrequent(String property, int base, Events events) implements OfEvents {
        public MostFrequent {
            require(base >= 1, "base (%d) must be at least 1", base);
        }
    }

    /// The part of the events that pass a filter; not known with fewer than `base` events.
    record Share(Filter of, int base, Events events) implements OfEvents {
        public Share {
            require(base >= 1, "base (%d) must be at least 1", base);
        }
    }

    /// A property of the first (1), second (2)… or of the last (-1), last but one (-2)… event.
    record Nth(int position, String property, Events events) implements OfEvents {
        public Nth {
            require(position != 0, "events are counted from 1, or from -1 backwards");
        }
    }

    /// Elapsed time from the first or the last event to now.
    record Since(End end, Span.Unit unit, Events events) implements OfEvents {}

    enum End {
        FIRST,
        LAST
    }

    /// The customer's own usual interval: the median (as [Percentile]) of the elapsed times between one event and the
    /// next at another instant; not known with fewer than `base` intervals.
    record Interval(Span.Unit unit, int base, Events events) implements OfEvents {
        public Interval {
            require(base >= 1, "base (%d) must be at least 1", base);
        }
    }

    /// Time since the last event as a multiple of the customer's own usual [Interval].
    record Overdue(int base, Events events) implements OfEvents {
        public Overdue {
            require(base >= 1, "base (%d) must be at least 1", base);
        }
    }
}
