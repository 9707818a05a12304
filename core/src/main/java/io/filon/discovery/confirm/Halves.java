package io.filon.discovery.confirm;

import java.util.stream.IntStream;

/// Two halves of the customers by a stable hash of who they are, so that the same customer is always on the same side.
///
/// @param one   places of one half's customers, ascending
/// @param other the others'
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Halves(int[] one, int[] other) {

    /// @param keys one a customer, stable between runs
    public static Halves of(long[] keys, long seed) {
        return new Halves(side(keys, seed, 0), side(keys, seed, 1));
    }

    private static int[] side(long[] keys, long seed, long side) {
        return IntStream.range(0, keys.length)
                .filter(i -> (mixed(keys[i] + mixed(seed)) >>> 63) == side)
                .toArray();
    }

    /// Stafford's 13th variant of the finaliser of MurmurHash3.
    static long mixed(long key) {
        long z = key * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
