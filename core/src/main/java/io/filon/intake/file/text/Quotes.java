package io.filon.intake.file.text;

/// Tells a quoted cell of several lines from a quote that was never closed and swallowed the records after it.
public final class Quotes {

    private Quotes() {}

    /// Whether the quoting of this record is wrong; its `quoteLine` then says where that begins.
    public static boolean wrong(Row row, Dialect dialect, int width) {
        return row.flaw() != Row.Flaw.NONE
                || (row.quoteLine() > 0
                        && row.cells().stream().anyMatch(cell -> swallowed(cell, dialect.delimiter(), width)));
    }

    /// Whether lines inside the cell are themselves records: cut at the delimiter they have the table's width.
    ///
    /// With few columns a delimiter in a line proves little, so several such lines and no others are asked for.
    public static boolean swallowed(String cell, char delimiter, int width) {
        String[] lines = cell.split("\r?\n", -1);
        int records = 0;
        int inner = 0;
        for (int i = 1; i < lines.length - 1; i++) {
            if (!lines[i].isBlank()) {
                inner++;
                records += lines[i].chars().filter(c -> c == delimiter).count() == width - 1 ? 1 : 0;
            }
        }
        return width > 3 ? records >= 1 && records * 2 >= inner : records >= 3 && records == inner;
    }
}
