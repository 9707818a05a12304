package io.filon.segment.explain;

import io.filon.rule.FactType;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// What a condition came to as people write it, and what it lacks.
record ValueText(Messages messages, Formats formats, ZoneId zone) {

    String written(FactType type, Object value) {
        return switch (type) {
            case MONEY -> formats.exactMoney(new BigDecimal(value.toString()));
            case SHARE -> formats.share(((Number) value).doubleValue());
            case COUNT -> formats.count(((Number) value).longValue());
            case NUMBER, DAYS -> formats.number(((Number) value).doubleValue(), 2);
            case DATE -> value instanceof LocalDate day ? formats.date(day) : value.toString();
            case INSTANT ->
                value instanceof Instant instant
                        ? formats.date(instant.atZone(zone).toLocalDate())
                        : value.toString();
            case FLAG -> messages.say(Boolean.TRUE.equals(value) ? "segment.yes" : "segment.no");
            case TEXT, LIST, PLACE -> value.toString();
        };
    }

    /// As JSON has it.
    static String kept(Object value) {
        return value instanceof BigDecimal exact ? exact.toPlainString() : value.toString();
    }

    /// @param distance what would have to be added
    /// @param beyond   whether that alone is not enough
    Phrase missing(FactType type, BigDecimal distance, boolean beyond) {
        String amount = type == FactType.SHARE
                ? messages.say("segment.points", formats.number(distance.abs().doubleValue() * 100, 1))
                : written(type, rounded(type, distance.abs()));
        String way = distance.signum() < 0 ? "less" : "more";
        return Phrase.of("segment.missing." + way + (beyond ? ".over" : ""), new Value.Name(amount));
    }

    /// @param of   what something would be told of
    /// @param base the least of that
    Phrase tooFew(FactType type, BigDecimal of, BigDecimal base) {
        return Phrase.of(
                "segment.missing.too_few", new Value.Name(written(type, of)), new Value.Name(written(type, base)));
    }

    /// Up, so that what is said is enough.
    private static BigDecimal rounded(FactType type, BigDecimal amount) {
        return type == FactType.MONEY ? amount.setScale(2, RoundingMode.UP) : amount;
    }
}
