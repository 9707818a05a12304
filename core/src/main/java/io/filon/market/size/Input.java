package io.filon.market.size;

import static io.filon.problem.Require.require;

/// A number that is not known exactly: most likely `value`, never under `low` nor over `high` (triangular).
///
/// @param origin who says so
/// @param source where it can be read, in the user's words; empty when nobody said
public record Input(double value, double low, double high, Origin origin, String source) {

    public enum Origin {
        MEASURED,
        DECLARED,
        ASSUMED
    }

    public Input {
        require(low <= value && value <= high, "%s must lie between %s and %s", value, low, high);
    }

    /// A number without doubt.
    public static Input certain(double value, Origin origin) {
        return new Input(value, value, value, origin, "");
    }

    public boolean isCertain() {
        return low == high;
    }

    public double mean() {
        return (low + value + high) / 3;
    }

    /// The number below which a draw falls with probability `u`.
    public double at(double u) {
        if (isCertain()) {
            return value;
        }
        double peak = (value - low) / (high - low);
        return u < peak
                ? low + Math.sqrt(u * (high - low) * (value - low))
                : high - Math.sqrt((1 - u) * (high - low) * (high - value));
    }

    public Input times(double factor) {
        require(factor >= 0, "factor (%s) must not be negative", factor);
        return new Input(value * factor, low * factor, high * factor, origin, source);
    }
}
