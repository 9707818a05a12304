package io.filon.behaviour.trigger;

import java.util.Arrays;

/// Moments of many people: seconds since 1970 by the workspace's clock, sorted within each.
final class Moments {

    static final long DAY = 86_400;

    private static final long[] NONE = {};

    private long[][] of = new long[16][];
    private int[] counts = new int[16];

    void add(int person, long second) {
        makeRoom(person);
        long[] own = of[person] == null ? new long[4] : of[person];
        if (counts[person] == own.length) {
            own = Arrays.copyOf(own, 2 * own.length);
        }
        own[counts[person]++] = second;
        of[person] = own;
    }

    /// Gives a person moments that others have too, sorted.
    void share(int person, long[] moments) {
        makeRoom(person);
        of[person] = moments;
        counts[person] = moments.length;
    }

    /// Moves every moment that much later.
    void shift(long seconds) {
        for (int person = 0; person < of.length; person++) {
            for (int i = 0; i < counts[person]; i++) {
                of[person][i] += seconds;
            }
        }
    }

    /// Has to be called once everything is added.
    void sort() {
        for (int person = 0; person < of.length; person++) {
            if (of[person] != null) {
                of[person] = Arrays.copyOf(of[person], counts[person]);
                Arrays.sort(of[person]);
            }
        }
    }

    /// The person's moments; nobody changes them.
    long[] of(int person) {
        return person < of.length && of[person] != null ? of[person] : NONE;
    }

    boolean has(int person) {
        return person < of.length && of[person] != null;
    }

    /// Whether anything lies after `from`, up to and with `to`.
    boolean any(int person, long from, long to) {
        long[] own = of(person);
        int next = first(own, from);
        return next < own.length && own[next] <= to;
    }

    /// The first moment at or after `from`; `Long.MAX_VALUE` when there is none.
    long next(int person, long from) {
        long[] own = of(person);
        int next = first(own, from - 1);
        return next < own.length ? own[next] : Long.MAX_VALUE;
    }

    private void makeRoom(int person) {
        if (person >= of.length) {
            int size = Math.max(person + 1, 2 * of.length);
            of = Arrays.copyOf(of, size);
            counts = Arrays.copyOf(counts, size);
        }
    }

    private static int first(long[] own, long after) {
        int place = Arrays.binarySearch(own, after + 1);
        return place >= 0 ? place : -place - 1;
    }
}
