package io.filon.segment.profile;

import io.filon.segment.Amounts;
import io.filon.segment.profile.Reach.Channel;
import io.filon.segment.profile.Reach.Reached;
import io.filon.stats.MeanRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What a segment is worth and whom of it one can reach.
///
/// @param customersShare  0..1 of all customers
/// @param net12m          contribution after acquisition of the last 12 months, all members together
/// @param netShare        of the base's; null where the base leaves nothing
/// @param meanNet12m      a member's, with its range; null under [MeanRange#FEWEST] members
/// @param costToServe     of the whole history; `costToServeRate` of net sales, null without sales
/// @param next12m         null when nothing was foretold
public record Profile(
        long customers,
        double customersShare,
        BigDecimal net12m,
        @Nullable Double netShare,
        @Nullable MeanRange meanNet12m,
        BigDecimal net,
        BigDecimal netSales,
        BigDecimal grossMargin,
        BigDecimal costToServe,
        @Nullable Double costToServeRate,
        @Nullable Next12m next12m,
        List<Reached> reach) {

    public static Profile of(RoaringBitmap numbers, RoaringBitmap base, Figures figures, Reach reach) {
        BigDecimal net = figures.net12m().sum(numbers);
        BigDecimal sales = figures.netSales().sum(numbers);
        BigDecimal cost = figures.costToServe().sum(numbers);
        return new Profile(
                numbers.getLongCardinality(),
                base.isEmpty() ? 0 : (double) numbers.getLongCardinality() / base.getLongCardinality(),
                net,
                part(net, figures.net12m().sum(base)),
                mean(numbers, figures.net12m()),
                figures.net().sum(numbers),
                sales,
                figures.grossMargin().sum(numbers),
                cost,
                part(cost, sales),
                Next12m.of(figures, numbers),
                Stream.of(Channel.values())
                        .map(channel -> reach.of(channel, numbers))
                        .toList());
    }

    /// Null where the whole is nothing, or less: a share of a loss says nothing.
    public static @Nullable Double part(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? null : part.doubleValue() / whole.doubleValue();
    }

    private static @Nullable MeanRange mean(RoaringBitmap numbers, Amounts amounts) {
        if (numbers.getLongCardinality() < MeanRange.FEWEST) {
            return null;
        }
        double[] values = new double[numbers.getCardinality()];
        int[] at = {0};
        numbers.forEach((int number) -> values[at[0]++] = amounts.of(number) / 10_000.0);
        return MeanRange.of(values);
    }
}
