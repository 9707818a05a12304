package io.filon.value.contest;

import java.util.ArrayList;
import java.util.List;

/// From which days of the past the future is foretold, and how far.
///
/// @param test       the latest: it measures the winner and does not choose; what follows it is the hold-out
/// @param testDays   length of the hold-out
/// @param choosing   earlier days, latest first, whose outcomes end by `test`; may be empty
/// @param chooseDays how far is foretold from those
public record Origins(int test, int testDays, List<Integer> choosing, int chooseDays) {

    private static final int YEAR = 365;
    private static final int SHORTEST = 28;
    private static final int MOST = 4;

    public Origins {
        choosing = List.copyOf(choosing);
    }

    /// The same with some of the choosing days.
    Origins choosingOnly(List<Integer> days) {
        return new Origins(test, testDays, days, chooseDays);
    }

    /// Holds out the last `horizonDays`, or a third of the history when that is longer.
    static Origins within(int firstDay, int lastDay, int horizonDays) {
        int testDays = Math.clamp((lastDay - firstDay) / 3, 1, Math.max(1, horizonDays));
        return upTo(firstDay, lastDay - testDays, testDays);
    }

    /// Holds out what follows `test`. A year lies between the choosing origins where there is room for three, so that
    /// they share the season; else they are as far apart as they foretell, or half of it.
    static Origins upTo(int firstDay, int test, int testDays) {
        int known = test - firstDay;
        int days = Math.min(testDays, known / 3);
        if (days < SHORTEST) {
            return new Origins(test, testDays, List.of(), Math.max(0, days));
        }
        int room = known - days - Math.min(days, YEAR); // of which each origin needs as much to learn from
        int step = room / 2 >= YEAR ? YEAR : room / 2 >= days ? days : Math.max(1, days / 2);
        List<Integer> choosing = new ArrayList<>();
        for (int back = 0; back <= room && choosing.size() < MOST; back += step) {
            choosing.add(test - days - back);
        }
        return new Origins(test, testDays, choosing, days);
    }
}
