package io.filon.report.segment;

import java.util.ArrayList;
import java.util.List;

/// A table for a terminal: the first column to the left, numbers to the right, as wide as they need to be.
final class TextTable {

    private static final int WIDEST = 48;

    private final List<List<String>> rows = new ArrayList<>();
    private final int words;

    /// @param words how many columns, from the first, are words
    TextTable(int words, List<String> header) {
        this.words = words;
        rows.add(List.copyOf(header));
    }

    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    String print() {
        int columns = rows.getFirst().size();
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                width[i] = Math.max(width[i], Math.min(WIDEST, row.get(i).length()));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = clipped(row.get(i));
                String gap = " ".repeat(width[i] - cell.length());
                line.append(i == 0 ? "" : "  ").append(i < words ? cell + gap : gap + cell);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static String clipped(String cell) {
        return cell.length() <= WIDEST ? cell : cell.substring(0, WIDEST - 1).stripTrailing() + "…";
    }
}
