package io.filon.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Something known at first contact, cut into a few bins, and what each bin adds to the expected value.
///
/// @param header  as the file it was learnt from writes it
/// @param cuts    of a number: upper ends of all bins but the last; empty for words
/// @param values  of words: those with a bin of their own; empty for numbers
/// @param weights money a bin adds to the average, or takes off: the bins in order, for words then *any other*, and
/// last
///     *not stated*
public record Attribute(String key, String header, List<Double> cuts, List<String> values, List<Double> weights) {

    private static final int NUMBER_BINS = 5;
    private static final int MOST_VALUES = 30;
    private static final double NUMERIC = 0.95;
    private static final double MOSTLY_UNIQUE = 0.5;

    public Attribute {
        cuts = List.copyOf(cuts);
        values = List.copyOf(values);
        weights = List.copyOf(weights);
    }

    boolean numeric() {
        return values.isEmpty();
    }

    int bins() {
        return numeric() ? cuts.size() + 2 : values.size() + 2;
    }

    int missing() {
        return bins() - 1;
    }

    /// The bin of a cell.
    int bin(@Nullable String cell) {
        if (cell == null) {
            return missing();
        }
        if (!numeric()) {
            int place = values.indexOf(cell);
            return place >= 0 ? place : values.size();
        }
        double value = Keys.number(cell);
        if (Double.isNaN(value)) {
            return missing();
        }
        int bin = 0;
        while (bin < cuts.size() && value > cuts.get(bin)) {
            bin++;
        }
        return bin;
    }

    /// Whether a cell says something no lead said when the model learnt: another language, another spelling.
    public boolean neverSaw(@Nullable String cell) {
        return cell != null && (numeric() ? Double.isNaN(Keys.number(cell)) : !values.contains(cell));
    }

    Attribute weighted(List<Double> learnt) {
        return new Attribute(key, header, cuts, values, learnt);
    }

    /// Cuts a column into bins, none smaller than `smallest`.
    ///
    /// @return empty for a column that has one value, tells everybody apart, or is a day
    static Optional<Attribute> of(Leads.Column column, List<@Nullable String> cells, int smallest) {
        Map<String, Integer> counts = new HashMap<>();
        double[] numbers = new double[cells.size()];
        int stated = 0;
        int numeric = 0;
        int days = 0;
        for (String cell : cells) {
            if (cell != null) {
                counts.merge(cell, 1, Integer::sum);
                stated++;
                double number = Keys.number(cell);
                if (!Double.isNaN(number)) {
                    numbers[numeric++] = number;
                }
                days += Keys.day(cell) >= 0 ? 1 : 0;
            }
        }
        if (stated < smallest || days > stated / 2 || (counts.size() < 2 && stated > cells.size() - smallest)) {
            return Optional.empty();
        }
        if (numeric == stated
                && counts.size() == stated
                && Arrays.stream(numbers).allMatch(n -> n == Math.rint(n))) {
            return Optional.empty(); // a number that tells everybody apart is a name
        }
        if (numeric >= NUMERIC * stated && counts.size() > 8) {
            return Optional.of(new Attribute(
                    column.key(),
                    column.header(),
                    cuts(Arrays.copyOf(numbers, numeric), smallest),
                    List.of(),
                    List.of()));
        }
        List<String> values = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= smallest)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_VALUES)
                .map(Map.Entry::getKey)
                .toList();
        return values.isEmpty() || (counts.size() > MOSTLY_UNIQUE * stated && counts.size() > 20)
                ? Optional.empty()
                : Optional.of(new Attribute(column.key(), column.header(), List.of(), values, List.of()));
    }

    private static List<Double> cuts(double[] numbers, int smallest) {
        Arrays.sort(numbers);
        int bins = Math.clamp(numbers.length / Math.max(1, smallest), 1, NUMBER_BINS);
        List<Double> cuts = new ArrayList<>();
        for (int bin = 1; bin < bins; bin++) {
            double cut = numbers[(int) ((long) numbers.length * bin / bins)];
            if (cut < numbers[numbers.length - 1] && (cuts.isEmpty() || cut > cuts.getLast())) {
                cuts.add(cut);
            }
        }
        return cuts;
    }
}
