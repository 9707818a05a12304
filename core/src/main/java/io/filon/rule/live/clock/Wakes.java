package io.filon.rule.live.clock;

import java.util.Arrays;

/// Customers by when time alone could next change something of theirs.
///
/// A timing wheel (Varghese and Lauck, Hashed and hierarchical timing wheels, SOSP 1987). Time is cut into ticks.
/// Who is due in the present one or before stands in a heap; all others are filed in slots: of one tick each, of 64,
/// of 64² and so on, the further away the longer. When a slot begins, those in it are filed anew. Who is put off
/// stays where they are filed until then, since most are put off again and again before they are due. For one
/// thread.
public final class Wakes {

    /// Of a tick, which has 2 to the power of it microseconds: 17 seconds.
    private static final int TICK_BITS = 24;

    private static final int LEVEL_BITS = 6;
    private static final int SLOTS = 1 << LEVEL_BITS;
    private static final int LEVELS = (Long.SIZE - TICK_BITS + LEVEL_BITS - 1) / LEVEL_BITS;
    private static final long NOWHERE = -1;
    private static final int NOBODY = -1;

    private final DueHeap present = new DueHeap();
    private long tick;

    /// By level: the slots in which somebody may be filed, a bit each; all begin after the present tick.
    private final long[] filled = new long[LEVELS];

    /// By level and number in it: the first who is filed there.
    private final int[] firsts = new int[LEVELS * SLOTS];

    /// By number of customer: when they are due, the slot in which they are filed, and who stands before and after them
    /// there.
    private long[] dues = {};

    private long[] filed = {};
    private int[] before = {};
    private int[] after = {};

    public Wakes() {
        Arrays.fill(firsts, NOBODY);
    }

    /// The next instant somebody is due; [Micros#NEVER] when nobody is.
    public long next() {
        while (present.isEmpty() && begin(Long.MAX_VALUE)) {}
        return present.next();
    }

    /// Who is due at [#next].
    public int first() {
        return present.first();
    }

    /// Customers due until an instant, that included, in no order; no more than there is room for.
    ///
    /// @return how many
    public int until(long instant, int[] into) {
        while (begin(tick(instant))) {}
        return present.until(instant, into);
    }

    /// @param due when the customer is next due; [Micros#NEVER] when not
    public void move(int customer, long due) {
        makeRoom(customer);
        dues[customer] = due;
        boolean soon = tick(due) <= tick;
        if (filed[customer] != NOWHERE) {
            if (due != Micros.NEVER && begins(filed[customer]) <= tick(due)) {
                return; // looked at again when that slot begins
            }
            takeOut(customer);
        } else if (!soon && present.holds(customer)) {
            present.remove(customer);
        }
        if (soon) {
            present.put(customer, due);
        } else if (due != Micros.NEVER) {
            file(customer);
        }
    }

    /// Instants as unsigned numbers of ticks.
    private static long tick(long instant) {
        return (instant - Long.MIN_VALUE) >>> TICK_BITS;
    }

    /// A slot is known by the ticks it begins after, in ticks of its level, and its level.
    private static long slot(long tick, int level) {
        return tick >>> (LEVEL_BITS * level) << 4 | level;
    }

    private static long begins(long slot) {
        return slot >>> 4 << (LEVEL_BITS * (slot & 15));
    }

    private static int place(long slot) {
        int level = (int) slot & 15;
        return level * SLOTS + ((int) (slot >>> 4) & SLOTS - 1);
    }

    /// The level is the longest on which the tick lies in another slot than the present one.
    private void file(int customer) {
        long due = tick(dues[customer]);
        int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(due ^ tick)) / LEVEL_BITS;
        long slot = slot(due, level);
        int place = place(slot);
        int first = firsts[place];
        filed[customer] = slot;
        filled[level] |= 1L << place;
        before[customer] = NOBODY;
        after[customer] = first;
        firsts[place] = customer;
        if (first != NOBODY) {
            before[first] = customer;
        }
    }

    private void takeOut(int customer) {
        if (before[customer] == NOBODY) {
            firsts[place(filed[customer])] = after[customer];
        } else {
            after[before[customer]] = after[customer];
        }
        if (after[customer] != NOBODY) {
            before[after[customer]] = before[customer];
        }
        filed[customer] = NOWHERE;
    }

    /// Lets the next slot begin in which somebody may be filed, unless it begins after a tick.
    ///
    /// @return whether there was one
    private boolean begin(long latest) {
        int level = 0;
        while (level < LEVELS && filled[level] == 0) {
            level++;
        }
        if (level == LEVELS) {
            return false;
        }
        int number = Long.numberOfTrailingZeros(filled[level]);
        int bits = LEVEL_BITS * level;
        long begins = (tick >>> bits >>> LEVEL_BITS << LEVEL_BITS | number) << bits;
        if (begins > latest) {
            return false;
        }
        tick = begins;
        filled[level] &= ~(1L << number);
        int place = level * SLOTS + number;
        int next = firsts[place];
        firsts[place] = NOBODY;
        while (next != NOBODY) {
            int customer = next;
            next = after[customer];
            filed[customer] = NOWHERE;
            move(customer, dues[customer]);
        }
        return true;
    }

    private void makeRoom(int customer) {
        if (customer >= dues.length) {
            int known = dues.length;
            dues = Arrays.copyOf(dues, customer + customer / 4 + 1);
            filed = Arrays.copyOf(filed, dues.length);
            Arrays.fill(filed, known, filed.length, NOWHERE);
            before = Arrays.copyOf(before, dues.length);
            after = Arrays.copyOf(after, dues.length);
        }
    }
}
