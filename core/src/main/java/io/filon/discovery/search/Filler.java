package io.filon.discovery.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts customers into a cube, a block of them at a time: first their cells, then one addition each.
///
/// Attributes that together have no more than 256 codes become one byte, eight customers at once in a 64-bit number,
/// where no byte ever carries into the next. About one nanosecond a customer and cube; neither attributes nor
/// thresholds cost much. One thread.
final class Filler {

    private static final int BLOCK = 4096;
    private static final int BYTE = 256;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final List<Attribute> attributes;
    private final long[] units;
    private final int[] small;
    private final int[] cells = new int[BLOCK];
    private final byte[] bytes = new byte[BLOCK];
    private final byte[] others = new byte[BLOCK];

    /// @param small of the base's sums; shared by all threads
    Filler(Base base, int[] small) {
        this.attributes = base.attributes();
        this.units = base.sums().units();
        this.small = small;
    }

    /// @param places of the attributes in the base
    /// @param cube   zeros before
    void fill(int[] places, long[] cube) {
        List<List<Attribute>> groups = groups(places);
        List<Attribute> last = groups.removeLast();
        for (int from = 0; from < units.length; from += BLOCK) {
            int rows = Math.min(BLOCK, units.length - from);
            pack(last, from, rows, bytes);
            if (groups.size() == 1 && small.length > 0) {
                pack(groups.getFirst(), from, rows, others);
                count(others, width(last), bytes, from, rows, cube);
                continue;
            }
            Arrays.fill(cells, 0, rows, 0);
            for (List<Attribute> group : groups) {
                pack(group, from, rows, others);
                narrow(width(group), rows);
            }
            if (small.length > 0) {
                count(width(last), from, rows, cube);
            } else {
                countWide(width(last), from, rows, cube);
            }
        }
    }

    /// Neighbours that fit one byte together.
    private List<List<Attribute>> groups(int[] places) {
        List<List<Attribute>> groups = new ArrayList<>();
        int width = BYTE;
        for (int place : places) {
            Attribute attribute = attributes.get(place);
            width *= attribute.width();
            if (width > BYTE || groups.isEmpty()) {
                groups.add(new ArrayList<>());
                width = attribute.width();
            }
            groups.getLast().add(attribute);
        }
        return groups;
    }

    private static int width(List<Attribute> group) {
        int width = 1;
        for (Attribute attribute : group) {
            width *= attribute.width();
        }
        return width;
    }

    private static void pack(List<Attribute> group, int from, int rows, byte[] into) {
        System.arraycopy(group.getFirst().codes(), from, into, 0, rows);
        for (int k = 1; k < group.size(); k++) {
            byte[] codes = group.get(k).codes();
            int width = group.get(k).width();
            int eights = rows & -Long.BYTES;
            for (int i = 0; i < eights; i += Long.BYTES) {
                EIGHT.set(into, i, (long) EIGHT.get(into, i) * width + (long) EIGHT.get(codes, from + i));
            }
            for (int i = eights; i < rows; i++) {
                into[i] = (byte) (into[i] * width + codes[from + i]);
            }
        }
    }

    private void narrow(int width, int rows) {
        int[] cells = this.cells;
        byte[] bytes = this.others;
        for (int i = 0; i < rows; i++) {
            cells[i] = cells[i] * width + (bytes[i] & 0xFF);
        }
    }

    // the usual case: two bytes tell the cell
    private void count(byte[] firsts, int width, byte[] lasts, int from, int rows, long[] cube) {
        int[] units = this.small;
        for (int i = 0; i < rows; i++) {
            cube[(firsts[i] & 0xFF) * width + (lasts[i] & 0xFF)] += Sums.packed(units[from + i]);
        }
    }

    private void count(int width, int from, int rows, long[] cube) {
        int[] cells = this.cells;
        byte[] bytes = this.bytes;
        int[] units = this.small;
        for (int i = 0; i < rows; i++) {
            cube[cells[i] * width + (bytes[i] & 0xFF)] += Sums.packed(units[from + i]);
        }
    }

    private void countWide(int width, int from, int rows, long[] cube) {
        for (int i = 0; i < rows; i++) {
            int cell = 2 * (cells[i] * width + (bytes[i] & 0xFF));
            cube[cell]++;
            cube[cell + 1] += units[from + i];
        }
    }
}
