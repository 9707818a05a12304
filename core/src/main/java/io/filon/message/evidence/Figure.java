package io.filon.message.evidence;

import static io.filon.problem.Require.require;

/// A number that a text may rest on, with the range it lies in: counted with 95 % certainty, or as the company declares
/// it.
///
/// @param value between `low` and `high`
public record Figure(double value, double low, double high, Unit unit, Better better) {

    public enum Unit {
        /// 0..1
        SHARE,
        /// In the workspace currency.
        MONEY,
        COUNT,
        /// So many times as much.
        TIMES,
        MINUTES,
        HOURS,
        DAYS,
        MONTHS,
        YEARS
    }

    /// Which end a customer would be glad to find surpassed.
    public enum Better {
        MORE,
        LESS
    }

    public Figure {
        require(low <= value && value <= high, "%s must lie between %s and %s", value, low, high);
    }

    /// Without doubt.
    public static Figure certain(double value, Unit unit, Better better) {
        return new Figure(value, value, value, unit, better);
    }

    public boolean isCertain() {
        return low == high;
    }

    /// The end that promises least.
    public double cautious() {
        return better == Better.MORE ? low : high;
    }
}
