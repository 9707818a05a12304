package io.filon.value;

import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Rule;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a rule may ask of one customer when the company's own columns count too: the facts of every customer, and the
/// traits that its files give, under the names of their columns (`entorno`, `tipo_cliente`).
public final class TraitFacts {

    /// A file with more columns than this is no list of traits.
    private static final int MOST_TRAITS = 200;

    private record Trait(String name) {}

    private final Store store;

    public TraitFacts(Store store) {
        this.store = store;
    }

    /// Makes `table`: the facts of every customer, and a column a trait.
    public Catalogue write(String table) {
        List<Sql> columns = new ArrayList<>();
        Catalogue catalogue = catalogue(table, columns);
        store.run(facts(table, columns));
        return catalogue;
    }

    /// What is in `table`, when it has been made from these traits.
    public Catalogue catalogue(String table) {
        return catalogue(table, new ArrayList<>());
    }

    private Catalogue catalogue(String table, List<Sql> columns) {
        List<Fact> facts = new ArrayList<>(Facts.CUSTOMER.facts());
        Set<String> taken = new HashSet<>(Rule.WORDS);
        facts.forEach(fact -> taken.add(fact.name()));
        for (Trait trait : store.query(
                Sql.of("select name from traits group by name order by count(*) desc nulls last, name limit "
                        + MOST_TRAITS),
                Trait.class)) {
            String name = factName(trait.name);
            if (name.matches("[a-z][a-z0-9_]*") && taken.add(name)) {
                String column = "trait_" + (columns.size() + 1);
                facts.add(new Fact(name, FactType.TEXT, column));
                columns.add(Sql.of("max(traits.value) filter (where traits.name = ?) as " + column, trait.name));
            }
        }
        return new Catalogue(table, facts);
    }

    private static Sql facts(String table, List<Sql> columns) {
        if (columns.isEmpty()) {
            return Sql.of("create or replace table %s as select * from customer_facts".formatted(table));
        }
        return Sql.of(("create or replace table %s as with told as ("
                                + "select coalesce(units.unit_id, traits.customer_id) as trait_customer_id, ")
                        .formatted(table))
                .then(Sql.join(columns, ", "))
                .then(Sql.of(" from traits left join units on units.customer_id = traits.customer_id "
                        + "group by coalesce(units.unit_id, traits.customer_id)) "
                        + "select customer_facts.*, told.* from customer_facts "
                        + "left join told on told.trait_customer_id = customer_facts.customer_id"));
    }

    /// A column's name as rules write it: `Tipo de cliente` is `tipo_de_cliente`.
    private static String factName(String column) {
        return Normalizer.normalize(column, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
    }
}
