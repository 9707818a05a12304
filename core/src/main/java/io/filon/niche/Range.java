package io.filon.niche;

import static io.filon.problem.Require.require;

/// A figure and between what it lies.
public record Range(double value, double low, double high) {

    public Range {
        require(low <= high, "low (%s) must not be over high (%s)", low, high);
    }

    public static Range certain(double value) {
        return new Range(value, value, value);
    }
}
