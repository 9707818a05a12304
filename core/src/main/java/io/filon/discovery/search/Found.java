package io.filon.discovery.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A rule the search kept, with what it covers.
///
/// @param picks   per condition the attribute's place and the selector's, attributes ascending
/// @param sum     of the target in units
/// @param quality by which it was ranked
public record Found(Base base, List<Pick> picks, int customers, long sum, double quality) {

    /// @param attribute its place in the base
    /// @param selector  its place among the attribute's
    public record Pick(int attribute, int selector) {}

    /// Best first; among equals fewer conditions, then more customers, then the text of the rule.
    ///
    /// Qualities that differ by less than rounding can explain count as equal.
    static final Comparator<Found> BEST_FIRST = Comparator.comparingDouble((Found found) -> 0.0 - steady(found.quality))
            .thenComparingInt(found -> found.picks.size())
            .thenComparingInt(found -> -found.customers)
            .thenComparing(Found::text);

    public Found {
        picks = List.copyOf(picks);
    }

    static Found of(Base base, int[] places, int conditions, int customers, long sum, double quality) {
        List<Pick> picks = new ArrayList<>();
        for (int i = 0; i < conditions; i++) {
            picks.add(new Pick(places[2 * i], places[2 * i + 1]));
        }
        picks.sort(Comparator.comparingInt(Pick::attribute));
        return new Found(base, picks, customers, sum, quality);
    }

    /// The last bits of a double are noise of the division.
    static double steady(double quality) {
        return Double.longBitsToDouble((Double.doubleToLongBits(quality) + 0x800) & ~0xFFFL);
    }

    public List<Condition> conditions() {
        return picks.stream().map(pick -> selector(pick).condition()).toList();
    }

    Selector selector(Pick pick) {
        return base.attributes().get(pick.attribute).selectors().get(pick.selector);
    }

    /// `age <= 30 and city = Madrid`
    public String text() {
        return conditions().stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    /// Attribute and selector of each condition, in pairs.
    int[] places() {
        return picks.stream()
                .flatMapToInt(pick -> IntStream.of(pick.attribute, pick.selector))
                .toArray();
    }

    /// Whom it covers, by place, ascending.
    public int[] members() {
        return members(base, picks);
    }

    /// Whom some conditions cover, by place, ascending.
    static int[] members(Base base, List<Pick> picks) {
        int[] members = new int[base.customers()];
        int found = base.customers();
        for (int pick = 0; pick < picks.size(); pick++) {
            Attribute attribute = base.attributes().get(picks.get(pick).attribute);
            Selector selector = attribute.selectors().get(picks.get(pick).selector);
            found = kept(members, found, pick == 0, attribute.codes(), selector.from(), selector.to());
        }
        return Arrays.copyOf(members, found);
    }

    /// Keeps those whose code is within a range, at the front.
    ///
    /// @param everybody whether these are all customers, by place, whatever `members` holds
    private static int kept(int[] members, int found, boolean everybody, byte[] codes, int from, int to) {
        int kept = 0;
        for (int i = 0; i < found; i++) {
            int member = everybody ? i : members[i];
            members[kept] = member;
            // no branch: which way it goes nobody can guess
            int code = codes[member];
            kept += ((code - from | to - 1 - code) >>> 31) ^ 1;
        }
        return kept;
    }

    /// The mean of the target, in its own measure.
    public double mean() {
        return sum * base.sums().perUnit() / customers;
    }
}
