package io.filon.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a fact is: decides which constants it can be compared with, and how it is written.
///
/// Money and counts are compared exactly, as `BigDecimal`; numbers, shares and days as `double`; both the same way in
/// SQL and in Java.
public enum FactType {
    /// A plain number, `2.5`; up to 15 digits and 9 decimals.
    NUMBER("-?[0-9]{1,15}(\\.[0-9]{1,9})?"),
    /// Money of the workspace's currency, `1250.50`; up to 14 digits and 4 decimals.
    MONEY("-?[0-9]{1,14}(\\.[0-9]{1,4})?"),
    /// A part of something, 0..1, written `10 %` or `0.1`.
    SHARE("-?([0-9]{1,9}(\\.[0-9]{1,9})? ?%|[01](\\.[0-9]{1,12})?)"),
    /// How many, a whole number.
    COUNT("-?[0-9]{1,15}"),
    /// Days, perhaps with decimals.
    DAYS("-?[0-9]{1,9}(\\.[0-9]{1,9})?"),
    /// Words; equal means the same letters, capitals and accents included.
    TEXT("(?s).+"),
    /// Yes or no.
    FLAG("(?iu)true|false|yes|no|sí|si"),
    /// A calendar day in the workspace's zone, `2026-01-31`.
    DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    /// An instant, `2026-01-31T10:00:00+01:00`; to the microsecond.
    INSTANT("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})"),
    /// A list of words; it has some of them, all or none, and a size.
    LIST("(?!)"),
    /// A point on the earth, latitude and longitude: in the store the columns `name_lat` and `name_lon`.
    PLACE("(?!)");

    private static final Pattern YES = Pattern.compile("(?iu)true|yes|sí|si");

    private final Pattern written;

    FactType(String written) {
        this.written = Pattern.compile(written);
    }

    public boolean isNumeric() {
        return switch (this) {
            case NUMBER, MONEY, SHARE, COUNT, DAYS -> true;
            case TEXT, FLAG, DATE, INSTANT, LIST, PLACE -> false;
        };
    }

    /// Whether "more than" means anything.
    public boolean isOrdered() {
        return isNumeric() || isTime();
    }

    /// A day or an instant.
    public boolean isTime() {
        return this == DATE || this == INSTANT;
    }

    /// Kept and compared as exact decimals; other numbers as `double`.
    public boolean isExact() {
        return this == MONEY || this == COUNT;
    }

    /// The constant somebody wrote, as `BigDecimal`, `Double`, `String`, `Boolean`, `LocalDate` or `Instant`; nothing
    /// when it is not one of this type. Lists and places have no constants of their own.
    public Optional<Object> constant(String text) {
        if (!written.matcher(text).matches()) {
            return Optional.empty();
        }
        return switch (this) {
            case MONEY, COUNT -> Optional.of(new BigDecimal(text));
            case NUMBER, DAYS -> Optional.of(Double.valueOf(text));
            case SHARE -> Optional.of(share(text).doubleValue());
            case TEXT -> Optional.of(text);
            case FLAG -> Optional.of(YES.matcher(text).matches());
            case DATE -> day(text);
            case INSTANT -> instant(text);
            case LIST, PLACE -> Optional.empty();
        };
    }

    /// A stored value in the form [#constant] gives, so that the two compare; lists as `List`, places as [Place].
    public Object stored(Object value) {
        return switch (this) {
            case MONEY, COUNT -> value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
            case NUMBER, DAYS, SHARE -> ((Number) value).doubleValue();
            case INSTANT -> ((Instant) value).truncatedTo(ChronoUnit.MICROS);
            case TEXT, FLAG, DATE, LIST, PLACE -> value;
        };
    }

    private static Optional<Object> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // an hour the day lacks, 25:00: said by the caller
        }
    }

    /// @return as `compareTo`, of two values of one type
    @SuppressWarnings("unchecked") // values of one type are of one class
    public static int order(Object left, Object right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /// `10 %`, `10%` or `0.1` as 0.1.
    public static BigDecimal share(String text) {
        return text.endsWith("%")
                ? new BigDecimal(text.substring(0, text.length() - 1).strip()).movePointLeft(2)
                : new BigDecimal(text);
    }

    private static Optional<Object> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // a day the calendar lacks, 2026-02-30: said by the caller
        }
    }

    /// `money`: the word in keys of messages.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
