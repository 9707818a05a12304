package io.filon.discovery.search;

import java.util.List;

/// Counts customers into cubes: one pass over a block of customers fills the cubes of all last attributes while the
/// codes of the first ones, and the cubes, are still in the processor's cache.
///
/// About one nanosecond a customer and cube; the number of thresholds costs nothing. One thread.
final class Filler {

    private static final int BLOCK = 4096;

    private final List<Attribute> attributes;
    private final long[] units;
    private final long[] packed;
    private final int lanes;
    private final char[] lead = new char[BLOCK];

    /// @param packed of the base's sums; shared by all threads
    Filler(Base base, long[] packed) {
        this.attributes = base.attributes();
        this.units = base.sums().units();
        this.packed = packed;
        this.lanes = base.sums().lanes();
    }

    /// Fills the cubes of (first, second, each of `lasts`); second negative for the squares of (first, each).
    ///
    /// @param cubes by place of the last attribute, zeros before; arrays of their own, which the compiler handles
    ///     better than parts of one
    void fill(int first, int second, int[] lasts, long[][] cubes) {
        for (int from = 0; from < units.length; from += BLOCK) {
            int rows = Math.min(BLOCK, units.length - from);
            lead(first, second, from, rows);
            int i = 0;
            if (lanes == 1) {
                for (; i + 1 < lasts.length; i += 2) {
                    two(lasts[i], lasts[i + 1], from, rows, cubes[lasts[i]], cubes[lasts[i + 1]]);
                }
            }
            for (; i < lasts.length; i++) {
                if (lanes == 1) {
                    one(attributes.get(lasts[i]), from, rows, cubes[lasts[i]]);
                } else {
                    wide(attributes.get(lasts[i]), from, rows, cubes[lasts[i]]);
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
        for (int i = 0; i < rows; i++) {
            cube[lead[i] * width + codes[from + i]] += packed[from + i];
        }
    }

    // two at once read lead and target once for both
    private void two(int last, int other, int from, int rows, long[] cube, long[] otherCube) {
        byte[] codes = attributes.get(last).codes();
        byte[] otherCodes = attributes.get(other).codes();
        int width = attributes.get(last).width();
        int otherWidth = attributes.get(other).width();
        char[] lead = this.lead;
        long[] packed = this.packed;
        for (int i = 0; i < rows; i++) {
            int place = lead[i];
            long adds = packed[from + i];
            cube[place * width + codes[from + i]] += adds;
            otherCube[place * otherWidth + otherCodes[from + i]] += adds;
        }
    }

    private void wide(Attribute last, int from, int rows, long[] cube) {
        byte[] codes = last.codes();
        int width = last.width();
        for (int i = 0; i < rows; i++) {
            int cell = 2 * (lead[i] * width + codes[from + i]);
            cube[cell]++;
            cube[cell + 1] += units[from + i];
        }
    }
}
