package io.filon.rule.live.log;

import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.live.ask.ClaimTests;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.reference.History;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A property that some measure needs of each event, kept as one `long` beside it.
///
/// @param gross    as it happened, or less what has been taken back
/// @param readBack whether somebody asks for the values, and not only which of them are the same
public record Column(String property, FactType type, boolean gross, boolean readBack) {

    /// What stands where the value is not known: the bits of a number that is none.
    public static final long MISSING = 0x7ff8_0000_dead_beefL;

    private static final int DECIMALS = 4;

    /// Whether one `long` holds any value of the type.
    public static boolean holds(FactType type) {
        return type != FactType.LIST && type != FactType.PLACE;
    }

    public long encode(History.Event event, Dictionary words) {
        Object value = property.equals(Filter.TIME)
                ? event.occurred()
                : event.properties().get(property);
        return value == null ? MISSING : encode(value, words);
    }

    private long encode(Object value, Dictionary words) {
        return switch (type) {
            case MONEY, COUNT ->
                ((BigDecimal) value)
                        .setScale(DECIMALS, RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact();
            case NUMBER, DAYS, SHARE -> Double.doubleToLongBits(ClaimTests.number(value));
            case TEXT -> readBack ? words.code((String) value) : Dictionary.fingerprint((String) value);
            case FLAG -> (Boolean) value ? 1 : 0;
            case DATE -> ((LocalDate) value).toEpochDay();
            case INSTANT -> Micros.of((Instant) value);
            case LIST, PLACE -> throw new IllegalStateException("no single value: " + type);
        };
    }

    public Object decode(long code, Dictionary words) {
        return switch (type) {
            case MONEY, COUNT -> BigDecimal.valueOf(code, DECIMALS);
            case NUMBER, DAYS, SHARE -> Double.longBitsToDouble(code);
            case TEXT -> words.word((int) code);
            case FLAG -> code == 1;
            case DATE -> LocalDate.ofEpochDay(code);
            case INSTANT -> Micros.instant(code);
            case LIST, PLACE -> throw new IllegalStateException("no single value: " + type);
        };
    }

    @Nullable
    Object known(long code, Dictionary words) {
        return code == MISSING ? null : decode(code, words);
    }
}
