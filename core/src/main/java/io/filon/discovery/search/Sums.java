package io.filon.discovery.search;

import java.util.Arrays;

/// The target in whole units (cents, or finer), so that sums are exact and do not depend on the order of adding.
///
/// Where the sum of absolute values fits 39 bits and the customers 24, a cell of a cube is one number, the sum above
/// the count (`lanes` 1); else two, count and sum (`lanes` 2). It is checked here and never wraps.
///
/// @param units   one a customer; already turned around when low values are looked for
/// @param perUnit what one unit is worth in the target's own measure; negative when turned around
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Sums(long[] units, double perUnit, int lanes) {

    static final int COUNT_BITS = 24;
    static final long COUNT = (1L << COUNT_BITS) - 1;
    private static final int MOST_DECIMALS = 15;
    private static final double PACKED = 0x1p39 - 1;
    private static final double WIDE = 0x1p61;

    /// As exact as the numbers are: to their last decimal, or as fine as 61 bits allow.
    public static Sums exact(double[] target, boolean low) {
        double all = Arrays.stream(target).map(Math::abs).sum();
        int decimals = 0;
        while (decimals < MOST_DECIMALS && !whole(target, decimals) && all * Math.pow(10, decimals + 1) < WIDE) {
            decimals++;
        }
        return of(target, decimals, low);
    }

    /// Rounded so that a cell is one number: for choosing, where a rounded cent changes nothing.
    public static Sums rounded(double[] target, boolean low) {
        double all = Arrays.stream(target).map(Math::abs).sum();
        int decimals = 0;
        while (decimals < MOST_DECIMALS && !whole(target, decimals) && all * Math.pow(10, decimals + 1) < PACKED / 2) {
            decimals++;
        }
        while (all * Math.pow(10, decimals) >= PACKED / 2) {
            decimals--;
        }
        return of(target, decimals, low);
    }

    private static Sums of(double[] target, int decimals, boolean low) {
        double scale = (low ? -1 : 1) * Math.pow(10, decimals);
        long[] units = new long[target.length];
        double all = 0;
        long most = 0;
        for (int i = 0; i < units.length; i++) {
            units[i] = Math.round(target[i] * scale);
            all += Math.abs((double) units[i]);
            most = Math.max(most, Math.abs(units[i]));
        }
        boolean fits = all < PACKED && most <= Integer.MAX_VALUE && units.length < COUNT;
        return new Sums(units, 1 / scale, fits ? 1 : 2);
    }

    private static boolean whole(double[] target, int decimals) {
        double scale = Math.pow(10, decimals);
        for (double value : target) {
            double scaled = Math.rint(value * scale);
            if (scaled / scale != value) {
                return false;
            }
        }
        return true;
    }

    Sums of(int[] customers) {
        long[] some = new long[customers.length];
        for (int i = 0; i < customers.length; i++) {
            some[i] = units[customers[i]];
        }
        return new Sums(some, perUnit, lanes);
    }

    long total() {
        return Arrays.stream(units).sum();
    }

    /// The units of a target of one lane: half the bytes to read are half the time.
    int[] small() {
        int[] small = new int[units.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = (int) units[i];
        }
        return small;
    }

    /// What a customer adds to a cell of one lane.
    static long packed(int units) {
        return ((long) units << COUNT_BITS) + 1;
    }

    static int count(long[] cells, int cell, int lanes) {
        return lanes == 1 ? (int) (cells[cell] & COUNT) : (int) cells[cell * 2];
    }

    static long sum(long[] cells, int cell, int lanes) {
        return lanes == 1 ? cells[cell] >> COUNT_BITS : cells[cell * 2 + 1];
    }
}
