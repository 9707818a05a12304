package io.filon.value;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Persona;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Writes `persona_members`: who the declared personas are. Their rules may ask, beside the facts of every customer,
/// the traits that the company's own files give, under the names of their columns (`entorno`, `tipo_cliente`).
final class PersonaMembers {

    /// A file with more columns than this is no list of traits.
    private static final int MOST_TRAITS = 200;

    private record Trait(String name) {}

    private final Store store;

    PersonaMembers(Store store) {
        this.store = store;
    }

    /// @throws FilonException with every fact no file gives, and the nearest that there is
    void write(List<Persona> personas) {
        store.run(Sql.of("create or replace table persona_members (customer_id varchar, persona varchar)"));
        if (personas.isEmpty()) {
            return;
        }
        Catalogue catalogue = withTraits();
        List<CheckedRule> rules = checked(personas, catalogue);
        for (int i = 0; i < personas.size(); i++) {
            store.run(Sql.of(
                            "insert into persona_members select customer_id, ? from (",
                            personas.get(i).name())
                    .then(RuleSql.members(rules.get(i)))
                    .then(Sql.of(") as members")));
        }
    }

    private static List<CheckedRule> checked(List<Persona> personas, Catalogue catalogue) {
        List<CheckedRule> rules = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Persona persona : personas) {
            try {
                rules.add(CheckedRule.check(persona.who().rule(), catalogue));
            } catch (FilonException e) {
                problems.add(Problem.of("persona.file", persona.file()));
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return rules;
    }

    /// Makes `persona_facts`: the facts of every customer, and a column a trait.
    private Catalogue withTraits() {
        List<Fact> facts = new ArrayList<>(Facts.CUSTOMER.facts());
        Set<String> taken = new HashSet<>(Rule.WORDS);
        facts.forEach(fact -> taken.add(fact.name()));
        List<Sql> columns = new ArrayList<>();
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
        store.run(facts(columns));
        return new Catalogue("persona_facts", facts);
    }

    private static Sql facts(List<Sql> columns) {
        if (columns.isEmpty()) {
            return Sql.of("create or replace table persona_facts as select * from customer_facts");
        }
        return Sql.of("create or replace table persona_facts as with told as ("
                        + "select coalesce(units.unit_id, traits.customer_id) as trait_customer_id, ")
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
