package io.filon.stats;

/// The chi-square distribution's lower tail by Wilson and Hilferty's cube root; absolute error under 0.002 from ten
/// degrees of freedom on, and on the safe side in the far lower tail.
public final class ChiSquare {

    private static final double NEARLY_NORMAL = 2_000;

    private ChiSquare() {}

    /// P(X <= x).
    public static double atMost(double x, double freedom) {
        double spread = 2 / (9 * freedom);
        double z = (Math.cbrt(x / freedom) - (1 - spread)) / Math.sqrt(spread);
        return Student.tail(-z, NEARLY_NORMAL);
    }
}
