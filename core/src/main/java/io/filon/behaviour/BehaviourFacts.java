package io.filon.behaviour;

import io.filon.store.Sql;
import io.filon.store.Store;

/// What *behaviour* knows of a customer as facts that rules may ask: `behaviour_facts`, one row a customer and name.
///
/// They are known from the run's day on and never before: a rule asked of an earlier day does not see them, and
/// *discovery*, which learns from what was known before an outcome, never reads them.
public final class BehaviourFacts {

    private BehaviourFacts() {}

    /// Makes the facts whose names begin with `family` and a point again.
    ///
    /// @param facts a select of `customer_id`, `name`, `value`, one row a customer and name
    public static void write(Store store, String family, Sql facts) {
        store.run(Sql.of("create table if not exists behaviour_facts "
                + "(customer_id varchar, name varchar, value varchar, stated_at timestamp with time zone)"));
        store.run(Sql.of("delete from behaviour_facts where text_starts(name, ?)", family + "."));
        store.run(Sql.of("insert into behaviour_facts select facts.customer_id, facts.name, facts.value, run.as_of_end "
                        + "from (")
                .then(facts)
                .then(Sql.of(") as facts cross join run where facts.value is not null")));
    }
}
