package io.filon.discovery.confirm;

import io.filon.stats.permutation.Dice;
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
                .filter(i -> (Dice.mixed(keys[i] + Dice.mixed(seed)) >>> 63) == side)
                .toArray();
    }
}
