package io.filon.value.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Groups of histories with as many repeats, which follow one another, and the days that any of them has.
///
/// @param first of the groups
/// @param times ascending, each once
/// @param last  by group, the place of its last purchase among the times
/// @param end   by group, the place of the end of what is known
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record SameRepeats(int repeats, int first, double[] times, int[] last, int[] end) {

    /// @param clockDays unit of the times
    static List<SameRepeats> of(PurchaseHistories histories, double clockDays) {
        List<SameRepeats> result = new ArrayList<>();
        int[] place = new int[histories.longestDays() + 1];
        for (int from = 0; from < histories.groups(); from += result.getLast().last.length) {
            result.add(one(histories, from, clockDays, place));
        }
        return result;
    }

    private static SameRepeats one(PurchaseHistories histories, int from, double clockDays, int[] place) {
        int repeats = histories.repeats(from);
        int to = from;
        while (to < histories.groups() && histories.repeats(to) == repeats) {
            to++;
        }
        int[] days = IntStream.range(from, to)
                .flatMap(i -> IntStream.of(histories.lastDays(i), histories.observedDays(i)))
                .sorted()
                .distinct()
                .toArray();
        for (int i = 0; i < days.length; i++) {
            place[days[i]] = i;
        }
        return new SameRepeats(
                repeats,
                from,
                Arrays.stream(days).mapToDouble(day -> day / clockDays).toArray(),
                IntStream.range(from, to).map(i -> place[histories.lastDays(i)]).toArray(),
                IntStream.range(from, to)
                        .map(i -> place[histories.observedDays(i)])
                        .toArray());
    }
}
