package io.filon.discovery.search;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/// Looks for a fourth condition below the best rules of three: their customers are gathered once and counted by every
/// other attribute.
///
/// Bounded, not exhaustive: a rule of four none of whose triples is among the best is not seen.
final class FourthCondition {

    private FourthCondition() {}

    /// Parents a rule of four can have: so many copies of it may be found.
    private static final int PARENTS = 4;

    /// @param upTo3 the best rules of up to three conditions
    static List<Found> best(Base base, Quality quality, List<Found> upTo3, int top, Search.Options options) {
        TopList list = new TopList(base, top * PARENTS, new AtomicLong());
        CubeReader reader = new CubeReader(base, quality, list, options.least());
        upTo3.stream().filter(found -> found.picks().size() == 3).forEach(triple -> extend(base, triple, reader));
        Set<List<Found.Pick>> seen = new HashSet<>();
        return Stream.concat(upTo3.stream(), TopList.best(List.of(list), top * PARENTS).stream())
                .filter(found -> seen.add(found.picks()))
                .sorted(Found.BEST_FIRST)
                .limit(top)
                .toList();
    }

    private static void extend(Base base, Found triple, CubeReader reader) {
        int[] members = triple.members();
        int[] given = triple.places();
        long[] cells = new long[Attribute.MOST * 2];
        for (int place = 0; place < base.attributes().size(); place++) {
            int d = place;
            if (triple.picks().stream().noneMatch(pick -> pick.attribute() == d)) {
                count(base, d, members, cells);
                reader.read(given, Dimension.FLAT, Dimension.FLAT, Dimension.of(base, d), cells);
            }
        }
    }

    private static void count(Base base, int attribute, int[] members, long[] cells) {
        Arrays.fill(cells, 0);
        byte[] codes = base.attributes().get(attribute).codes();
        long[] units = base.sums().units();
        boolean packed = base.sums().lanes() == 1;
        for (int member : members) {
            if (packed) {
                cells[codes[member]] += (units[member] << Sums.COUNT_BITS) + 1;
            } else {
                cells[2 * codes[member]]++;
                cells[2 * codes[member] + 1] += units[member];
            }
        }
    }
}
