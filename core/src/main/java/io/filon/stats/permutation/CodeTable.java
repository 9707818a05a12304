package io.filon.stats.permutation;

import static io.filon.problem.Require.require;

/// Rows described by small codes, row after row, and sorted by stratum: rows are only compared within their stratum.
///
/// The arrays are not copied: they may hold a million rows. Whoever makes the table gives them away.
///
/// @param columns how many codes describe a row
/// @param codes   `byte[rows * columns]`; 0 is not known, values from 1 to [#MAX_CODE]
/// @param starts  `int[strata + 1]`: stratum `s` is the rows from `starts[s]` to `starts[s + 1]`, exclusive
@SuppressWarnings("ArrayRecordComponent") // a column store, never compared as a value
public record CodeTable(int columns, byte[] codes, int[] starts) {

    public static final int MAX_CODE = 63;

    static final int WIDTH = MAX_CODE + 1;

    public CodeTable {
        require(columns >= 0, "columns (%d) must not be negative", columns);
        require(starts.length >= 1 && starts[0] == 0, "the first stratum must start at row 0");
        require(
                codes.length == starts[starts.length - 1] * columns,
                "codes (%d) must be rows (%d) times columns (%d)",
                codes.length,
                starts[starts.length - 1],
                columns);
    }

    public int rows() {
        return starts[starts.length - 1];
    }

    int strata() {
        return starts.length - 1;
    }

    /// Adds a row's codes to the tally of its stratum.
    void count(int row, int[] tally, int offset) {
        int at = row * columns;
        for (int column = 0; column < columns; column++) {
            tally[offset + column * WIDTH + codes[at + column]]++;
        }
    }

    /// All rows counted: `int[strata * columns * WIDTH]`.
    int[] everybody() {
        int[] tally = new int[strata() * columns * WIDTH];
        for (int stratum = 0; stratum < strata(); stratum++) {
            for (int row = starts[stratum]; row < starts[stratum + 1]; row++) {
                count(row, tally, stratum * columns * WIDTH);
            }
        }
        return tally;
    }

    /// The rows with an outcome, counted the same way.
    int[] counted(boolean[] outcome) {
        int[] tally = new int[strata() * columns * WIDTH];
        for (int stratum = 0; stratum < strata(); stratum++) {
            for (int row = starts[stratum]; row < starts[stratum + 1]; row++) {
                if (outcome[row]) {
                    count(row, tally, stratum * columns * WIDTH);
                }
            }
        }
        return tally;
    }
}
