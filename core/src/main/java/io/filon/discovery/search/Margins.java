package io.filon.discovery.search;

import io.filon.discovery.search.Bundles.Bundle;
import java.util.List;

/// Reads the cubes of some of a cube's attributes, by summing up the sides of the others one after another. One thread.
final class Margins {

    private final int lanes;
    private final int[] widths;
    private final Reader reader;
    private final long[][] summed = new long[Integer.SIZE][0];

    interface Reader {
        /// @param attributes numbers, ascending
        /// @param cells      of theirs; overwritten afterwards
        void read(int[] attributes, long[] cells);
    }

    /// @param widths of the attributes, by number
    Margins(int[] widths, int lanes, Reader reader) {
        this.widths = widths;
        this.lanes = lanes;
        this.reader = reader;
    }

    void read(Bundle bundle, long[] cube) {
        read(bundle.attributes(), bundle.sets(), cube, (1 << bundle.attributes().length) - 1, 0);
    }

    /// @param kept  bits of the attributes this cube still has
    /// @param first those before it stay
    private void read(int[] attributes, List<Integer> sets, long[] cube, int kept, int first) {
        if (sets.size() == 1 && sets.getFirst() == kept) {
            reader.read(Bundles.chosen(attributes, kept), cube);
            return;
        }
        for (int side = first; side < attributes.length; side++) {
            int bit = 1 << side;
            int before = kept & (bit - 1);
            if ((kept & bit) == 0) {
                continue;
            }
            List<Integer> some = sets.stream()
                    .filter(set -> (set & bit) == 0 && (set & before) == before)
                    .toList();
            if (!some.isEmpty()) {
                read(attributes, some, without(attributes, cube, kept, side), kept & ~bit, side + 1);
            }
        }
    }

    private long[] without(int[] attributes, long[] cube, int kept, int side) {
        int inner = lanes;
        int outer = 1;
        for (int i = 0; i < attributes.length; i++) {
            if ((kept >> i & 1) == 1 && i != side) {
                if (i < side) {
                    outer *= widths[attributes[i]];
                } else {
                    inner *= widths[attributes[i]];
                }
            }
        }
        int depth = Integer.bitCount(kept);
        if (summed[depth].length < outer * inner) {
            summed[depth] = new long[outer * inner];
        }
        sumUp(cube, widths[attributes[side]], inner, outer, summed[depth]);
        return summed[depth];
    }

    /// @param inner numbers between two of the side
    private static void sumUp(long[] cube, int width, int inner, int outer, long[] into) {
        for (int o = 0; o < outer; o++) {
            int to = o * inner;
            int from = to * width;
            System.arraycopy(cube, from, into, to, inner);
            int x = 1;
            // four at a time, so that what was summed is read and written less often
            for (; x + 3 < width; x += 4) {
                int one = from + x * inner;
                int two = one + inner;
                int three = two + inner;
                int four = three + inner;
                for (int k = 0; k < inner; k++) {
                    into[to + k] += cube[one + k] + cube[two + k] + cube[three + k] + cube[four + k];
                }
            }
            for (; x < width; x++) {
                int one = from + x * inner;
                for (int k = 0; k < inner; k++) {
                    into[to + k] += cube[one + k];
                }
            }
        }
    }
}
