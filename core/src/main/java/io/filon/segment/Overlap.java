package io.filon.segment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

// Groups are split one segment at a time: everybody starts in group 0, and the members of a segment leave their group
// for a new one. After the last segment two customers are in one group when they are in the same segments. Cost: one
// step a membership, however many segments.

/// How segments overlap: every combination that somebody is in, each customer in one only (an UpSet table).
///
/// @param regions largest first; everybody who is in at least one segment is in exactly one region
/// @param pairs   every two segments, as listed
public record Overlap(List<Region> regions, List<Pair> pairs) {

    /// @param in        the segments these customers are in, and no other
    /// @param net       what they left, in the column of the amounts given
    public record Region(List<String> in, long customers, BigDecimal net) {
        public Region {
            in = List.copyOf(in);
        }
    }

    /// @param shared        customers in both
    /// @param shareOfFirst  0..1 of the first; 0 when it is empty
    /// @param shareOfSecond 0..1 of the second
    public record Pair(String first, String second, long shared, double shareOfFirst, double shareOfSecond) {}

    public Overlap {
        regions = List.copyOf(regions);
        pairs = List.copyOf(pairs);
    }

    public static Overlap of(List<Members> segments, Amounts net) {
        return new Overlap(regions(segments, net), pairs(segments));
    }

    private static List<Region> regions(List<Members> segments, Amounts net) {
        int length = segments.stream()
                .map(Members::numbers)
                .filter(numbers -> !numbers.isEmpty())
                .mapToInt(numbers -> numbers.last() + 1)
                .max()
                .orElse(0);
        int[] group = new int[length];
        List<List<String>> in = new ArrayList<>(List.of(List.of()));
        for (Members segment : segments) {
            Map<Integer, Integer> split = new HashMap<>();
            segment.numbers()
                    .forEach((int number) -> group[number] =
                            split.computeIfAbsent(group[number], from -> added(in, from, segment.key())));
        }
        long[] customers = new long[in.size()];
        long[] sums = new long[in.size()];
        RoaringBitmap anybody =
                RoaringBitmap.or(segments.stream().map(Members::numbers).toArray(RoaringBitmap[]::new));
        anybody.forEach((int number) -> {
            customers[group[number]]++;
            sums[group[number]] += net.of(number);
        });
        List<Region> regions = new ArrayList<>();
        for (int i = 1; i < in.size(); i++) {
            if (customers[i] > 0) {
                regions.add(new Region(in.get(i), customers[i], Amounts.money(sums[i])));
            }
        }
        regions.sort(Comparator.comparingLong(Region::customers)
                .reversed()
                .thenComparing(region -> String.join(" ", region.in())));
        return regions;
    }

    private static int added(List<List<String>> in, int from, String key) {
        List<String> more = new ArrayList<>(in.get(from));
        more.add(key);
        in.add(List.copyOf(more));
        return in.size() - 1;
    }

    private static List<Pair> pairs(List<Members> segments) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            for (int j = i + 1; j < segments.size(); j++) {
                Members first = segments.get(i);
                Members second = segments.get(j);
                long shared = first.shared(second);
                pairs.add(new Pair(
                        first.key(),
                        second.key(),
                        shared,
                        share(shared, first.count()),
                        share(shared, second.count())));
            }
        }
        return pairs;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
