package io.filon.behaviour.job;

import io.filon.rule.Catalogue;
import io.filon.rule.Fact;
import io.filon.rule.FactType;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;

/// What rules may ask of a customer's jobs: `job.current`, what they came for last within 90 days, and `job.usual`.
public final class JobFacts {

    private static final List<Fact> FACTS = List.of(
            new Fact("job.current", FactType.TEXT, "job_current"), new Fact("job.usual", FactType.TEXT, "job_usual"));

    private JobFacts() {}

    /// Adds them to a table of customers, as they were on the run's day; nothing where no sessions are known.
    public static void write(Store store, String table) {
        if (!store.tables().contains("session_jobs")) {
            return;
        }
        store.build(Script.beside(SessionJobs.class, "customer_jobs"));
        store.run(Sql.of("""
                create or replace table %1$s as
                select %1$s.*, customer_jobs.current_job as job_current, customer_jobs.usual_job as job_usual
                from %1$s
                left join customer_jobs on customer_jobs.customer_id = %1$s.customer_id
                """.formatted(table)));
    }

    /// The catalogue with them, where its table has them.
    public static Catalogue added(Store store, Catalogue customers) {
        if (!store.columns(customers.table()).contains("job_current")) {
            return customers;
        }
        List<Fact> facts = new ArrayList<>(customers.facts());
        facts.addAll(FACTS);
        return new Catalogue(customers.table(), facts, customers.events(), customers.segments());
    }
}
