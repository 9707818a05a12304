package io.filon.rule.live.log;

import java.util.Arrays;

/// What is kept of one customer's events, in order of event time, those of one instant by arrival.
///
/// An entry is its instant, one bit a matcher and a `long` a column, packed in one array; a late event is put in its
/// place by moving 5 bytes an entry. Entries that no matcher looks back to any more are dropped when room is needed.
public final class Log {

    private static final long[] NONE = {};

    private long[] data = NONE;
    private int used;
    private int[] offsets = {};
    private byte[] kinds = {};
    private int size;

    public int size() {
        return size;
    }

    public long time(int entry) {
        return data[offsets[entry]];
    }

    public boolean matches(int entry, int matcher) {
        return (data[offsets[entry] + 1 + (matcher >> 6)] >>> (matcher & 63) & 1) != 0;
    }

    public long value(int entry, int column, Layout layout, Layout.Kind[] byNumber) {
        int slot = byNumber[kinds[entry]].slots()[column];
        return slot < 0 ? Column.MISSING : data[offsets[entry] + 1 + layout.planes() + slot];
    }

    public void clear() {
        data = NONE;
        used = 0;
        offsets = new int[0];
        kinds = new byte[0];
        size = 0;
    }

    /// @param words time, bits and values, as the layout has them
    public void insert(Layout.Kind kind, long[] words, int length, Horizons horizons, long now) {
        makeRoom(length, horizons, now);
        System.arraycopy(words, 0, data, used, length);
        int at = size;
        while (at > 0 && time(at - 1) > words[0]) {
            at--;
        }
        System.arraycopy(offsets, at, offsets, at + 1, size - at);
        System.arraycopy(kinds, at, kinds, at + 1, size - at);
        offsets[at] = used;
        kinds[at] = (byte) kind.number();
        used += length;
        size++;
    }

    private void makeRoom(int length, Horizons horizons, long now) {
        if (size < offsets.length && used + length <= data.length) {
            return;
        }
        drop(horizons, now);
        if (size == offsets.length) {
            int room = size + Math.max(2, size / 4);
            offsets = Arrays.copyOf(offsets, room);
            kinds = Arrays.copyOf(kinds, room);
        }
        if (used + length > data.length) {
            data = Arrays.copyOf(data, used + Math.max(2 * length, used / 4));
        }
    }

    private void drop(Horizons horizons, long now) {
        long[] kept = new long[used];
        int words = 0;
        int entries = 0;
        for (int i = 0; i < size; i++) {
            int from = offsets[i];
            if (now - data[from] <= horizons.of(data, from + 1)) {
                int length = horizons.words(kinds[i]);
                System.arraycopy(data, from, kept, words, length);
                offsets[entries] = words;
                kinds[entries] = kinds[i];
                entries++;
                words += length;
            }
        }
        System.arraycopy(kept, 0, data, 0, words);
        used = words;
        size = entries;
    }

    /// Bytes on the heap, as the JVM lays them out.
    public long bytes() {
        return 40 + 16 + 8L * data.length + 16 + 4L * offsets.length + 16 + kinds.length;
    }
}
