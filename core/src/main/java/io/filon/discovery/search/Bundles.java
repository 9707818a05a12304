package io.filon.discovery.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Which attributes are counted together, so that every set of so many of them is in some cube.
///
/// Idea: a cube of six attributes holds twenty sets of three, and summing up its sides is cheaper than counting all
/// customers twenty times. Each bundle starts with a set not counted yet and takes in, one by one, the attribute that
/// makes its sets cheapest, while the cube fits the processor's second cache (a greedy covering design; Gordon,
/// Kuperberg and Patashnik 1995). Any thread may ask; the bundles come in the same order whoever asks.
final class Bundles {

    /// Numbers of 8 bytes that a processor's second cache holds beside the rest.
    private static final int MOST_CELLS = 64 * 1024;

    private static final int MOST_ATTRIBUTES = 8;

    /// What summing up a cell once costs, in customers counted.
    private static final double CELL = 0.45;

    /// @param attributes their numbers, ascending
    /// @param sets       those to be read from this cube, as bits of places among `attributes`
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bundle(int[] attributes, List<Integer> sets) {}

    private final int[] widths;
    private final int order;
    private final double customers;
    private final int mostCells;
    /// Ways to choose 1, 2… of so many, by which the sets are numbered (the combinatorial number system).
    private final int[][] ways;

    private final BitSet counted = new BitSet();
    private final int[] next;
    private boolean over;

    /// @param widths of the attributes, by number
    /// @param order  attributes in a set
    /// @param lanes  numbers a cell takes
    Bundles(int[] widths, int order, int customers, int lanes) {
        this.widths = widths;
        this.order = order;
        this.customers = customers;
        this.mostCells = MOST_CELLS / lanes;
        this.ways = new int[order][widths.length];
        for (int of = 1; of < widths.length; of++) {
            for (int k = 0; k < order; k++) {
                ways[k][of] = Math.addExact(ways[k][of - 1], k == 0 ? 1 : ways[k - 1][of - 1]);
            }
        }
        // the last first: they are the widest and hardest to place, and narrow ones fill what room they leave
        this.next = new int[order];
        for (int i = 0; i < order; i++) {
            next[i] = widths.length - order + i;
        }
        this.over = widths.length < order;
    }

    /// The next attributes to count; none when every set is in a bundle.
    synchronized Optional<Bundle> next() {
        while (!over && counted.get(place(next))) {
            step();
        }
        return over ? Optional.empty() : Optional.of(bundle());
    }

    /// To the set before, where those with a higher last number come first.
    private void step() {
        int low = 0;
        while (low < order && next[low] == low) {
            low++;
        }
        over = low == order;
        if (!over) {
            next[low]--;
            for (int i = low - 1; i >= 0; i--) {
                next[i] = next[i + 1] - 1;
            }
        }
    }

    private Bundle bundle() {
        int[] attributes = next.clone();
        double cells = 1;
        for (int attribute : attributes) {
            cells *= widths[attribute];
        }
        int sets = 1;
        double price = customers;
        int best = 0;
        while (best >= 0 && attributes.length < MOST_ATTRIBUTES) {
            best = -1;
            int added = 0;
            int[] fresh = fresh(attributes);
            for (int other = 0; other < widths.length; other++) {
                double more = cells * widths[other];
                double cost = (customers + CELL * more * (attributes.length + 1)) / (sets + fresh[other]);
                if (more <= mostCells && fresh[other] > 0 && cost < price) {
                    price = cost;
                    best = other;
                    added = fresh[other];
                }
            }
            if (best >= 0) {
                sets += added;
                cells *= widths[best];
                attributes = Arrays.copyOf(attributes, attributes.length + 1);
                attributes[attributes.length - 1] = best;
                Arrays.sort(attributes);
            }
        }
        return new Bundle(attributes, claimed(attributes));
    }

    /// For every other attribute, the sets not counted yet that it would make with these.
    private int[] fresh(int[] attributes) {
        int[] fresh = new int[widths.length];
        int[] set = new int[order];
        for (int bits : subsets(attributes.length, order - 1)) {
            int[] some = chosen(attributes, bits);
            for (int other = 0; other < fresh.length; other++) {
                fresh[other] += counted.get(place(put(some, other, set))) ? 0 : 1;
            }
        }
        for (int attribute : attributes) {
            fresh[attribute] = 0;
        }
        return fresh;
    }

    private List<Integer> claimed(int[] attributes) {
        List<Integer> sets = new ArrayList<>();
        for (int bits : subsets(attributes.length, order)) {
            int place = place(chosen(attributes, bits));
            if (!counted.get(place)) {
                counted.set(place);
                sets.add(bits);
            }
        }
        return sets;
    }

    private static List<Integer> subsets(int of, int size) {
        List<Integer> subsets = new ArrayList<>();
        for (int bits = 0; bits < 1 << of; bits++) {
            if (Integer.bitCount(bits) == size) {
                subsets.add(bits);
            }
        }
        return subsets;
    }

    static int[] chosen(int[] attributes, int bits) {
        int[] chosen = new int[Integer.bitCount(bits)];
        int at = 0;
        for (int i = 0; i < attributes.length; i++) {
            if ((bits >> i & 1) == 1) {
                chosen[at++] = attributes[i];
            }
        }
        return chosen;
    }

    /// One more among some, in order.
    private static int[] put(int[] some, int other, int[] into) {
        int at = 0;
        while (at < some.length && some[at] < other) {
            into[at] = some[at];
            at++;
        }
        into[at] = other;
        System.arraycopy(some, at, into, at + 1, some.length - at);
        return into;
    }

    private int place(int[] set) {
        int place = 0;
        for (int i = 0; i < order; i++) {
            place += ways[i][set[i]];
        }
        return place;
    }
}
