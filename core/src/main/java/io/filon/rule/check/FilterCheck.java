package io.filon.rule.check;

import io.filon.rule.Claim;
import io.filon.rule.EventType;
import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.rule.Measure;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Checks conditions on events and on their items against the properties the events have.
final class FilterCheck {

    private static final String ITEMS = "items.";

    private final Findings findings;
    private final MeasureCheck measures;
    private final ClaimCheck claims;

    FilterCheck(Findings findings, MeasureCheck measures) {
        this.findings = findings;
        this.measures = measures;
        this.claims = new ClaimCheck(findings, measures);
    }

    void check(Filter filter, Events events, String path) {
        check(filter, new Scope(events.names(), ""), path);
    }

    void items(Filter filter, Events events, String path) {
        check(filter, new Scope(events.names(), ITEMS), path);
    }

    /// Names of the properties all these events have.
    List<String> names(List<String> events, boolean ofItems) {
        TreeSet<String> names = new TreeSet<>();
        for (EventType type : events.stream()
                .flatMap(name -> findings.catalogue().event(name).stream())
                .toList()) {
            (ofItems ? type.items() : type.properties())
                    .forEach(property -> names.add((ofItems ? ITEMS : "") + property.name()));
        }
        return List.copyOf(names);
    }

    /// @param prefix `items.` where properties are those of an item
    record Scope(List<String> events, String prefix) {}

    private void check(Filter filter, Scope scope, String path) {
        findings.within(() -> {
            switch (filter) {
                case Filter.Every() -> {}
                case Filter.All(List<Filter> filters) -> each(filters, scope, path + ".all");
                case Filter.Any(List<Filter> filters) -> each(filters, scope, path + ".any");
                case Filter.Not(Filter inner) -> check(inner, scope, path + ".not");
                case Filter.Property(String name, Claim claim) -> property(name, claim, scope, path + "." + name);
                case Filter.Customer(Measure.Fact fact, Claim claim) -> {
                    Optional<FactType> type = measures.fact(fact, path + "." + fact.name(), true);
                    type.ifPresent(known -> claims.check(known, fact.name(), claim, Optional.of(scope), path));
                }
                case Filter.Items(Filter.Quantifier _, Filter item) -> {
                    if (!scope.prefix.isEmpty() || names(scope.events, true).isEmpty()) {
                        findings.add("rule.no_items", path, String.join(", ", scope.events));
                    } else {
                        check(item, new Scope(scope.events, ITEMS), path + ".items");
                    }
                }
            }
        });
    }

    private void each(List<Filter> filters, Scope scope, String path) {
        for (int i = 0; i < filters.size(); i++) {
            check(filters.get(i), scope, "%s[%d]".formatted(path, i));
        }
    }

    private void property(String name, Claim claim, Scope scope, String path) {
        measures.property(scope.prefix + name, scope.events, path)
                .ifPresent(type -> claims.check(type, name, claim, Optional.of(scope), path));
    }
}
