package io.filon.stats.permutation;

import static io.filon.problem.Require.require;

import java.util.function.IntPredicate;

/// Rows described by small codes, row after row, and sorted by stratum: rows are only compared within their stratum.
///
/// The arrays are not copied: they may hold a million rows. Whoever makes the table gives them away.
///
public final class CodeTable {

    public static final int MAX_CODE = 63;

    private final int columns;
    private final byte[] codes;
    private final int[] starts;
    private final int width;

    /// @param columns how many codes describe a row
    /// @param codes   `byte[rows * columns]`; 0 is not known, values from 1 to [#MAX_CODE]
    /// @param starts  `int[strata + 1]`: stratum `s` is the rows from `starts[s]` to `starts[s + 1]`, exclusive
    public CodeTable(int columns, byte[] codes, int[] starts) {
        require(columns >= 0, "columns (%d) must not be negative", columns);
        require(starts.length >= 1 && starts[0] == 0, "the first stratum must start at row 0");
        require(
                codes.length == starts[starts.length - 1] * columns,
                "codes (%d) must be rows (%d) times columns (%d)",
                codes.length,
                starts[starts.length - 1],
                columns);
        this.columns = columns;
        this.codes = codes;
        this.starts = starts;
        int most = 0;
        for (byte code : codes) {
            most = Math.max(most, code);
        }
        this.width = most + 1;
    }

    public int columns() {
        return columns;
    }

    public byte[] codes() {
        return codes;
    }

    public int[] starts() {
        return starts;
    }

    public int rows() {
        return starts[starts.length - 1];
    }

    int strata() {
        return starts.length - 1;
    }

    /// Codes in use, that for not known included: a tally has as many cells a stratum and column.
    int width() {
        return width;
    }

    int cells() {
        return strata() * columns * width;
    }

    /// Adds a row's codes to the tally of its stratum.
    void count(int row, int[] tally, int stratum) {
        int at = row * columns;
        int cell = stratum * columns * width;
        for (int column = 0; column < columns; column++, cell += width) {
            tally[cell + codes[at + column]]++;
        }
    }

    /// All rows counted: `int[cells]`.
    int[] everybody() {
        return counted(row -> true);
    }

    /// The rows with an outcome, counted the same way.
    int[] counted(boolean[] outcome) {
        return counted(row -> outcome[row]);
    }

    private int[] counted(IntPredicate which) {
        int[] tally = new int[cells()];
        for (int stratum = 0; stratum < strata(); stratum++) {
            for (int row = starts[stratum]; row < starts[stratum + 1]; row++) {
                if (which.test(row)) {
                    count(row, tally, stratum);
                }
            }
        }
        return tally;
    }
}
