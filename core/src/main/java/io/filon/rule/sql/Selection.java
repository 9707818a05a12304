package io.filon.rule.sql;

import io.filon.rule.EventType;
import io.filon.rule.Events;
import io.filon.rule.FactType;
import io.filon.rule.Filter;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Events of `rule_events` as `e`, each seen from the moments of its customer: which are meant, and their properties,
/// less what has been taken back by then.
final class Selection {

    private final Scope scope;
    private final List<String> names;
    private final Map<String, Sql> left = new HashMap<>();
    private final List<Sql> conditions = new ArrayList<>();

    private Selection(Scope scope, List<String> names) {
        this.scope = scope;
        this.names = names;
    }

    /// All events of some names, whatever was taken back; of the customers who can still belong.
    static Selection gross(Reading reading, Clock clock, List<String> names) {
        Selection selection = new Selection(Scope.of(reading, clock, "rule_events e"), names);
        reading.isLeft(selection.scope.key()).ifPresent(selection.conditions::add);
        return selection;
    }

    /// Some of the events of a scope that holds others too.
    static Selection within(Scope scope, List<String> names) {
        return new Selection(scope, names);
    }

    static Selection of(Reading reading, Clock clock, Events events) {
        Selection selection = gross(reading, clock, events.names());
        selection.conditions.add(isNamed(events.names()));
        selection.conditions.add(clock.hasHappened("e.occurred_at", events.window()));
        if (!events.gross()) {
            events.names().stream().distinct().forEach(selection::net);
        }
        if (!(events.where() instanceof Filter.Every)) {
            selection.conditions.add(new FilterSql(selection).passes(events.where()));
        }
        return selection;
    }

    static Sql isNamed(List<String> names) {
        String literals = names.stream().distinct().map(Sql::literal).collect(Collectors.joining(", "));
        return Sql.of("e.name in (%s)".formatted(literals));
    }

    Scope scope() {
        return scope;
    }

    List<String> names() {
        return names;
    }

    /// A property of the event, of the type it has in the events meant.
    Value property(String name) {
        if (name.equals(Filter.TIME)) {
            return Value.of(FactType.INSTANT, "e.occurred_at");
        }
        FactType type = type(name);
        return new Value(type, left.getOrDefault(name, Sql.of(read("e", "", name, type))));
    }

    /// A property that some of the events may not have at all.
    Optional<Value> anyProperty(String name) {
        return scope.reading().checked().catalogue().events().stream()
                .flatMap(event -> event.property(name).stream())
                .findFirst()
                .map(type -> Value.of(type, read("e", "", name, type)));
    }

    /// A property of an item, `i`.
    Value itemProperty(String name) {
        FactType type = type("items." + name);
        return Value.of(type, read("i", "items.", name, type));
    }

    private FactType type(String name) {
        return scope.reading().checked().types().property(names, name).orElseThrow();
    }

    private String read(String alias, String prefix, String name, FactType type) {
        return scope.reading().asked().columns().contains(prefix + name)
                ? "%s.%s".formatted(alias, Sql.name(name))
                : Value.read("property(%s.properties, %s)".formatted(alias, Sql.literal(name)), type);
    }

    private void net(String event) {
        scope.reading().checked().catalogue().correctionsOf(event).forEach((name, correction) -> {
            Value key = keyOf(event, correction.key());
            String table = takenBack(name, correction);
            String back = scope.join(
                    table,
                    alias -> Sql.of("%1$s.moment_id = %2$s and e.name = %3$s and %1$s.key = "
                                    .formatted(alias, scope.key(), Sql.literal(event)))
                            .then(key.sql()));
            if (correction.amounts().isEmpty()) {
                conditions.add(Sql.of("%s.moment_id is null".formatted(back)));
            }
            for (int i = 0; i < correction.amounts().size(); i++) {
                String amount = correction.amounts().get(i);
                Sql had = left.getOrDefault(amount, keyOf(event, amount).sql());
                conditions.add(Sql.of("coalesce(").then(had).then(Sql.of(" > %s.most_%d, true)".formatted(back, i))));
                left.put(amount, Sql.of("(").then(had).then(Sql.of(" - coalesce(%s.taken_%d, 0))".formatted(back, i))));
            }
        });
    }

    private Value keyOf(String event, String name) {
        FactType type = scope.reading()
                .checked()
                .catalogue()
                .event(event)
                .flatMap(found -> found.property(name))
                .orElseThrow();
        return Value.of(type, read("e", "", name, type));
    }

    /// What one kind of event has taken back by a moment, by key: in all, and at most at any time until then, since
    /// an event taken back whole once does not count again.
    private String takenBack(String name, EventType.Correction correction) {
        Selection backs = gross(scope.reading(), scope.clock(), List.of(name));
        Value key = backs.keyOf(name, correction.key());
        StringBuilder running = new StringBuilder();
        StringBuilder totals = new StringBuilder();
        for (int i = 0; i < correction.amounts().size(); i++) {
            String amount = backs.keyOf(name, correction.amounts().get(i)).sql().text();
            running.append(
                    ",\n            sum(%s) over (partition by %s, %s order by e.occurred_at, e.seq) as so_far_%d, %s as amount_%d"
                            .formatted(amount, backs.scope.key(), key.sql().text(), i, amount, i));
            totals.append(
                    ", max(case when amount_%1$d is not null then so_far_%1$d end) as most_%1$d, sum(amount_%1$d) as taken_%1$d"
                            .formatted(i));
        }
        Sql select = Sql.of(
                        "    select moment_id, key%s\n    from (\n        select %s as moment_id, %s as key%s\n        from "
                                .formatted(totals, backs.scope.key(), key.sql().text(), running))
                .then(backs.scope.from())
                .then(Sql.of("\n        where "))
                .then(isNamed(List.of(name)))
                .then(Sql.of(" and "))
                .then(scope.clock().isBeforeNow("e.occurred_at"))
                .then(Sql.of("\n    ) backs\n    where key is not null\n    group by moment_id, key"));
        return scope.reading().query().table("taken_back", select);
    }

    void where(Sql condition) {
        conditions.add(condition);
    }

    /// `from … where …`
    Sql fromWhere() {
        return Sql.of("\n    from ")
                .then(scope.from())
                .then(Sql.of("\n    where "))
                .then(Sql.join(conditions, "\n        and "));
    }
}
