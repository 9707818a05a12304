package io.filon.value;

import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.rule.Catalogue;
import io.filon.rule.NamedRule;
import io.filon.rule.Rule;
import io.filon.rule.check.CheckedRule;
import io.filon.rule.sql.RuleRun;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.rules.RuleTables;
import io.filon.workspace.Persona;
import io.filon.workspace.PersonaLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the personas' rules may ask: the facts of every customer, the traits that the company's own files give under
/// the names of their columns (`entorno`, `tipo_cliente`), and, when a persona asks for it, what customers did.
public final class PersonaRules {

    private static final String FACTS = "persona_facts";

    private final Store store;
    private final Catalogue catalogue;

    private PersonaRules(Store store, Catalogue catalogue) {
        this.store = store;
        this.catalogue = catalogue;
    }

    /// Makes `persona_facts`; the tables of events only when facts alone do not answer.
    ///
    /// @throws FilonException with everything that no file gives, the nearest that there is, and the line
    public static PersonaRules of(Store store, List<Persona> personas) {
        Catalogue facts = new TraitFacts(store).write(FACTS);
        if (problems(personas, facts).isEmpty()) {
            return new PersonaRules(store, facts);
        }
        RuleTables tables = new RuleTables(store);
        tables.build();
        Catalogue all = tables.catalogue(facts, Map.of());
        List<Problem> problems = problems(personas, all);
        if (!problems.isEmpty()) {
            throw new FilonException(problems);
        }
        return new PersonaRules(store, all);
    }

    public CheckedRule checked(Rule rule) {
        return CheckedRule.check(rule, catalogue);
    }

    /// @return a select of `customer_id`, in any order
    public Sql members(Rule rule) {
        CheckedRule checked = checked(rule);
        return RuleSql.readsFactsAlone(checked)
                ? RuleSql.unordered(checked)
                : RuleRun.of(store).members(checked);
    }

    private static List<Problem> problems(List<Persona> personas, Catalogue catalogue) {
        List<Problem> problems = new ArrayList<>();
        for (Persona persona : personas) {
            List<Problem> own = new ArrayList<>(CheckedRule.problems(persona.who(), catalogue));
            for (NamedRule believed : persona.believed()) {
                own.addAll(CheckedRule.problems(believed, catalogue));
            }
            if (!own.isEmpty()) {
                problems.addAll(PersonaLines.placed(
                        persona.file(),
                        persona.source(),
                        own.stream().distinct().toList()));
            }
        }
        return problems;
    }
}
