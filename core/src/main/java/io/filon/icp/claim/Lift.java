package io.filon.icp.claim;

import io.filon.stats.ShareRange;
import java.util.BitSet;

/// How much more often something is true of star customers than of everybody they were chosen among.
///
/// The ratio of stars to the others has its range by Katz et al. (1978) on the logarithm, half a case added where
/// nobody is; everybody is a mixture of both, so the range carries over.
///
/// @param stars,all part of each for whom it is true
public record Lift(Measured stars, double all, Measured times) {

    private static final double NORMAL_95 = 1.959963984540054;

    /// @param base   the stars and those they were chosen among, of whom it is known
    /// @param stars  not empty, not everybody
    public static Lift of(BitSet base, BitSet stars, BitSet chosen) {
        int n = base.cardinality();
        int n1 = both(base, stars).cardinality();
        int n0 = n - n1;
        BitSet hit = both(base, chosen);
        double a = both(hit, stars).cardinality();
        double b = hit.cardinality() - a;
        double added = a == 0 || b == 0 ? 0.5 : 0;
        double a1 = a + added;
        double b1 = b + added;
        double ratio = (a1 / (n1 + added)) / (b1 / (n0 + added));
        double error = Math.sqrt(Math.max(0, 1 / a1 - 1 / (n1 + added) + 1 / b1 - 1 / (n0 + added)));
        double part = (double) n1 / n;
        Measured times = new Measured(
                mixed(ratio, part),
                mixed(ratio * Math.exp(-NORMAL_95 * error), part),
                mixed(ratio * Math.exp(NORMAL_95 * error), part),
                n1);
        Measured share = Measured.of(ShareRange.of((long) a, n1), n1);
        return new Lift(share, (a + b) / n, times);
    }

    private static double mixed(double ratio, double part) {
        return ratio / (part * ratio + 1 - part);
    }

    static BitSet both(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both;
    }
}
