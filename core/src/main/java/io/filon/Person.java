package io.filon;

import io.filon.intake.Erased;
import io.filon.problem.FilonException;
import io.filon.segment.CustomerIndex;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything a workspace holds about one person: to hand it over, or to forget it.
public final class Person {

    /// Columns that name a person, in whatever table.
    private static final Set<String> NAMES = Set.of("customer_id", "customer_key", "key", "anonymous_id", "lead_id");

    /// Ids shorter than this are found in too many texts that are about others.
    private static final int SHORTEST_IN_TEXT = 5;

    private record Column(String tableName, String columnName) {}

    private record Row(String value) {}

    private final Store store;
    private final String customerId;
    private final List<String> names;
    private final List<String> orders;

    private Person(Store store, String customerId, Set<String> names) {
        this.store = store;
        this.customerId = customerId;
        this.names = List.copyOf(names);
        this.orders = values(Sql.of("select order_id as value from orders where customer_id = ?", customerId));
    }

    /// @param asked any id, e-mail or telephone the customer is known by
    /// @throws FilonException when nobody is known by it
    public static Person find(Store store, String asked) {
        String id = asked.strip();
        String customerId = store.text(Sql.of("select min(customer_id) from identities where key = ?", id))
                .orElse(id);
        Set<String> names = new LinkedHashSet<>(List.of(customerId));
        Person alone = new Person(store, customerId, names);
        names.addAll(alone.values(Sql.of("select key as value from identities where customer_id = ?", customerId)));
        names.addAll(
                alone.values(Sql.of("select anonymous_id as value from visitors where customer_id = ?", customerId)));
        Person person = new Person(store, customerId, names);
        if (person.rows().isEmpty()) {
            throw new FilonException("segment.customer", id);
        }
        return person;
    }

    public String customerId() {
        return customerId;
    }

    /// Every id, e-mail, telephone and visitor's number that stands for the person.
    public List<String> names() {
        return names;
    }

    /// How many rows each table has of the person; those without any are left out.
    public Map<String, Long> rows() {
        Map<String, Long> rows = new LinkedHashMap<>();
        matches().forEach((table, match) -> {
            long count = store.number(Sql.of("select count(*) from %s where ".formatted(Sql.name(table)))
                    .then(match));
            if (count > 0) {
                rows.put(table, count);
            }
        });
        return rows;
    }

    /// What a table says of the person, a row each; all as text.
    public List<Map<String, Object>> told(String table) {
        List<Map<String, Object>> told = new ArrayList<>();
        Sql match = matches().get(table);
        if (match != null) {
            store.stream(
                    Sql.of("select * from %s where ".formatted(Sql.name(table))).then(match), row -> {
                        Map<String, Object> said = new LinkedHashMap<>();
                        row.forEach((column, value) -> said.put(
                                column,
                                value instanceof Number || value instanceof Boolean ? value : value.toString()));
                        told.add(said);
                    });
        }
        return told;
    }

    /// The files that rows about the person were read from.
    public List<String> files() {
        Set<String> sources = new LinkedHashSet<>();
        Set<String> withSource = new LinkedHashSet<>(
                values(Sql.of("select table_name as value from information_schema.columns where table_schema = 'main' "
                        + "and column_name = 'source_id' and starts_with(table_name, 'in_') order by table_name")));
        matches().forEach((table, match) -> {
            if (withSource.contains(table)) {
                sources.addAll(
                        values(Sql.of("select distinct source_id as value from %s where ".formatted(Sql.name(table)))
                                .then(match)));
            }
        });
        return sources.stream()
                .flatMap(source -> store.text(Sql.of("select file from sources where source_id = ?", source)).stream())
                .sorted()
                .toList();
    }

    /// Removes every row, and remembers by hashes not to take the person in again. What was worked out from them has to
    /// be made anew.
    public void erase(LocalDate on) {
        CustomerIndex index = CustomerIndex.kept(store);
        boolean indexed = store.tables().contains("segment_customers");
        Map<String, Sql> matches = matches();
        matches.forEach((table, match) -> store.run(
                Sql.of("delete from %s where ".formatted(Sql.name(table))).then(match)));
        if (indexed) {
            names.forEach(name -> index.erase(name, on));
        }
        new Erased(store).add(names, on);
        store.run(Sql.of("drop table if exists valued"));
        store.run(Sql.of("drop table if exists rules_made"));
    }

    /// For each table the condition that a row is about the person. The index of customers forgets in its own way.
    private Map<String, Sql> matches() {
        Map<String, List<Sql>> conditions = new LinkedHashMap<>();
        for (Column column : store.query(
                Sql.of("select columns.table_name, columns.column_name from information_schema.columns as columns "
                        + "join information_schema.tables as tables on tables.table_name = columns.table_name "
                        + "and tables.table_schema = columns.table_schema "
                        + "where columns.table_schema = 'main' and tables.table_type = 'BASE TABLE' "
                        + "and columns.table_name <> 'segment_customers' "
                        + "order by columns.table_name, columns.column_name"),
                Column.class)) {
            List<Sql> of = conditions.computeIfAbsent(column.tableName, _ -> new ArrayList<>());
            String name = Sql.name(column.columnName);
            if (NAMES.contains(column.columnName)) {
                of.add(in(name, names));
            } else if (column.columnName.equals("order_id") && !orders.isEmpty()) {
                of.add(in(name, orders));
            } else if (column.columnName.equals("content") && column.tableName.endsWith("rejected")) {
                names.stream()
                        .filter(said -> said.length() >= SHORTEST_IN_TEXT)
                        .forEach(said -> of.add(Sql.of("text_contains(%s, ?)".formatted(name), said)));
            }
        }
        Map<String, Sql> matches = new LinkedHashMap<>();
        conditions.forEach((table, of) -> {
            if (!of.isEmpty()) {
                matches.put(table, Sql.join(of, " or "));
            }
        });
        return matches;
    }

    private static Sql in(String column, List<String> values) {
        return new Sql(
                "%s in (%s)".formatted(column, String.join(", ", Collections.nCopies(values.size(), "?"))),
                new ArrayList<>(values));
    }

    private List<String> values(Sql select) {
        return store.query(select, Row.class).stream().map(Row::value).toList();
    }
}
