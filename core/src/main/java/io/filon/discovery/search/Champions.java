package io.filon.discovery.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps, of every set of attributes, the few rules that gain most over the best simpler rule and do not overlap.
///
/// The gain is the square root of the size times the difference to the best mean of any simpler rule, so a condition
/// that adds nothing earns nothing. One thread; several share how good the worst kept must be, which rules out only
/// what none would keep.
final class Champions extends Keeper {

    private static final int A_SET = 3;
    private static final double SLACK = 1 - 1e-9;

    private final Base base;
    private final Simpler simpler;
    private final int most;
    private final AtomicLong shared;
    private final List<Found> ofSet = new ArrayList<>();
    private final PriorityQueue<Found> worstFirst = new PriorityQueue<>(Found.BEST_FIRST.reversed());

    /// The best mean among everybody and the simpler rules of a rule, given as attribute and selector in pairs; or of
    /// some of them, where that is over `enough` already.
    interface Simpler {
        double best(int[] places, int conditions, double enough);
    }

    /// @param most   rules kept in all
    /// @param shared bits of the least gain worth keeping, over 0, which rises as better ones are found
    Champions(Base base, Simpler simpler, int most, AtomicLong shared) {
        this.base = base;
        this.simpler = simpler;
        this.most = most;
        this.shared = shared;
    }

    @Override
    void begin() {
        floor = Double.longBitsToDouble(shared.get());
        ofSet.clear();
    }

    @Override
    double simplest(int[] places, int conditions) {
        return simpler.best(places, conditions, Double.POSITIVE_INFINITY);
    }

    @Override
    void offer(int[] places, int conditions, int customers, long sum, double quality) {
        double mean = (double) sum / customers;
        // a hair more, as this is reckoned in another order than the gain
        double enough = mean - floor / Math.sqrt(customers) * SLACK;
        double ahead = mean - simpler.best(places, conditions, enough);
        double gain = Math.sqrt(customers) * ahead;
        if (ahead <= 0 || gain < floor) {
            return;
        }
        Found found = Found.of(base, places, conditions, customers, sum, gain);
        if (ofSet.stream().anyMatch(kept -> overlap(kept, found) && Found.BEST_FIRST.compare(kept, found) <= 0)) {
            return;
        }
        ofSet.removeIf(kept -> overlap(kept, found));
        ofSet.add(found);
        if (ofSet.size() > A_SET) {
            ofSet.remove(ofSet.stream().max(Found.BEST_FIRST).orElseThrow());
        }
        if (ofSet.size() == A_SET) {
            floor = Math.max(
                    floor, ofSet.stream().mapToDouble(Found::quality).min().orElseThrow());
        }
    }

    private static boolean overlap(Found one, Found other) {
        for (int i = 0; i < one.picks().size(); i++) {
            if (!one.selector(one.picks().get(i))
                    .overlaps(other.selector(other.picks().get(i)))) {
                return false;
            }
        }
        return true;
    }

    @Override
    void end() {
        worstFirst.addAll(ofSet);
        while (worstFirst.size() > most) {
            worstFirst.remove();
        }
        if (worstFirst.size() == most) {
            long bits = Double.doubleToLongBits(worstFirst.element().quality());
            shared.accumulateAndGet(bits, Math::max);
        }
    }

    static List<Found> best(List<Champions> lists, int most) {
        return lists.stream()
                .flatMap(list -> list.worstFirst.stream())
                .sorted(Comparator.comparing((Found found) -> found, Found.BEST_FIRST))
                .limit(most)
                .toList();
    }
}
