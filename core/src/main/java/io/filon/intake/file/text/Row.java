package io.filon.intake.file.text;

import java.util.List;

/// One record of a file as it stands there, before any judgement.
///
/// @param line      the physical line it begins on, from 1 (the row of a sheet)
/// @param cells     its texts, empty where the cell is
/// @param flaw      what is wrong with its writing
/// @param quoteLine the line of the first quote that reaches over a line's end or is flawed; 0 when there is none
public record Row(long line, List<String> cells, Flaw flaw, long quoteLine) {

    public enum Flaw {
        NONE,
        UNCLOSED_QUOTE,
        TEXT_AFTER_QUOTE,
        MALFORMED
    }

    public static Row of(long line, List<String> cells) {
        return new Row(line, cells, Flaw.NONE, 0);
    }

    public int width() {
        return cells.size();
    }

    public String cell(int i) {
        return i < cells.size() ? cells.get(i) : "";
    }

    /// Whether its cells hold nothing but spaces, as `CsvLoader` asks DuckDB: the two must pass over the same records.
    boolean unfilled() {
        return flaw == Flaw.NONE
                && cells.stream().allMatch(cell -> cell.chars().allMatch(c -> c == ' ' || c == '\u00a0'));
    }

    public static boolean blank(String cell) {
        return trimmed(cell).isEmpty();
    }

    /// Without the spaces, tabs and no-break spaces at both ends.
    public static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && space(cell.charAt(from))) {
            from++;
        }
        while (to > from && space(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean space(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff';
    }
}
