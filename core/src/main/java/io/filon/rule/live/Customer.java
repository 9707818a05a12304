package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.Log;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What is kept of one customer, who is their own log: one object less to find in memory, where customers lie
/// scattered. Changed only by [LiveSegments].
final class Customer extends Log {

    final String id;

    /// In order of coming, from 0.
    final int number;

    ZoneId zone;

    /// As [RecentIds] keeps them.
    private long[] recent = RecentIds.NONE;

    /// The first instant at which a condition of each block of them could change; then the answers, a bit a condition,
    /// and what the customer is a member of, a bit a rule; then, by number of condition, until when its answer is
    /// certain.
    private final long[] state;

    private static final int BLOCK = 16;

    /// How many numbers a processor fetches at a time.
    static final int LINE = 8;

    private final int conditions;

    /// What few rules need.
    private @Nullable Whole whole;

    Customer(String id, int number, ZoneId zone, int conditions, int rules) {
        this.id = id;
        this.number = number;
        this.zone = zone;
        this.conditions = conditions;
        this.state = new long[blocks(conditions) + words(conditions) + words(rules) + conditions];
    }

    private static int blocks(int conditions) {
        return (conditions + BLOCK - 1) / BLOCK;
    }

    private static int words(int bits) {
        return (bits + 63) / 64;
    }

    private int answers() {
        return blocks(conditions);
    }

    private int memberships() {
        return blocks(conditions) + words(conditions);
    }

    private int untils() {
        return state.length - conditions;
    }

    long until(int condition) {
        return state[untils() + condition];
    }

    boolean holds(int condition) {
        return isSet(answers(), condition);
    }

    /// @return whether that is another answer than before
    boolean decide(int condition, boolean holds, long until) {
        long before = state[untils() + condition];
        if (until != before) {
            state[untils() + condition] = until;
            int block = condition / BLOCK;
            if (until <= state[block]) {
                state[block] = until;
            } else if (before == state[block]) {
                state[block] = first(block);
            }
        }
        return set(answers(), condition, holds);
    }

    boolean isMember(int rule) {
        return isSet(memberships(), rule);
    }

    /// @return whether that is another answer than before
    boolean member(int rule, boolean holds) {
        return set(memberships(), rule, holds);
    }

    private boolean isSet(int from, int number) {
        return (state[from + (number >> 6)] >>> number & 1) != 0;
    }

    private boolean set(int from, int number, boolean value) {
        long before = state[from + (number >> 6)];
        long bit = 1L << number;
        long after = value ? before | bit : before & ~bit;
        state[from + (number >> 6)] = after;
        return before != after;
    }

    private long first(int block) {
        int end = untils() + Math.min((block + 1) * BLOCK, conditions);
        long first = Micros.NEVER;
        for (int i = untils() + block * BLOCK; i < end; i++) {
            first = Math.min(first, state[i]);
        }
        return first;
    }

    /// Marks the conditions that are certain no longer.
    void due(long now, long[] into) {
        for (int block = 0; block < blocks(conditions); block++) {
            if (state[block] <= now) {
                int end = Math.min((block + 1) * BLOCK, conditions);
                for (int i = block * BLOCK; i < end; i++) {
                    if (until(i) <= now) {
                        set(into, i);
                    }
                }
            }
        }
    }

    /// When the first answer could change.
    long first() {
        long first = rereadAt();
        for (int block = 0; block < blocks(conditions); block++) {
            first = Math.min(first, state[block]);
        }
        return first;
    }

    /// @return false when an event of this id was there already
    @SuppressWarnings("ReferenceEquality") // the same array where nothing was added
    boolean isNew(String eventId, long occurred, long oldest) {
        long[] before = recent;
        recent = RecentIds.add(before, eventId, occurred, oldest);
        return recent != before;
    }

    Whole whole() {
        Whole known = whole;
        if (known == null) {
            known = new Whole();
            whole = known;
        }
        return known;
    }

    /// When what corrects an earlier event will have happened.
    long rereadAt() {
        return whole == null ? Micros.NEVER : whole.rereadAt();
    }

    /// Whether something that came before takes back what has this key.
    boolean isCorrected(String by, Object key) {
        return whole != null && whole.isCorrected(by, key);
    }

    History history() {
        return whole().history(id);
    }

    /// Reads what is looked at first, whatever happens, so that it is fetched.
    long readFirst() {
        return state[0] + id.length() + recent.length + readEnd();
    }

    /// Reads until when these are certain.
    long readUntils(int[] numbers) {
        long sum = 0;
        for (int number : numbers) {
            sum += until(number);
        }
        return sum;
    }

    /// Reads until when those of the blocks are certain that are due.
    long readDue(long until) {
        long sum = 0;
        for (int block = 0; block < blocks(conditions); block++) {
            if (state[block] <= until) {
                sum += until(block * BLOCK) + until(Math.min((block + 1) * BLOCK, conditions) - 1);
            }
        }
        return sum;
    }

    void forget() {
        clear();
        recent = RecentIds.NONE;
        whole = null;
    }

    static boolean bit(long[] bits, int number) {
        return (bits[number >> 6] >>> (number & 63) & 1) != 0;
    }

    static void set(long[] bits, int number) {
        bits[number >> 6] |= 1L << (number & 63);
    }
}
