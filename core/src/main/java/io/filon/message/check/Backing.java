package io.filon.message.check;

import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Figure;
import io.filon.message.evidence.Figure.Better;
import io.filon.message.evidence.Figure.Unit;

/// Whether a number in a text is no stronger than what is known.
final class Backing {

    private static final double CLOSE = 1e-6;

    private Backing() {}

    static boolean sameUnit(Unit one, Unit other) {
        return one == other || (hours(one) > 0 && hours(other) > 0) || (months(one) > 0 && months(other) > 0);
    }

    /// Beyond the cautious end is stronger; a number said as a limit from above claims the opposite side.
    static boolean holds(FoundNumber number, Evidence evidence) {
        Figure figure = evidence.figure();
        if (figure == null || !sameUnit(number.unit(), figure.unit())) {
            return false;
        }
        double said = scaled(number.value(), number.unit());
        double low = scaled(figure.low(), figure.unit());
        double high = scaled(figure.high(), figure.unit());
        double close = CLOSE * Math.max(1, Math.abs(said));
        if (figure.better() == Better.LESS) {
            return said >= high - close;
        }
        return number.upper() ? said >= high - close : said <= low + close;
    }

    /// Hours, months, or as it is.
    private static double scaled(double value, Unit unit) {
        double factor = Math.max(hours(unit), months(unit));
        return factor > 0 ? value * factor : value;
    }

    private static double hours(Unit unit) {
        return switch (unit) {
            case MINUTES -> 1 / 60.0;
            case HOURS -> 1;
            case DAYS -> 24;
            case SHARE, MONEY, COUNT, TIMES, MONTHS, YEARS -> 0;
        };
    }

    private static double months(Unit unit) {
        return switch (unit) {
            case MONTHS -> 1;
            case YEARS -> 12;
            case SHARE, MONEY, COUNT, TIMES, MINUTES, HOURS, DAYS -> 0;
        };
    }
}
