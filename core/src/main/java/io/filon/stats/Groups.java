package io.filon.stats;

import java.util.Arrays;

// Each key is numbered through an open hash table; the numbers are then put in the keys' order, so that the order of
// what is counted changes no digit of what is computed from the groups.

/// Equal keys counted together.
///
/// @param keys  the different ones, ascending
/// @param count how often each was met
/// @param of    by entry: which key
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Groups(long[] keys, double[] count, int[] of) {

    public static Groups of(long[] entries) {
        int slots = Integer.highestOneBit(Math.max(16, entries.length)) * 2;
        long[] seen = new long[slots];
        int[] idOf = new int[slots];
        int[] group = new int[entries.length];
        int groups = 0;
        long[] keys = new long[Math.min(entries.length, 1024)];
        for (int i = 0; i < entries.length; i++) {
            int slot = (int) ((entries[i] * 0x9E3779B97F4A7C15L) >>> 32) & (slots - 1);
            while (idOf[slot] != 0 && seen[slot] != entries[i]) {
                slot = (slot + 1) & (slots - 1);
            }
            if (idOf[slot] == 0) {
                keys = groups == keys.length ? Arrays.copyOf(keys, groups * 2) : keys;
                keys[groups] = entries[i];
                seen[slot] = entries[i];
                idOf[slot] = ++groups;
            }
            group[i] = idOf[slot] - 1;
        }
        return inOrder(Arrays.copyOf(keys, groups), group);
    }

    private static Groups inOrder(long[] found, int[] group) {
        long[] keys = found.clone();
        Arrays.sort(keys);
        int[] place = new int[found.length];
        for (int i = 0; i < place.length; i++) {
            place[i] = Arrays.binarySearch(keys, found[i]);
        }
        double[] count = new double[keys.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = place[group[i]];
            count[group[i]]++;
        }
        return new Groups(keys, count, group);
    }
}
