package io.filon.discovery.confirm;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Cuts extremes off inside a group: each mean is taken with the group's own half percent at either end brought in to
/// the next customer, so that a level that is usual there is not cut, and one customer cannot carry it.
///
/// Only the most extreme twentieth of all customers is kept in order; of a group with too few of them, who are no
/// whales, what lies at its edge is the bound. One thread.
final class Tails {

    private static final double OWN = 0.005;
    private static final double KEPT = 0.05;

    private final double[] values;
    /// Places of the extremes: highest first, lowest first.
    private final int[] highest;

    private final int[] lowest;
    private final Bounds edges;

    Tails(double[] values) {
        this.values = values;
        int kept = (int) Math.ceil(values.length * KEPT);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double high = sorted[values.length - kept];
        double low = sorted[kept - 1];
        this.edges = new Bounds(low, high);
        this.highest = IntStream.range(0, values.length)
                .filter(i -> values[i] > high)
                .boxed()
                .sorted((a, b) -> Double.compare(values[b], values[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.lowest = IntStream.range(0, values.length)
                .filter(i -> values[i] < low)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// What values of a group are brought in to.
    record Bounds(double low, double high) {}

    Bounds bounds(long[] group, int size) {
        int cut = Math.max(1, (int) (size * OWN));
        return new Bounds(bound(lowest, group, cut, edges.low), bound(highest, group, cut, edges.high));
    }

    private double bound(int[] extremes, long[] group, int cut, double edge) {
        int members = 0;
        for (int place : extremes) {
            members += holds(group, place) ? 1 : 0;
            if (members > cut) {
                return values[place];
            }
        }
        return edge;
    }

    /// The mean of some customers with a group's bounds.
    double mean(long[] cover, int size, double sum, Bounds bounds) {
        double kept = sum;
        for (int i = 0; i < highest.length && values[highest[i]] > bounds.high; i++) {
            kept -= holds(cover, highest[i]) ? values[highest[i]] - bounds.high : 0;
        }
        for (int i = 0; i < lowest.length && values[lowest[i]] < bounds.low; i++) {
            kept += holds(cover, lowest[i]) ? bounds.low - values[lowest[i]] : 0;
        }
        return kept / Math.max(1, size);
    }

    private static boolean holds(long[] cover, int place) {
        return ((cover[place >> 6] >>> place) & 1) != 0;
    }
}
