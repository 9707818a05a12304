package io.filon.discovery.confirm;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/// Cuts days into the longest calendar periods of which there are at least three: years, quarters or months.
public final class Periods {

    private Periods() {}

    /// @param days since 1970-01-01; NaN when not known
    /// @return 0, 1, 2… in order of time; -1 when not known
    public static int[] of(double[] days) {
        for (ToIntFunction<LocalDate> length : List.<ToIntFunction<LocalDate>>of(
                LocalDate::getYear,
                day -> day.getYear() * 4 + (day.getMonthValue() - 1) / 3,
                day -> day.getYear() * 12 + day.getMonthValue())) {
            int[] periods = cut(days, length);
            if (Arrays.stream(periods).max().orElse(-1) >= 2) {
                return periods;
            }
        }
        return cut(days, LocalDate::getYear);
    }

    private static int[] cut(double[] days, ToIntFunction<LocalDate> length) {
        int[] raw = Arrays.stream(days)
                .mapToInt(day -> Double.isNaN(day) ? -1 : length.applyAsInt(LocalDate.ofEpochDay((long) day)))
                .toArray();
        int[] known = Arrays.stream(raw)
                .filter(period -> period >= 0)
                .distinct()
                .sorted()
                .toArray();
        return IntStream.of(raw)
                .map(period -> period < 0 ? -1 : Arrays.binarySearch(known, period))
                .toArray();
    }
}
