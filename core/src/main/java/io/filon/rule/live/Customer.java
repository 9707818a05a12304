package io.filon.rule.live;

import io.filon.rule.live.log.Log;
import io.filon.rule.live.log.Micros;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// What is kept of one customer. Changed only by [LiveSegments].
final class Customer {

    final String id;
    ZoneId zone;
    final Log log = new Log();
    final RecentIds recent = new RecentIds();

    /// By number of condition: until when its answer is certain. Then the answers, a bit a condition, and what the
    /// customer is a member of, a bit a rule.
    private final long[] state;

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
        this.state = new long[conditions + words(conditions) + words(rules)];
    }

    private static int words(int bits) {
        return (bits + 63) / 64;
    }

    long until(int condition) {
        return state[condition];
    }

    boolean holds(int condition) {
        return isSet(conditions, condition);
    }

    /// @return whether that is another answer than before
    boolean decide(int condition, boolean holds, long until) {
        state[condition] = until;
        return set(conditions, condition, holds);
    }

    boolean isMember(int rule) {
        return isSet(conditions + words(conditions), rule);
    }

    /// @return whether that is another answer than before
    boolean member(int rule, boolean holds) {
        return set(conditions + words(conditions), rule, holds);
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

    /// Marks the conditions that are certain no longer.
    void due(long now, long[] into) {
        for (int from = 0; from < conditions; from += Long.SIZE) {
            long due = 0;
            int end = Math.min(from + Long.SIZE, conditions);
            for (int i = from; i < end; i++) {
                due |= (state[i] - now - 1 >>> 63) << i; // the sign: instants are far from the ends of a long, or never
            }
            into[from >> 6] = due;
        }
    }

    /// When the first answer could change.
    long first() {
        long first = rereadAt();
        for (int i = 0; i < conditions; i++) {
            first = Math.min(first, state[i]);
        }
        return first;
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
        recent.clear();
        whole = null;
    }

    static boolean bit(long[] bits, int number) {
        return (bits[number >> 6] >>> (number & 63) & 1) != 0;
    }

    static void set(long[] bits, int number) {
        bits[number >> 6] |= 1L << (number & 63);
    }
}
