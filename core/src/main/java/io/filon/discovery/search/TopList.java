package io.filon.discovery.search;

import io.filon.discovery.search.Champions.Simpler;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Keeps the best rules of all, by quality or by gain over the best simpler rule. One thread; several share how good
/// the worst kept must be.
final class TopList extends Keeper {

    private final Base base;
    private final int most;
    private final AtomicLong shared;
    private final @Nullable Simpler simpler;
    private final PriorityQueue<Found> worstFirst = new PriorityQueue<>(Found.BEST_FIRST.reversed());

    /// @param shared  bits of the highest floor any thread knows, starting at those of 0
    /// @param simpler null to rank by quality
    TopList(Base base, int most, AtomicLong shared, @Nullable Simpler simpler) {
        this.base = base;
        this.most = most;
        this.shared = shared;
        this.simpler = simpler;
    }

    @Override
    double simplest(int[] places, int conditions) {
        return simpler == null ? Double.NEGATIVE_INFINITY : simpler.best(places, conditions, Double.POSITIVE_INFINITY);
    }

    @Override
    void begin() {
        floor = Math.max(floor, Double.longBitsToDouble(shared.get()));
    }

    @Override
    void offer(int[] places, int conditions, int customers, long sum, double plain) {
        double quality = simpler == null
                ? plain
                : Math.sqrt(customers)
                        * ((double) sum / customers - simpler.best(places, conditions, Double.POSITIVE_INFINITY));
        if (worstFirst.size() == most
                && Found.steady(quality) < Found.steady(worstFirst.element().quality())) {
            return;
        }
        worstFirst.add(Found.of(base, places, conditions, customers, sum, quality));
        if (worstFirst.size() > most) {
            worstFirst.remove();
        }
        if (worstFirst.size() == most) {
            floor = Math.max(floor, worstFirst.element().quality());
        }
    }

    @Override
    void end() {
        // the bits of doubles over 0 are ordered as they are
        if (floor > 0) {
            shared.accumulateAndGet(Double.doubleToLongBits(floor), Math::max);
        }
    }

    static List<Found> best(List<TopList> lists, int most) {
        return lists.stream()
                .flatMap(list -> list.worstFirst.stream())
                .sorted(Comparator.comparing((Found found) -> found, Found.BEST_FIRST))
                .limit(most)
                .toList();
    }
}
