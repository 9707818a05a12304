package io.filon.discovery.search;

import io.filon.discovery.search.Champions.Simpler;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Looks for a fourth condition below the best rules of three: their customers are gathered once and counted by every
/// other attribute.
///
/// Bounded, not exhaustive: a rule of four none of whose triples is among the best is not seen. One use.
final class FourthCondition {

    /// Parents a rule of four can have: so many copies of it may be found.
    static final int PARENTS = 4;

    private final Base base;
    private final Tables tables;
    private final Dimension[] dimensions;
    /// The triple being extended; and for each pair of its conditions the other attributes' cells, once asked for.
    private int[] given = {};

    private double triple;
    private long[][][] pairs = {};

    FourthCondition(Base base, Tables tables, Dimension[] asGiven) {
        this.base = base;
        this.tables = tables;
        this.dimensions = asGiven;
    }

    /// @param upTo3 the best rules of up to three conditions
    /// @param made  what keeps rules of four, told how to find the best simpler one
    /// @param best  of what was kept
    <K extends Keeper> List<Found> best(
            List<Found> upTo3,
            Quality quality,
            int least,
            int top,
            Function<Simpler, K> made,
            Function<K, List<Found>> best) {
        K keeper = made.apply(this::simpler);
        CubeReader reader = new CubeReader(base, quality, keeper, least);
        upTo3.stream().filter(found -> found.picks().size() == 3).forEach(found -> extend(found, reader));
        Set<List<Found.Pick>> seen = new HashSet<>();
        return Stream.concat(upTo3.stream(), best.apply(keeper).stream())
                .filter(found -> seen.add(found.picks()))
                .sorted(Found.BEST_FIRST)
                .limit(top)
                .toList();
    }

    private void extend(Found found, CubeReader reader) {
        int[] members = found.members();
        given = found.places();
        triple = (double) found.sum() / found.customers();
        pairs = new long[3][dimensions.length][];
        long[] cells = new long[Attribute.MOST * 2];
        for (int place = 0; place < dimensions.length; place++) {
            int other = place;
            if (found.picks().stream().noneMatch(pick -> pick.attribute() == other)) {
                Arrays.fill(cells, 0);
                count(other, members, cells);
                reader.read(given, Dimension.FLAT, Dimension.FLAT, dimensions[other], cells);
            }
        }
    }

    /// The highest mean among the simpler rules of the triple being extended and a fourth condition.
    private double simpler(int[] places, int conditions, double enough) {
        double best = Math.max(triple, tables.best(places, conditions, enough));
        if (conditions < 4 || best > enough) {
            return best;
        }
        for (int left = 0; left < 3; left++) {
            best = Math.max(best, mean(left, places[6], places[7]));
        }
        return best;
    }

    /// The mean of the other two conditions of the triple with the fourth.
    private double mean(int left, int attribute, int selector) {
        long[] cells = pairs[left][attribute];
        if (cells == null) {
            cells = new long[Attribute.MOST * 2];
            count(attribute, members(left), cells);
            pairs[left][attribute] = cells;
        }
        int lanes = base.sums().lanes();
        long customers = 0;
        long sum = 0;
        Dimension dimension = dimensions[attribute];
        for (int code = dimension.from()[selector]; code < dimension.to()[selector]; code++) {
            customers += Sums.count(cells, code, lanes);
            sum += Sums.sum(cells, code, lanes);
        }
        return (double) sum / customers;
    }

    private int[] members(int left) {
        int one = left == 0 ? 2 : 0;
        int other = left == 2 ? 2 : 4;
        List<Found.Pick> picks =
                List.of(new Found.Pick(given[one], given[one + 1]), new Found.Pick(given[other], given[other + 1]));
        return Found.members(base, picks);
    }

    private void count(int attribute, int[] members, long[] cells) {
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
