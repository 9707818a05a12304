package io.filon.icp.claim;

import io.filon.stats.MeanRange;
import io.filon.stats.ShareRange;
import java.util.BitSet;
import java.util.Optional;

// The share of a sum is a ratio of means; to first order it is itself a mean, of p + (in - p) y / mean(y), so the
// studentised bootstrap over customers ranges it (never over orders). With hardly anybody on one side resampling shows
// no variation that is there: then the range goes as far as it would if as many more as a count of that kind may hide
// each left as much as the best customer known.

/// A group's part of the money of a base, with the range that sampling of customers leaves.
public final class MoneyShare {

    private static final int HARDLY_ANYBODY = 5;

    private MoneyShare() {}

    /// @param amounts one a customer
    /// @return empty when the base's sum is not positive: there is nothing to be a part of
    public static Optional<Measured> of(double[] amounts, BitSet base, BitSet group) {
        int n = base.cardinality();
        double sum = 0;
        double inside = 0;
        double most = 0;
        int members = 0;
        for (int i = base.nextSetBit(0); i >= 0; i = base.nextSetBit(i + 1)) {
            sum += amounts[i];
            most = Math.max(most, amounts[i]);
            if (group.get(i)) {
                inside += amounts[i];
                members++;
            }
        }
        if (n == 0 || !(sum > 0)) {
            return Optional.empty();
        }
        double share = inside / sum;
        if (members < HARDLY_ANYBODY || n - members < HARDLY_ANYBODY) {
            return Optional.of(bounded(share, inside, sum, most, members, n));
        }
        if (n < MeanRange.FEWEST) {
            return Optional.of(new Measured(share, Math.min(0, share), Math.max(1, share), n));
        }
        double[] values = new double[n];
        int at = 0;
        for (int i = base.nextSetBit(0); i >= 0; i = base.nextSetBit(i + 1)) {
            values[at++] = share + ((group.get(i) ? 1 : 0) - share) * amounts[i] * n / sum;
        }
        MeanRange range = MeanRange.of(values);
        return Optional.of(new Measured(share, range.low(), range.high(), n));
    }

    private static Measured bounded(double share, double inside, double sum, double most, int members, int n) {
        ShareRange counted = ShareRange.of(members, n);
        double more = (counted.high() * n - members) * most;
        double fewer = (members - counted.low() * n) * most;
        double low = members < HARDLY_ANYBODY ? Math.min(0, share) : inside / (sum + fewer);
        double high = n - members < HARDLY_ANYBODY ? Math.max(1, share) : (inside + more) / (sum + more);
        return new Measured(share, low, high, n);
    }
}
