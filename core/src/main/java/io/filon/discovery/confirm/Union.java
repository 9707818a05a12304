package io.filon.discovery.confirm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The distinct rules of both directions.
///
/// Rules that cover mostly the same customers are one: a rule of one direction meets at most one of the other's and
/// keeps the lower of the two figures. So the false share among distinct rules is at most the sum of both directions'
/// (V/R <= V1/R1 + V2/R2, as the union is no smaller than either), whatever ties the halves.
final class Union {

    private static final double ALIKE = 0.5;

    private final Function<Segment, long[]> covers;

    /// @param covers of a segment among all customers
    Union(Function<Segment, long[]> covers) {
        this.covers = covers;
    }

    List<Tested> of(List<Tested> there, List<Tested> back) {
        List<Tested> union = new ArrayList<>(there);
        List<long[]> known =
                there.stream().map(each -> covers.apply(each.segment())).toList();
        Set<Integer> met = new HashSet<>();
        for (Tested each : back) {
            long[] cover = covers.apply(each.segment());
            OptionalInt same = IntStream.range(0, known.size())
                    .filter(i -> !met.contains(i) && alike(known.get(i), cover) > ALIKE)
                    .reduce((a, b) -> alike(known.get(a), cover) >= alike(known.get(b), cover) ? a : b);
            if (same.isPresent()) {
                met.add(same.getAsInt());
                union.set(same.getAsInt(), both(union.get(same.getAsInt()), each));
            } else {
                union.add(each);
            }
        }
        return union;
    }

    private static double alike(long[] one, long[] other) {
        int common = Covers.common(one, other);
        return (double) common / Math.max(1, Covers.count(one) + Covers.count(other) - common);
    }

    private static Tested both(Tested one, Tested other) {
        boolean prefersOne =
                one.confirmed() == other.confirmed() ? one.adjusted() <= other.adjusted() : one.confirmed();
        Tested sure = prefersOne ? one : other;
        Tested lower = one.members().mean() <= other.members().mean() ? one : other;
        return new Tested(
                sure.segment(),
                sure.aliases(),
                sure.p(),
                sure.adjusted(),
                lower.members(),
                lower.others(),
                lower.interval(),
                Math.max(one.bestShare(), other.bestShare()),
                sure.aheadOfRest(),
                lower.inPeriods(),
                lower.periods());
    }
}
