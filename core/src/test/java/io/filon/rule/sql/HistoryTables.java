package io.filon.rule.sql;

import io.filon.rule.Place;
import io.filon.rule.reference.History;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes histories into the tables the SQL reader reads, repeated events included.
public final class HistoryTables {

    private final DuckStore store;

    public HistoryTables(DuckStore store) {
        this.store = store;
    }

    public void load(List<History> histories) {
        List<List<@Nullable Object>> customers = new ArrayList<>();
        List<List<@Nullable Object>> facts = new ArrayList<>();
        List<List<@Nullable Object>> events = new ArrayList<>();
        List<List<@Nullable Object>> items = new ArrayList<>();
        List<List<@Nullable Object>> memberships = new ArrayList<>();
        for (History history : histories) {
            String id = history.customerId();
            customers.add(row(id, nullable(history.zone()), nullable(history.account())));
            long seq = 0;
            for (History.Stated stated : history.facts()) {
                Object value = stated.value();
                facts.add(row(
                        id,
                        stated.fact(),
                        value == History.Unknown.UNKNOWN ? null : text(value),
                        micros(stated.at()),
                        seq++,
                        stated.source()));
            }
            Set<String> seen = new HashSet<>();
            for (History.Event event : history.events()) {
                events.add(
                        row(id, event.id(), event.name(), micros(event.occurred()), seq++, json(event.properties())));
                if (seen.add(event.id())) {
                    for (Map<String, Object> item : event.items()) {
                        items.add(row(id, event.id(), seq++, json(item)));
                    }
                }
            }
            for (History.Membership member : history.memberships()) {
                memberships.add(row(id, member.segment(), micros(member.from()), micros(member.end())));
            }
        }
        rows("raw_customers", "customer_id varchar, zone varchar, account varchar", customers);
        rows(
                "raw_facts",
                "customer_id varchar, name varchar, value varchar, at_us bigint, seq bigint, source varchar",
                facts);
        rows(
                "raw_events",
                "customer_id varchar, event_id varchar, name varchar, at_us bigint, seq bigint, properties varchar",
                events);
        rows("rule_items", "customer_id varchar, event_id varchar, item_no bigint, properties varchar", items);
        rows("raw_memberships", "customer_id varchar, segment varchar, from_us bigint, end_us bigint", memberships);
        VIEWS.forEach(view -> store.run(Sql.of(view)));
    }

    private static final List<String> VIEWS = List.of("""
            create or replace table rule_customers as
            select *, cast(row_number() over (order by customer_id) - 1 as integer) as customer_no from raw_customers""", """
            create or replace table rule_facts as
            select customer_id, name, value, make_timestamptz(at_us) as stated_at, seq, source from raw_facts""", """
            create or replace table rule_events as
            select customer_id, customer_no, event_id, name, make_timestamptz(at_us) as occurred_at, seq, properties
            from raw_events
            join rule_customers using (customer_id)
            qualify row_number() over (partition by customer_id, event_id order by seq) = 1""", """
            create or replace table rule_memberships as
            select customer_id, segment, make_timestamptz(from_us) as from_at, make_timestamptz(end_us) as end_at
            from raw_memberships""");

    /// Every customer at every instant.
    public void moments(List<Instant> instants) {
        String all = instants.stream().map(Clock::literal).collect(Collectors.joining("), ("));
        store.run(Sql.of("""
                create or replace table rule_moments as
                select customer_id || ' ' || epoch_us(now_at) as moment_id, customer_id, account, zone, now_at
                from rule_customers cross join (values (%s)) instants (now_at)""".formatted(all)));
    }

    private void rows(String name, String columns, List<List<@Nullable Object>> rows) {
        store.run(Sql.of("create or replace table %s (%s)".formatted(name, columns)));
        store.append(name, rows);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static String json(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(each -> quoted(each.getKey()) + ":"
                        + (each.getValue() instanceof List<?> ? text(each.getValue()) : quoted(text(each.getValue()))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal exact -> exact.toPlainString();
            case Place place -> place.latitude() + "," + place.longitude();
            case List<?> words ->
                words.stream().map(word -> quoted(String.valueOf(word))).collect(Collectors.joining(",", "[", "]"));
            default -> value.toString();
        };
    }
}
