package io.filon.rule.live;

import io.filon.rule.RandomHistories;
import io.filon.rule.Range;
import io.filon.rule.reference.History;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Generated histories told piece by piece: most when it happens, some hours, days or weeks late, some twice, some
/// before it happens. Also the source they can be read from again: what has arrived so far.
final class Arrivals implements HistorySource {

    /// One piece.
    record Piece(Instant at, String customerId, Object what) {}

    private static final List<Duration> DELAYS = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ofDays(3),
            Duration.ofDays(7),
            Duration.ofDays(7).plusNanos(1000),
            Duration.ofDays(30),
            Duration.ofHours(-20));

    private final RandomGenerator random;
    private final Map<String, History> arrived = new HashMap<>();
    private final List<History> order;
    final List<Piece> pieces = new ArrayList<>();

    Arrivals(RandomGenerator random, int customers) {
        this.random = random;
        List<History> histories = new RandomHistories(random).histories(customers);
        for (History history : histories) {
            String id = history.customerId();
            arrived.put(id, new History(id, history.zone(), history.account(), List.of(), List.of(), List.of()));
            history.events().forEach(event -> pieces.add(new Piece(late(event.occurred()), id, event)));
            history.facts().forEach(fact -> pieces.add(new Piece(late(fact.at()), id, fact)));
            history.memberships().forEach(member -> memberships(member, id));
        }
        order = histories;
        pieces.sort(Comparator.comparing(Piece::at));
    }

    /// A membership is told when it begins, and again when it ends.
    private void memberships(History.Membership member, String id) {
        pieces.add(
                new Piece(member.from(), id, new History.Membership(member.segment(), member.from(), Range.FOREVER)));
        if (member.end().isBefore(Range.FOREVER)) {
            pieces.add(new Piece(member.end(), id, member));
        }
    }

    private Instant late(Instant then) {
        return then.plus(DELAYS.get(random.nextInt(DELAYS.size())));
    }

    /// From now on it is known.
    void arrive(Piece piece) {
        History known = arrived.get(piece.customerId());
        List<History.Stated> facts = new ArrayList<>(known.facts());
        List<History.Event> events = new ArrayList<>(known.events());
        List<History.Membership> memberships = new ArrayList<>(known.memberships());
        switch (piece.what()) {
            case History.Event event -> events.add(event);
            case History.Stated fact -> facts.add(fact);
            case History.Membership member -> {
                memberships.removeIf(other ->
                        other.segment().equals(member.segment()) && other.from().equals(member.from()));
                memberships.add(member);
            }
            default -> throw new IllegalStateException("no piece: " + piece);
        }
        arrived.put(
                known.customerId(),
                new History(known.customerId(), known.zone(), known.account(), facts, events, memberships));
    }

    static void tell(LiveSegments live, Piece piece) {
        switch (piece.what()) {
            case History.Event event -> live.accept(piece.customerId(), event, piece.at());
            case History.Stated fact -> live.accept(piece.customerId(), fact, piece.at());
            case History.Membership member -> live.accept(piece.customerId(), member, piece.at());
            default -> throw new IllegalStateException("no piece: " + piece);
        }
    }

    @Override
    public History history(String customerId) {
        return arrived.get(customerId);
    }

    /// Everybody, as far as is known.
    List<History> base() {
        return order.stream().map(history -> arrived.get(history.customerId())).toList();
    }
}
