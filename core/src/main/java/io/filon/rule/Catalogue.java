package io.filon.rule;

import static io.filon.problem.Require.require;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything a rule may ask of one customer, and the table that holds what is known now.
///
/// @param table    with one row per `customer_id` and a column per fact
/// @param events   that customers have; names differ
/// @param segments whose recorded memberships may be asked, with their rules
public record Catalogue(String table, List<Fact> facts, List<EventType> events, Map<String, Rule> segments) {

    /// Where a dated fact can come from: told by the customer, seen, worked out, or brought from elsewhere.
    public static final Set<String> SOURCES = Set.of("zero_party", "observed", "inferred", "imported");

    public Catalogue {
        require(table.matches("[a-z][a-z0-9_]*"), "table '%s' must be lower case, digits and _", table);
        facts = List.copyOf(facts);
        events = List.copyOf(events);
        segments = Map.copyOf(segments);
        long names = facts.stream().map(Fact::name).distinct().count();
        require(names == facts.size(), "two facts of the catalogue have the same name: %s", facts);
        long eventNames = events.stream().map(EventType::name).distinct().count();
        require(eventNames == events.size(), "two events of the catalogue have the same name: %s", events);
    }

    /// Facts and no more.
    public Catalogue(String table, List<Fact> facts) {
        this(table, facts, List.of(), Map.of());
    }

    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    public Optional<EventType> event(String name) {
        return events.stream().filter(event -> event.name().equals(name)).findFirst();
    }

    /// The corrections that take back events of this name, each with the name of the correcting event.
    public Map<String, EventType.Correction> correctionsOf(String event) {
        Map<String, EventType.Correction> corrections = new java.util.TreeMap<>();
        events.forEach(type -> type.corrects().stream()
                .filter(correction -> correction.event().equals(event))
                .forEach(correction -> corrections.put(type.name(), correction)));
        return corrections;
    }

    public List<String> factNames() {
        return facts.stream().map(Fact::name).toList();
    }

    public List<String> eventNames() {
        return events.stream().map(EventType::name).toList();
    }
}
