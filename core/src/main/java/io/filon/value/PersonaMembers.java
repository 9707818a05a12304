package io.filon.value;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Persona;
import java.util.ArrayList;
import java.util.List;

/// Writes `persona_members`: who the declared personas are. Their rules may ask, beside the facts of every customer,
/// the traits that the company's own files give, under the names of their columns (`entorno`, `tipo_cliente`).
final class PersonaMembers {

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
        Catalogue catalogue = new TraitFacts(store).write("persona_facts");
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
}
