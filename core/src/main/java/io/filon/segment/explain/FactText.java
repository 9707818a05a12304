package io.filon.segment.explain;

import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A fact's value as people write it, and what it lacks to meet a condition.
record FactText(Messages messages, Formats formats) {

    /// @param distance what would have to be added to the value, null when no number says it
    record Missing(@Nullable BigDecimal distance, @Nullable Phrase said) {
        static final Missing NOTHING = new Missing(null, null);
    }

    String written(Fact fact, Object value) {
        return switch (fact.type()) {
            case MONEY -> formats.exactMoney(new BigDecimal(value.toString()));
            case SHARE -> formats.share(((Number) value).doubleValue());
            case COUNT -> formats.count(((Number) value).longValue());
            case NUMBER, DAYS -> formats.number(((Number) value).doubleValue(), 2);
            case DATE -> value instanceof LocalDate day ? formats.date(day) : value.toString();
            case FLAG -> messages.say(Boolean.TRUE.equals(value) ? "segment.yes" : "segment.no");
            case TEXT, INSTANT, LIST, PLACE -> value.toString();
        };
    }

    Missing missing(Fact fact, @Nullable Object value, JsonNode compared) {
        if (value == null) {
            return new Missing(null, Phrase.of("segment.missing.unknown"));
        }
        Optional<Bound> bound =
                compared.isValueNode() ? Bound.parse(compared.asString(), fact.type()) : Optional.empty();
        if (bound.isEmpty()) {
            return new Missing(null, Phrase.of("segment.missing.other"));
        }
        return apart(
                fact,
                bound.get().distance(new BigDecimal(value.toString())),
                bound.get().strict());
    }

    /// @param cut the lowest value that is in; empty when nobody is
    Missing belowCut(Fact fact, @Nullable Object value, Optional<String> cut) {
        if (value == null) {
            return new Missing(null, Phrase.of("segment.missing.unknown"));
        }
        if (cut.isEmpty()) {
            return new Missing(null, Phrase.of("segment.missing.other"));
        }
        BigDecimal distance = new BigDecimal(cut.get()).subtract(new BigDecimal(value.toString()));
        return distance.signum() > 0
                ? apart(fact, distance, false)
                : new Missing(null, Phrase.of("segment.missing.not_among"));
    }

    private Missing apart(Fact fact, BigDecimal distance, boolean strict) {
        String amount = written(fact, rounded(fact, distance.abs()));
        String way = distance.signum() < 0 ? "less" : "more";
        return new Missing(
                distance, Phrase.of("segment.missing." + way + (strict ? ".over" : ""), new Value.Name(amount)));
    }

    /// Up, so that what is said is enough.
    private static BigDecimal rounded(Fact fact, BigDecimal amount) {
        return fact.type() == FactType.MONEY ? amount.setScale(2, RoundingMode.UP) : amount;
    }
}
