package io.filon.value.rules;

import io.filon.rule.Catalogue;
import io.filon.rule.EventType;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.reference.History;
import io.filon.rule.sql.RuleRun;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads back from the tables of rules everything that is known of one customer, as the readers of one history take it.
///
/// Facts without dates are as they are now and have always been. Whoever was asked about last is remembered, but for
/// the stays: what is explained of a customer is explained of one segment after another.
public final class StoredHistory {

    private static final String ALWAYS = "imported";

    private record Statement(String name, String value, Instant statedAt, String source) {}

    private record Stay(String segment, Instant fromAt, Instant endAt) {}

    private final Store store;
    private final Catalogue catalogue;
    private @Nullable History last;

    public StoredHistory(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    public History of(String customerId) {
        History known = last;
        if (known == null || !known.customerId().equals(customerId)) {
            known = read(customerId);
            last = known;
        }
        return new History(customerId, known.zone(), known.account(), known.facts(), known.events(), stays(customerId));
    }

    private History read(String customerId) {
        String of = " where customer_id = ?";
        String account = store.text(Sql.of("select account from rule_customers" + of, customerId))
                .orElse("");
        String zone = store.text(Sql.of("select zone from rule_customers" + of, customerId))
                .orElse("");
        List<History.Stated> facts = new ArrayList<>(plain(customerId));
        facts.addAll(dated(customerId));
        return new History(customerId, zone, account, facts, events(customerId), List.of());
    }

    private List<History.Stated> plain(String customerId) {
        Map<String, Object> row = new HashMap<>();
        store.stream(
                Sql.of("select * from " + Sql.name(catalogue.table()) + " where customer_id = ?", customerId),
                row::putAll);
        List<History.Stated> facts = new ArrayList<>();
        for (Fact fact : catalogue.facts()) {
            Object value = row.get(fact.column());
            if (!fact.dated() && value != null && fact.type() != FactType.LIST && fact.type() != FactType.PLACE) {
                facts.add(new History.Stated(
                        fact.name(), Instant.EPOCH, ALWAYS, fact.type().stored(plainValue(value))));
            }
        }
        return facts;
    }

    private static Object plainValue(Object value) {
        return value instanceof OffsetDateTime instant ? instant.toInstant() : value;
    }

    private List<History.Stated> dated(String customerId) {
        List<History.Stated> facts = new ArrayList<>();
        for (Statement said : store.query(
                Sql.of(
                        "select name, coalesce(value, '') as value, stated_at, source from rule_facts "
                                + "where customer_id = ? order by name, stated_at, seq",
                        customerId),
                Statement.class)) {
            Optional<Fact> fact = catalogue.fact(said.name).filter(Fact::dated);
            if (fact.isPresent()) {
                Object value = fact.get()
                        .type()
                        .constant(said.value)
                        .map(fact.get().type()::stored)
                        .orElse(History.Unknown.UNKNOWN);
                facts.add(new History.Stated(said.name, said.statedAt, said.source, value));
            }
        }
        return facts;
    }

    private List<History.Event> events(String customerId) {
        Map<String, List<Map<String, Object>>> items = new HashMap<>();
        store.stream(
                Sql.of("select * from rule_items where customer_id = ? order by event_id, item_no", customerId),
                row -> items.computeIfAbsent(String.valueOf(row.get("event_id")), _ -> new ArrayList<>())
                        .add(row));
        List<History.Event> events = new ArrayList<>();
        store.stream(Sql.of("select * from rule_events where customer_id = ? order by seq", customerId), row -> {
            Optional<EventType> type = catalogue.event(String.valueOf(row.get("name")));
            String id = String.valueOf(row.get("event_id"));
            type.ifPresent(known -> events.add(new History.Event(
                    id,
                    known.name(),
                    instant(row.get("occurred_at")),
                    values(known.properties(), row),
                    items.getOrDefault(id, List.of()).stream()
                            .map(item -> values(known.items(), item))
                            .toList())));
        });
        return events;
    }

    private static Instant instant(@Nullable Object value) {
        return ((OffsetDateTime) Objects.requireNonNull(value, "an event has its instant")).toInstant();
    }

    /// Those that are known, each in the form its type has.
    private static Map<String, Object> values(List<EventType.Property> properties, Map<String, Object> row) {
        JsonNode more = JsonMapper.shared()
                .readTree(row.getOrDefault("properties", "{}").toString());
        Map<String, Object> values = new HashMap<>();
        for (EventType.Property property : properties) {
            Object value = row.get(property.name());
            JsonNode own = more.path(property.name());
            if (value != null) {
                values.put(property.name(), property.type().stored(plainValue(value)));
            } else if (own.isValueNode() && !own.isNull()) {
                read(property.type(), own.asString()).ifPresent(read -> values.put(property.name(), read));
            }
        }
        return values;
    }

    private static Optional<Object> read(FactType type, String text) {
        if (type == FactType.NUMBER) {
            try {
                return Optional.of(new BigDecimal(text.strip()).doubleValue());
            } catch (NumberFormatException e) {
                return Optional.empty(); // what is no number is not known
            }
        }
        return type.constant(text);
    }

    private List<History.Membership> stays(String customerId) {
        RuleRun.memberships(store);
        return store
                .query(
                        Sql.of(
                                "select segment, from_at, end_at from rule_memberships where customer_id = ? "
                                        + "order by segment, from_at",
                                customerId),
                        Stay.class)
                .stream()
                .map(stay -> new History.Membership(stay.segment, stay.fromAt, stay.endAt))
                .toList();
    }
}
