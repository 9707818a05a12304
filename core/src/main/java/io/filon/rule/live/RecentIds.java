package io.filon.rule.live;

import java.util.Arrays;

/// The ids of a customer's events of the last days, as 64-bit hashes with when each happened: an event that arrives
/// again is known by it. Two different ids are taken for one with a chance of 1 in 2⁶⁴.
final class RecentIds {

    private long[] pairs = {};
    private int size;

    /// @return false when it was there already
    boolean add(String id, long occurred, long oldest) {
        long hash = hash(id);
        int kept = 0;
        boolean known = false;
        for (int i = 0; i < size; i += 2) {
            if (pairs[i] >= oldest) {
                known |= pairs[i + 1] == hash;
                pairs[kept] = pairs[i];
                pairs[kept + 1] = pairs[i + 1];
                kept += 2;
            }
        }
        size = kept;
        if (known) {
            return false;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size + 4);
        }
        pairs[size] = occurred;
        pairs[size + 1] = hash;
        size += 2;
        return true;
    }

    void clear() {
        pairs = new long[0];
        size = 0;
    }

    /// FNV-1a over the letters, then mixed.
    private static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0xd6e8feb86659fd93L;
        return hash ^ hash >>> 32;
    }
}
