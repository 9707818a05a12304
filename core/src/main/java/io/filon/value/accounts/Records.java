package io.filon.value.accounts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/// From when a file of opportunities holds everything: an export that begins to record closings one day shows, of older
/// opportunities, only those that were still open on it (left truncation).
final class Records {

    /// So many closings should have been seen before the first one, had they been recorded.
    private static final double SURELY_MISSING = 5;

    private Records() {}

    /// The first cohort day that is complete; the first day of all when nothing is missing.
    static LocalDate completeFrom(List<Opportunity> all) {
        LocalDate firstClosed = all.stream()
                .filter(deal -> deal.won() || deal.lost())
                .map(deal -> deal.openedOn().plusDays(deal.followedDays()))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
        int[] days = all.stream()
                .filter(deal -> deal.won() || deal.lost())
                .filter(deal -> !deal.openedOn().isBefore(firstClosed))
                .mapToInt(Opportunity::followedDays)
                .sorted()
                .toArray();
        long begun = all.stream()
                .filter(deal -> !deal.openedOn().isBefore(firstClosed))
                .count();
        double expected = all.stream()
                .filter(deal -> deal.openedOn().isBefore(firstClosed))
                .mapToDouble(deal -> closedWithin(days, ChronoUnit.DAYS.between(deal.openedOn(), firstClosed)))
                .sum();
        return begun > 0 && expected / begun >= SURELY_MISSING ? firstClosed : LocalDate.MIN;
    }

    // closings on an earlier day than that
    private static double closedWithin(int[] days, long limit) {
        int place = Arrays.binarySearch(days, (int) Math.max(0, limit));
        while (place > 0 && days[place - 1] == limit) {
            place--;
        }
        return place < 0 ? -place - 1 : place;
    }
}
