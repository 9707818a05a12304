package io.filon.message.evidence;

import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;
import java.util.Optional;

/// A figure as a text for customers says it: its cautious end, rounded towards caution. 34.7 % to 41 % is *more than
/// 30 %*; 2.1 to 2.6 days is *under 3 days*.
///
/// @param number of the figure's unit, shares as 0..1
public record Rounded(double number, Unit unit, Bound bound) {

    public enum Bound {
        MORE,
        AT_LEAST,
        LESS,
        AT_MOST,
        EXACTLY
    }

    private static final double CLOSE = 1e-9;

    /// Nothing when what is left after rounding promises nothing.
    public static Optional<Rounded> of(Figure figure) {
        if (figure.isCertain()) {
            return Optional.of(new Rounded(figure.value(), figure.unit(), Bound.EXACTLY));
        }
        double end = figure.cautious();
        double step = step(figure.unit(), end);
        if (figure.better() == Better.LESS) {
            double up = Math.ceil(end / step - CLOSE) * step;
            return Optional.of(new Rounded(clean(up), figure.unit(), up > end + CLOSE ? Bound.LESS : Bound.AT_MOST));
        }
        double down = Math.floor(end / step + CLOSE) * step;
        return down <= 0
                ? Optional.empty()
                : Optional.of(
                        new Rounded(clean(down), figure.unit(), down < end - CLOSE ? Bound.MORE : Bound.AT_LEAST));
    }

    /// Steps that can be said aloud: fives of percent, tens of euros.
    private static double step(Unit unit, double end) {
        return switch (unit) {
            case SHARE -> end >= 0.2 ? 0.05 : 0.01;
            case MONEY, COUNT -> end >= 1000 ? 100 : end >= 100 ? 10 : end >= 20 ? 5 : 1;
            case TIMES -> end >= 3 ? 1 : end >= 1.5 ? 0.5 : 0.1;
            case MINUTES -> end >= 20 ? 5 : 1;
            case HOURS, DAYS, MONTHS, YEARS -> 1;
        };
    }

    private static double clean(double number) {
        return Math.round(number * 1e6) / 1e6;
    }
}
