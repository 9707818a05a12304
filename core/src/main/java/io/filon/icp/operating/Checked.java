package io.filon.icp.operating;

import io.filon.icp.claim.Measured;
import io.filon.icp.claim.MoneyShare;
import io.filon.stats.MeanRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Means of groups of the customers that were not used to find them.
final class Checked {

    private static final int TENTHS = 10;

    private final double[] values;
    private final int[] places;

    /// @param values what each customer left
    /// @param places of those not used
    Checked(double[] values, int[] places) {
        this.values = values;
        this.places = places;
    }

    int count(IntPredicate group) {
        return (int) Arrays.stream(places).filter(group).count();
    }

    /// @return null with too few for a range
    @Nullable
    Measured mean(IntPredicate group) {
        double[] chosen = Arrays.stream(places)
                .filter(group)
                .mapToDouble(place -> values[place])
                .toArray();
        return chosen.length < MeanRange.FEWEST ? null : Measured.of(MeanRange.of(chosen), chosen.length);
    }

    /// What one of a group leaves more than one of another, ranged over the customers of both together: a difference of
    /// means is, to first order, a mean itself.
    ///
    /// @return null when either has too few
    @Nullable
    Measured difference(IntPredicate one, IntPredicate other) {
        int n1 = count(one);
        int n2 = count(other);
        if (n1 < MeanRange.FEWEST || n2 < MeanRange.FEWEST) {
            return null;
        }
        double m1 = sum(one) / n1;
        double m2 = sum(other) / n2;
        double n = places.length;
        double[] parts = Arrays.stream(places)
                .mapToDouble(place -> m1
                        - m2
                        + (one.test(place) ? n / n1 * (values[place] - m1) : 0)
                        - (other.test(place) ? n / n2 * (values[place] - m2) : 0))
                .toArray();
        MeanRange range = MeanRange.of(parts);
        return new Measured(m1 - m2, range.low(), range.high(), Math.min(n1, n2));
    }

    private double sum(IntPredicate group) {
        return Arrays.stream(places)
                .filter(group)
                .mapToDouble(place -> values[place])
                .sum();
    }

    /// The best by score, from the first tenth to everybody.
    List<Operating.Point> curve(double[] scores) {
        int[] order = Arrays.stream(places)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -scores[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] left = Arrays.stream(order).mapToDouble(place -> values[place]).toArray();
        BitSet everybody = new BitSet();
        everybody.set(0, left.length);
        List<Operating.Point> points = new ArrayList<>();
        for (int tenth = 1; tenth <= TENTHS; tenth++) {
            int count = (int) Math.round((double) tenth * order.length / TENTHS);
            double[] best = Arrays.copyOf(left, count);
            if (best.length >= MeanRange.FEWEST) {
                BitSet group = new BitSet();
                group.set(0, count);
                points.add(new Operating.Point(
                        (double) tenth / TENTHS,
                        Measured.of(MeanRange.of(best), best.length),
                        tenth == TENTHS
                                ? new Measured(1, 1, 1, count) // all of it
                                : MoneyShare.of(left, everybody, group).orElse(null)));
            }
        }
        return points;
    }
}
