package io.filon.rule.live;

import io.filon.rule.Range;
import io.filon.rule.live.clock.Micros;
import io.filon.rule.reference.History;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is kept of a customer as it is: statements, memberships, events of rare conditions, and what takes back others.
final class Whole {

    private final List<History.Event> events = new ArrayList<>(4);
    private final List<History.Stated> facts = new ArrayList<>(4);
    private final List<History.Membership> memberships = new ArrayList<>(4);
    private @Nullable History history;

    /// Name and key of each correction, so that an order that arrives after its refund is noticed.
    private final Set<List<Object>> corrections = new HashSet<>(4);

    private long rereadAt = Micros.NEVER;

    void keep(History.Event event) {
        events.add(event);
        history = null;
    }

    void keep(History.Stated fact) {
        facts.add(fact);
        history = null;
    }

    /// In place of one of the same segment that began at the same instant.
    void keep(History.Membership membership) {
        memberships.removeIf(other ->
                other.segment().equals(membership.segment()) && other.from().equals(membership.from()));
        memberships.add(membership);
        history = null;
    }

    void corrected(String by, Object key) {
        corrections.add(List.of(by, key));
    }

    boolean isCorrected(String by, Object key) {
        return corrections.contains(List.of(by, key));
    }

    void rereadAt(long instant) {
        rereadAt = Math.min(rereadAt, instant);
    }

    /// When what corrects an earlier event will have happened.
    long rereadAt() {
        return rereadAt;
    }

    History history(String customerId) {
        History known = history;
        if (known == null) {
            known = new History(customerId, "", "", facts, events, memberships);
            history = known;
        }
        return known;
    }

    /// Every instant that is kept, days by their start.
    List<Long> moments(ZoneId in) {
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
        moments.removeIf(moment -> moment == Micros.NEVER);
        return moments;
    }
}
