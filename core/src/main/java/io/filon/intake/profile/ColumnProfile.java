package io.filon.intake.profile;

import java.util.List;
import java.util.function.Predicate;

/// What one column holds, as seen in a sample of its file.
///
/// @param rows      rows looked at
/// @param filled    of them, not empty
/// @param distinct  different values; approximate in big files
/// @param copies    rows that only say again, cell by cell, what another row says; counted where few of them may hide
/// that a column is a key
/// @param values    some of the different values, the frequent and a fair draw of the rest, placeholders left out
/// @param placeholders values that mean "not stated", as written
/// @param shapes    shares of values that look like something
public record ColumnProfile(
        int index,
        String header,
        long rows,
        long filled,
        long distinct,
        long copies,
        int maxLength,
        List<Value> values,
        List<String> placeholders,
        Shapes shapes) {

    /// @param times rows with this text
    public record Value(String text, long times) {}

    /// Shares 0..1 of the rows whose value looks like a number, a whole number, a date (see [DateShape]), and so on.
    public record Shapes(
            double numbers,
            double wholes,
            double dates,
            double emails,
            double phones,
            double flags,
            double json,
            double money,
            double percents,
            DecimalVotes decimals) {}

    /// Rows that tell which sign is the decimal one, and rows that could be read with either.
    public record DecimalVotes(long point, long comma, long openPoint, long openComma, long none) {}

    public ColumnProfile {
        values = List.copyOf(values);
        placeholders = List.copyOf(placeholders);
    }

    public boolean empty() {
        return filled == 0 || values.isEmpty();
    }

    /// Whether every row has a value of its own, but for a rare slip and for rows written twice.
    public boolean unique() {
        return unique(copies);
    }

    private boolean unique(long repeated) {
        return filled > 0 && filled >= rows * 0.98 && distinct >= (filled - repeated) * 0.985;
    }

    /// Whether it would be unique if a tenth of the rows at most were copies of others.
    boolean nearlyUnique() {
        return !unique() && unique(rows / 10);
    }

    ColumnProfile copied(long times) {
        return new ColumnProfile(index, header, rows, filled, distinct, times, maxLength, values, placeholders, shapes);
    }

    /// Whether the values are few enough to be a category, a status, a channel.
    public boolean few() {
        return distinct <= 60 || distinct <= filled / 20;
    }

    public List<String> examples() {
        return values.stream().limit(3).map(Value::text).toList();
    }

    /// Rows whose value passes, 0..1 of those drawn.
    public double share(Predicate<String> test) {
        return share(values, test);
    }

    static double share(List<Value> values, Predicate<String> test) {
        long all = 0;
        long passed = 0;
        for (Value value : values) {
            all += value.times;
            passed += test.test(value.text) ? value.times : 0;
        }
        return all == 0 ? 0 : (double) passed / all;
    }
}
