package io.filon.discovery.search;

import java.util.ArrayList;
import java.util.List;

/// Which attributes are counted together: a set of four holds four sets of three, so most of the counting is done once
/// instead of four times.
///
/// Idea: number the attributes from 0; with any three goes the one whose number is the exclusive or of theirs. Then any
/// three lie in exactly one four (the Boolean Steiner quadruple system; Hanani 1960). Where the fourth does not
/// exist, or the four's cube would be too big to be worth it, the three are counted alone.
final class Fours {

    /// Cells of 8 bytes that a processor's second cache holds beside the rest.
    private static final int MOST_CELLS = 64 * 1024;

    /// The last one or two attributes of those that are counted together.
    ///
    /// @param fourth negative when there is none
    record Last(int third, int fourth) {

        boolean alone() {
            return fourth < 0;
        }
    }

    private final int[] widths;
    private final long mostCells;

    /// @param widths of the attributes, by number
    Fours(int[] widths, int customers) {
        this.widths = widths;
        // adding up a cube's cells four times must cost less than counting the customers three times more
        this.mostCells = Math.min(MOST_CELLS, customers);
    }

    /// Of the sets with these two lowest numbers, the others; both numbers, or one and -1.
    List<Last> of(int first, int second) {
        List<Last> lasts = new ArrayList<>();
        for (int third = second + 1; third < widths.length; third++) {
            int fourth = first ^ second ^ third;
            if (!together(first, second, third, fourth)) {
                lasts.add(new Last(third, -1));
            } else if (fourth > third) {
                lasts.add(new Last(third, fourth));
            }
        }
        return lasts;
    }

    private boolean together(int first, int second, int third, int fourth) {
        return fourth < widths.length
                && (long) widths[first] * widths[second] * widths[third] * widths[fourth] <= mostCells;
    }
}
