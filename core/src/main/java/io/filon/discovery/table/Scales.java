package io.filon.discovery.table;

import io.filon.discovery.search.Column;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How each number is counted, so that its bounds can be said as people do.
final class Scales {

    /// @param whole whether it only takes whole numbers
    /// @param flag  whether it only takes 0 and 1
    /// @param least the smallest there is
    record Scale(boolean whole, boolean flag, double least) {}

    private static final Scale WORDS = new Scale(false, false, Double.NaN);

    private final Map<String, Scale> byName = new HashMap<>();

    Scales(List<Column> columns) {
        for (Column column : columns) {
            if (column instanceof Column.Numbers numbers) {
                byName.put(numbers.name(), scale(numbers));
            }
        }
    }

    Scale of(String attribute) {
        return byName.getOrDefault(attribute, WORDS);
    }

    private static Scale scale(Column.Numbers numbers) {
        return new Scale(
                numbers.whole(),
                Arrays.stream(numbers.values()).allMatch(value -> Double.isNaN(value) || value == 0 || value == 1),
                Arrays.stream(numbers.values())
                        .filter(value -> !Double.isNaN(value))
                        .min()
                        .orElse(Double.NaN));
    }
}
