package io.filon.rule.reference;

import static io.filon.problem.Require.require;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that is known of one customer, with when: what a rule can be asked about.
///
/// Values are in the form constants have: `BigDecimal`, `Double`, `String`, `Boolean`, `LocalDate`, `Instant`, lists of
/// `String` and [io.filon.rule.Place]s. Instants are kept to the microsecond.
///
/// @param zone        the person's own, by its name; empty when it is not known
/// @param account     the company or household the customer belongs to; empty for none
/// @param facts       in the order they arrived
/// @param events      in the order they arrived, repeated ones included
/// @param memberships of segments, as recorded
public record History(
        String customerId,
        String zone,
        String account,
        List<Stated> facts,
        List<Event> events,
        List<Membership> memberships) {

    /// That a fact had a value from an instant on, until the next statement.
    ///
    /// @param source one of the catalogue's sources
    /// @param value  [Unknown] when it is not known any more
    public record Stated(String fact, Instant at, String source, Object value) {
        public Stated {
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /// What a fact is that is not known any more.
    public enum Unknown {
        UNKNOWN
    }

    /// Something that happened.
    ///
    /// @param id         the same for the same event, however often it arrives; the first to arrive counts
    /// @param properties those that are known
    public record Event(
            String id, String name, Instant occurred, Map<String, Object> properties, List<Map<String, Object>> items) {
        public Event {
            occurred = occurred.truncatedTo(ChronoUnit.MICROS);
            properties = Map.copyOf(properties);
            items = items.stream().map(Map::copyOf).toList();
        }
    }

    /// From an instant, included, to another, not included; [io.filon.rule.Range#FOREVER] while it lasts.
    public record Membership(String segment, Instant from, Instant end) {
        public Membership {
            require(from.isBefore(end), "a membership must end (%s) after it began (%s)", end, from);
            from = from.truncatedTo(ChronoUnit.MICROS);
            end = end.truncatedTo(ChronoUnit.MICROS);
        }
    }

    public History {
        facts = List.copyOf(facts);
        events = List.copyOf(events);
        memberships = List.copyOf(memberships);
    }

    /// Facts as they are now and have always been, and nothing else.
    ///
    /// @param values by name of the fact; a fact that is not known is absent
    public static History ofFacts(String customerId, Map<String, Object> values) {
        List<Stated> facts = values.entrySet().stream()
                .map(fact -> new Stated(fact.getKey(), Instant.EPOCH, "imported", fact.getValue()))
                .toList();
        return new History(customerId, "", "", facts, List.of(), List.of());
    }

    /// As it was known when only so many of its events had arrived.
    public History arrived(int events) {
        return new History(customerId, zone, account, facts, this.events.subList(0, events), memberships);
    }

    Optional<ZoneId> knownZone() {
        return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
    }
}
