package io.filon.stats;

/// Where a minimisation ended.
///
/// @param at          the best point seen
/// @param value       the function there; infinite when it exists nowhere near the start
/// @param steepness   largest partial derivative there that the box does not hold back
/// @param evaluations of value and gradient
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Optimum(double[] at, double value, double steepness, int evaluations) {

    public Optimum {
        at = at.clone();
    }

    @Override
    public double[] at() {
        return at.clone();
    }
}
