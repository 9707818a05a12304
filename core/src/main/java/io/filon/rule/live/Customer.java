package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.Log;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What is kept of one customer. Changed only by [LiveSegments].
final class Customer {

    final String id;
    ZoneId zone;
    final Log log = new Log();

    /// As [RecentIds] keeps them.
    private long[] recent = RecentIds.NONE;

    /// By number of condition: until when its answer is certain. Then the first of these of each block of conditions,
    /// the answers, a bit a condition, and what the customer is a member of, a bit a rule.
    private final long[] state;

    private static final int BLOCK = 32;

    private final int conditions;

    /// When the first of them could change.
    long wakeAt = Micros.NEVER;

    /// By which instant the queue knows it.
    long queuedAt = Micros.NEVER;

    /// What few rules need.
    private @Nullable Whole whole;

    Customer(String id, ZoneId zone, int conditions, int rules) {
        this.id = id;
        this.zone = zone;
        this.conditions = conditions;
        this.state = new long[conditions + blocks(conditions) + words(conditions) + words(rules)];
    }

    private static int blocks(int conditions) {
        return (conditions + BLOCK - 1) / BLOCK;
    }

    private int answers() {
        return conditions + blocks(conditions);
    }

    private static int words(int bits) {
        return (bits + 63) / 64;
    }

    long until(int condition) {
        return state[condition];
    }

    boolean holds(int condition) {
        return isSet(answers(), condition);
    }

    /// @return whether that is another answer than before
    boolean decide(int condition, boolean holds, long until) {
        long before = state[condition];
        state[condition] = until;
        int block = conditions + condition / BLOCK;
        if (until <= state[block]) {
            state[block] = until;
        } else if (before == state[block]) {
            state[block] = first(condition / BLOCK);
        }
        return set(answers(), condition, holds);
    }

    boolean isMember(int rule) {
        return isSet(answers() + words(conditions), rule);
    }

    /// @return whether that is another answer than before
    boolean member(int rule, boolean holds) {
        return set(answers() + words(conditions), rule, holds);
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
        int end = Math.min((block + 1) * BLOCK, conditions);
        long first = Micros.NEVER;
        for (int i = block * BLOCK; i < end; i++) {
            first = Math.min(first, state[i]);
        }
        return first;
    }

    /// Marks the conditions that are certain no longer.
    void due(long now, long[] into) {
        for (int block = 0; block < blocks(conditions); block++) {
            if (state[conditions + block] <= now) {
                int end = Math.min((block + 1) * BLOCK, conditions);
                for (int i = block * BLOCK; i < end; i++) {
                    if (state[i] <= now) {
                        set(into, i);
                    }
                }
            }
        }
    }

    /// When the first answer could change.
    long first() {
        long first = rereadAt();
        for (int i = conditions; i < answers(); i++) {
            first = Math.min(first, state[i]);
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

    void forget() {
        log.clear();
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
