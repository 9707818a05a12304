package io.filon.icp.claim;

import io.filon.stats.MeanRange;
import io.filon.stats.ShareRange;

/// A figure of some customers and the range that holds the true one in 95 of 100 such samples.
///
/// @param customers it rests on
public record Measured(double value, double low, double high, long customers) {

    public static Measured of(ShareRange range, long customers) {
        return new Measured(range.share(), range.low(), range.high(), customers);
    }

    public static Measured of(MeanRange range, long customers) {
        return new Measured(range.mean(), range.low(), range.high(), customers);
    }

    /// The same of a part no smaller than `least` and no larger than `most`.
    public Measured within(double least, double most) {
        return new Measured(
                Math.clamp(value, least, most), Math.clamp(low, least, most), Math.clamp(high, least, most), customers);
    }
}
