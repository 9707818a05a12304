package io.filon.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
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
    DATE("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern YES = Pattern.compile("(?iu)true|yes|sí|si");

    private final Pattern written;

    FactType(String written) {
        this.written = Pattern.compile(written);
    }

    public boolean isNumeric() {
        return switch (this) {
            case NUMBER, MONEY, SHARE, COUNT, DAYS -> true;
            case TEXT, FLAG, DATE -> false;
        };
    }

    /// Whether "more than" means anything.
    public boolean isOrdered() {
        return isNumeric() || this == DATE;
    }

    /// The constant somebody wrote, as `BigDecimal`, `Double`, `String`, `Boolean` or `LocalDate`; nothing when it is
    /// not one of this type.
    Optional<Object> constant(String text) {
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
        };
    }

    /// A stored value in the form [#constant] gives, so that the two compare.
    Object stored(Object value) {
        return switch (this) {
            case MONEY, COUNT -> value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
            case NUMBER, DAYS, SHARE -> ((Number) value).doubleValue();
            case TEXT, FLAG, DATE -> value;
        };
    }

    /// `10 %`, `10%` or `0.1` as 0.1.
    static BigDecimal share(String text) {
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
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
