package io.filon.rule;

import static io.filon.problem.Require.require;

import java.util.List;
import java.util.Optional;

/// Everything a rule may ask of one customer, and the table that holds it.
///
/// @param table with one row per `customer_id` and a column per fact
public record Catalogue(String table, List<Fact> facts) {

    public Catalogue {
        require(table.matches("[a-z][a-z0-9_]*"), "table '%s' must be lower case, digits and _", table);
        facts = List.copyOf(facts);
        long names = facts.stream().map(Fact::name).distinct().count();
        require(names == facts.size(), "two facts of the catalogue have the same name: %s", facts);
    }

    public Optional<Fact> fact(String name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    List<String> names() {
        return facts.stream().map(Fact::name).toList();
    }
}
