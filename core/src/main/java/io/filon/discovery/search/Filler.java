package io.filon.discovery.search;

import io.filon.discovery.search.Fours.Last;
import java.util.List;

/// Counts customers into cubes: one pass over a block of customers fills the cubes of all last attributes while the
/// codes of the first ones, and the cubes, are still in the processor's cache.
///
/// About one nanosecond a customer and cube; the number of thresholds costs nothing. One thread.
final class Filler {

    private static final int BLOCK = 4096;

    private final List<Attribute> attributes;
    private final long[] units;
    private final int[] small;
    private final int lanes;
    private final char[] lead = new char[BLOCK];

    /// @param small of the base's sums; shared by all threads
    Filler(Base base, int[] small) {
        this.attributes = base.attributes();
        this.units = base.sums().units();
        this.small = small;
        this.lanes = base.sums().lanes();
    }

    /// Fills the cubes of (first, second, each of `lasts`); second negative for the squares of (first, each).
    ///
    /// @param cubes one for each of `lasts`, zeros before; arrays of their own, which the compiler handles better
    ///     than parts of one
    void fill(int first, int second, List<Last> lasts, long[][] cubes) {
        for (int from = 0; from < units.length; from += BLOCK) {
            int rows = Math.min(BLOCK, units.length - from);
            lead(first, second, from, rows);
            for (int i = 0; i < lasts.size(); i++) {
                Last last = lasts.get(i);
                if (lanes == 2) {
                    wide(last, from, rows, cubes[i]);
                } else if (last.alone()) {
                    one(attributes.get(last.third()), from, rows, cubes[i]);
                } else {
                    two(attributes.get(last.third()), attributes.get(last.fourth()), from, rows, cubes[i]);
                }
            }
        }
    }

    private void lead(int first, int second, int from, int rows) {
        byte[] a = attributes.get(first).codes();
        if (second < 0) {
            for (int i = 0; i < rows; i++) {
                lead[i] = (char) a[from + i];
            }
            return;
        }
        byte[] b = attributes.get(second).codes();
        int width = attributes.get(second).width();
        for (int i = 0; i < rows; i++) {
            lead[i] = (char) (a[from + i] * width + b[from + i]);
        }
    }

    private void one(Attribute last, int from, int rows, long[] cube) {
        byte[] codes = last.codes();
        int width = last.width();
        char[] lead = this.lead;
        int[] units = this.small;
        for (int i = 0; i < rows; i++) {
            cube[lead[i] * width + codes[from + i]] += Sums.packed(units[from + i]);
        }
    }

    private void two(Attribute third, Attribute fourth, int from, int rows, long[] cube) {
        byte[] codes = third.codes();
        byte[] others = fourth.codes();
        int width = third.width();
        int otherWidth = fourth.width();
        char[] lead = this.lead;
        int[] units = this.small;
        for (int i = 0; i < rows; i++) {
            cube[(lead[i] * width + codes[from + i]) * otherWidth + others[from + i]] += Sums.packed(units[from + i]);
        }
    }

    private void wide(Last last, int from, int rows, long[] cube) {
        Attribute third = attributes.get(last.third());
        byte[] codes = third.codes();
        byte[] others = last.alone() ? codes : attributes.get(last.fourth()).codes();
        int otherWidth = last.alone() ? 1 : attributes.get(last.fourth()).width();
        for (int i = 0; i < rows; i++) {
            int other = last.alone() ? 0 : others[from + i];
            int cell = 2 * ((lead[i] * third.width() + codes[from + i]) * otherWidth + other);
            cube[cell]++;
            cube[cell + 1] += units[from + i];
        }
    }
}
