package io.filon.stats.explained;

import static io.filon.problem.Require.require;

/// One column of words, each as a code.
///
/// @param part   which part of the columns it is of; [#BASE] is learnt with every other
/// @param levels codes are 0 to under this
/// @param codes  one a case
@SuppressWarnings("ArrayRecordComponent") // a column, never compared
public record CodedColumn(int part, int levels, int[] codes) {

    /// The part that what is asked is measured beside.
    public static final int BASE = -1;

    public CodedColumn {
        for (int code : codes) {
            require(code >= 0 && code < levels, "code %d of %d levels", code, levels);
        }
    }
}
