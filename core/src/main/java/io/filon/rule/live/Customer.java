package io.filon.rule.live;

import io.filon.rule.Range;
import io.filon.rule.live.log.Log;
import io.filon.rule.live.log.Micros;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is kept of one customer. Changed only by [LiveSegments].
final class Customer {

    final String id;
    ZoneId zone;
    final Log log = new Log();
    final RecentIds recent = new RecentIds();

    /// By number of condition: until when its answer is certain.
    final long[] until;

    /// A bit a condition, and a bit a rule.
    final long[] held;

    final long[] member;

    /// When the first of them could change, and where in the queue that stands; -1 when not in it.
    long wakeAt = Micros.NEVER;

    int place = -1;

    /// When what corrects an earlier event will have happened.
    long rereadAt = Micros.NEVER;

    /// Name and key of each correction, so that an order that arrives after its refund is noticed.
    Set<List<Object>> corrections = Set.of();

    private List<History.Event> events = List.of();
    private List<History.Stated> facts = List.of();
    private List<History.Membership> memberships = List.of();
    private @Nullable History history;

    Customer(String id, ZoneId zone, int conditions, int rules) {
        this.id = id;
        this.zone = zone;
        this.until = new long[conditions];
        this.held = new long[(conditions + 63) / 64];
        this.member = new long[(rules + 63) / 64];
    }

    void keep(History.Event event) {
        events = grown(events);
        events.add(event);
        history = null;
    }

    void keep(History.Stated fact) {
        facts = grown(facts);
        facts.add(fact);
        history = null;
    }

    /// In place of one of the same segment that began at the same instant.
    void keep(History.Membership membership) {
        memberships = grown(memberships);
        memberships.removeIf(other ->
                other.segment().equals(membership.segment()) && other.from().equals(membership.from()));
        memberships.add(membership);
        history = null;
    }

    private static <T> List<T> grown(List<T> list) {
        return list instanceof ArrayList ? list : new ArrayList<>(4);
    }

    void forget() {
        log.clear();
        recent.clear();
        corrections = Set.of();
        rereadAt = Micros.NEVER;
        events = List.of();
        facts = List.of();
        memberships = List.of();
        history = null;
    }

    void corrected(List<Object> correction) {
        if (corrections.isEmpty()) {
            corrections = new HashSet<>(4);
        }
        corrections.add(correction);
    }

    /// What is kept whole.
    History history() {
        History known = history;
        if (known == null) {
            known = new History(id, "", "", facts, events, memberships);
            history = known;
        }
        return known;
    }

    /// Every instant that is kept whole, days by their start.
    long[] moments(ZoneId in) {
        List<Long> moments = new ArrayList<>();
        for (History.Event event : events) {
            moments.add(Micros.of(event.occurred()));
            event.properties().values().forEach(value -> moments.add(WholeLeaf.moment(value, in)));
            for (Map<String, Object> item : event.items()) {
                item.values().forEach(value -> moments.add(WholeLeaf.moment(value, in)));
            }
        }
        for (History.Stated fact : facts) {
            moments.add(Micros.of(fact.at()));
            moments.add(WholeLeaf.moment(fact.value(), in));
        }
        for (History.Membership membership : memberships) {
            moments.add(Micros.of(membership.from()));
            if (membership.end().isBefore(Range.FOREVER)) {
                moments.add(Micros.of(membership.end()));
            }
        }
        return moments.stream()
                .mapToLong(Long::longValue)
                .filter(moment -> moment != Micros.NEVER)
                .toArray();
    }

    static boolean bit(long[] bits, int number) {
        return (bits[number >> 6] >>> (number & 63) & 1) != 0;
    }

    static void set(long[] bits, int number, boolean value) {
        long bit = 1L << (number & 63);
        bits[number >> 6] = value ? bits[number >> 6] | bit : bits[number >> 6] & ~bit;
    }
}
