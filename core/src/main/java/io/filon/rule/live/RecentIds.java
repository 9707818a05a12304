package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import java.util.Arrays;

/// The ids of a customer's events of the last days, as 44-bit hashes with the hour each happened: an event that
/// arrives again is known by it. Two different ids of a customer's days are taken for one with a chance of 1 in 2⁴⁴.
final class RecentIds {

    private static final int HOUR_BITS = 20;
    private static final long HOURS = (1L << HOUR_BITS) - 1;

    private static final int ROOM = 2;

    private static final long[] NONE = {};

    private long[] words = NONE;
    private int size;

    /// @return false when it was there already
    boolean add(String id, long occurred, long oldest) {
        long hash = hash(id) << HOUR_BITS;
        long since = hour(oldest);
        int kept = 0;
        boolean known = false;
        for (int i = 0; i < size; i++) {
            if ((words[i] & HOURS) >= since) {
                known |= (words[i] & ~HOURS) == hash;
                words[kept++] = words[i];
            }
        }
        size = kept;
        if (known) {
            return false;
        }
        if (size == words.length || size + 2 * ROOM < words.length) {
            words = Arrays.copyOf(words, size + ROOM);
        }
        words[size++] = hash | hour(occurred);
        return true;
    }

    /// Since 1970.
    private static long hour(long micros) {
        return Math.clamp(micros / (Micros.DAY / 24), 0, HOURS);
    }

    void clear() {
        words = NONE;
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
