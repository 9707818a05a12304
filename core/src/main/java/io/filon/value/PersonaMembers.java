package io.filon.value;

import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.workspace.Persona;
import java.util.List;

/// Who the declared personas are: `persona_members`, one row per customer and persona.
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
        PersonaRules rules = PersonaRules.of(store, personas);
        for (Persona persona : personas) {
            store.run(Sql.of("insert into persona_members select customer_id, ? from (", persona.name())
                    .then(rules.members(persona.who().rule()))
                    .then(Sql.of(") as members")));
        }
    }
}
