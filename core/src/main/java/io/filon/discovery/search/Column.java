package io.filon.discovery.search;

import java.util.Arrays;

/// One attribute of every customer, as it came: numbers or words, perhaps not stated.
public sealed interface Column {

    String name();

    /// How many customers it tells of.
    int rows();

    /// @param values one a customer; NaN when not stated
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Numbers(String name, double[] values) implements Column {

        /// Whether all that is stated are whole numbers.
        public boolean whole() {
            return Arrays.stream(values).allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
        }

        @Override
        public int rows() {
            return values.length;
        }
    }

    /// @param words  the different words
    /// @param places one a customer: the place in `words`, or -1 when not stated
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Words(String name, String[] words, int[] places) implements Column {
        @Override
        public int rows() {
            return places.length;
        }
    }
}
