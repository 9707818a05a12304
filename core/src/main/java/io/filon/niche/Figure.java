package io.filon.niche;

import static io.filon.problem.Require.require;

import org.jspecify.annotations.Nullable;

/// A figure of a niche with its range, or why it cannot be known.
///
/// @param range  holds the figure in 95 of 100 cases; null when it cannot be known
/// @param cases  customers, deals or contacts behind it; 0 when nothing measured it
/// @param counted as the files have it, before it is drawn towards everybody's; null when it cannot be known
/// @param origin `measured`, `declared` or `assumed`; empty when it cannot be known
/// @param why    the key of the reason it cannot be known; empty when it is
public record Figure(@Nullable Range range, @Nullable Double counted, long cases, String origin, String why) {

    public Figure {
        require((range == null) != why.isEmpty(), "a figure is known, or there is a reason why not: '%s'", why);
    }

    public static Figure measured(double value, double low, double high, long cases) {
        return believed(value, value, low, high, cases);
    }

    /// @param counted before it was drawn towards everybody's
    public static Figure believed(double counted, double value, double low, double high, long cases) {
        Range range = new Range(value, Math.min(low, value), Math.max(high, value));
        return new Figure(range, counted, cases, "measured", "");
    }

    public static Figure unknown(String why, long cases) {
        return new Figure(null, null, cases, "", why);
    }

    public boolean known() {
        return range != null;
    }
}
