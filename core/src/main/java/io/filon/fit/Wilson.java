package io.filon.fit;

/// The 95 % range of a share (Wilson 1927), honest for small counts and shares near 0 or 1.
final class Wilson {

    private static final double Z = 1.959964;

    private Wilson() {}

    /// @return low and high
    static double[] range(int yes, int all) {
        double share = (double) yes / all;
        double scale = 1 + Z * Z / all;
        double centre = (share + Z * Z / (2 * all)) / scale;
        double half = Z * Math.sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all)) / scale;
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }
}
