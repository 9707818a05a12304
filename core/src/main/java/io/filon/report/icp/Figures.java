package io.filon.report.icp;

import io.filon.icp.claim.Measured;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// Figures with their ranges, as data and as parts of sentences.
final class Figures {

    private Figures() {}

    static Icp.@Nullable Figure figure(@Nullable Measured measured) {
        return measured == null ? null : known(measured);
    }

    static Icp.Figure known(Measured measured) {
        return new Icp.Figure(measured.value(), measured.low(), measured.high());
    }

    /// *12 € (entre 10 y 15 €)*; where there is none, that there are too few.
    static Value money(@Nullable Measured measured) {
        return measured == null
                ? new Value.Word("icp.few")
                : new Value.Said(Phrase.of(
                        "icp.range", amount(measured.value()), amount(measured.low()), amount(measured.high())));
    }

    static Value share(Measured measured) {
        return new Value.Said(Phrase.of(
                "icp.range",
                new Value.Share(measured.value()),
                new Value.Share(measured.low()),
                new Value.Share(measured.high())));
    }

    static Value number(Measured measured) {
        return new Value.Said(Phrase.of(
                "icp.range",
                new Value.Decimal(measured.value(), 1),
                new Value.Decimal(measured.low(), 1),
                new Value.Decimal(measured.high(), 1)));
    }

    static Value amount(double amount) {
        return new Value.Money(decimal(amount));
    }

    static BigDecimal decimal(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }
}
