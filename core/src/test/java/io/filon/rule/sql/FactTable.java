package io.filon.rule.sql;

import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.reference.History;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes the facts of histories into a table with a column each, `customer_facts`; those with dates are not in it.
public final class FactTable {

    private FactTable() {}

    public static void load(DuckStore store, Catalogue catalogue, List<History> customers) {
        List<Fact> facts =
                catalogue.facts().stream().filter(fact -> !fact.dated()).toList();
        store.run(Sql.of("create or replace table customer_facts (customer_id varchar, "
                + facts.stream()
                        .map(fact -> fact.column() + " " + columnType(fact.type()))
                        .collect(Collectors.joining(", "))
                + ")"));
        if (!customers.isEmpty()) {
            store.run(Sql.of("insert into customer_facts values ")
                    .then(Sql.join(
                            customers.stream()
                                    .map(customer -> row(customer, facts))
                                    .toList(),
                            ", ")));
        }
    }

    private static Sql row(History customer, List<Fact> facts) {
        List<Sql> cells = new ArrayList<>(List.of(Sql.of("?", customer.customerId())));
        for (Fact fact : facts) {
            Optional<Object> value = customer.facts().stream()
                    .filter(stated -> stated.fact().equals(fact.name()))
                    .map(stated -> fact.type().stored(stated.value()))
                    .findFirst();
            cells.add(value.map(known -> Sql.of("?", known)).orElse(Sql.of("null")));
        }
        return Sql.of("(").then(Sql.join(cells, ", ")).then(Sql.of(")"));
    }

    /// As the tables of a workspace have them.
    private static String columnType(FactType type) {
        return switch (type) {
            case MONEY -> "decimal(18, 4)";
            case COUNT -> "bigint";
            case SHARE, DAYS, NUMBER -> "double";
            case TEXT -> "varchar";
            case FLAG -> "boolean";
            case DATE -> "date";
            case INSTANT, LIST, PLACE -> throw new IllegalStateException("not here: " + type);
        };
    }
}
