package io.filon.discovery.table;

import io.filon.discovery.search.Column;
import io.filon.store.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers one column while the table is read.
sealed interface Cursor {

    void take(Cells row, int column, int at);

    /// The rows that were kept.
    Column column(String name, int[] rows);

    final class OfNumbers implements Cursor {
        private double[] values = new double[1024];

        @Override
        public void take(Cells row, int column, int at) {
            if (at == values.length) {
                values = Arrays.copyOf(values, at * 2);
            }
            values[at] = row.number(column);
        }

        double at(int row) {
            return values[row];
        }

        @Override
        public Column column(String name, int[] rows) {
            return new Column.Numbers(
                    name, Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
        }
    }

    final class OfWords implements Cursor {
        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> words = new ArrayList<>();
        private int[] values = new int[1024];

        @Override
        public void take(Cells row, int column, int at) {
            if (at == values.length) {
                values = Arrays.copyOf(values, at * 2);
            }
            String text = row.text(column);
            values[at] = text == null ? -1 : place(text);
        }

        private int place(String text) {
            Integer known = places.putIfAbsent(text, words.size());
            if (known != null) {
                return known;
            }
            words.add(text);
            return words.size() - 1;
        }

        /// The text at a row, empty when not stated.
        String at(int row) {
            return values[row] < 0 ? "" : words.get(values[row]);
        }

        List<String> words() {
            return words;
        }

        @Override
        public Column column(String name, int[] rows) {
            return new Column.Words(
                    name,
                    words.toArray(String[]::new),
                    Arrays.stream(rows).map(row -> values[row]).toArray());
        }
    }
}
