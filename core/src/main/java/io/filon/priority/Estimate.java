package io.filon.priority;

/// A figure and the range that holds it in 95 of 100 cases.
public record Estimate(double value, double low, double high) {

    /// Whether the whole range lies on one side of 0.
    public boolean decided() {
        return low > 0 || high < 0;
    }
}
