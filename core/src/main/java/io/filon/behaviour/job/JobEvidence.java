package io.filon.behaviour.job;

import io.filon.behaviour.job.Job.Evidence;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.List;

/// How many sessions show each sign of each job: what its points rest on. Asked for when somebody looks.
public final class JobEvidence {

    /// @param position of the sign in its job, from 1
    /// @param sessions taken for the job that show it
    /// @param ofAll    all sessions that show it
    public record Shown(String job, int position, double points, long sessions, long ofAll) {}

    private final List<Job> jobs;

    public JobEvidence(JobLibrary library) {
        this.jobs = library.jobs();
    }

    /// Makes `job_evidence`. Needs `session_jobs`.
    public List<Shown> run(Store store) {
        store.stageView(Script.beside(SessionJobs.class, "session_evidence"));
        store.run(Sql.of(counted().shown()));
        store.run(Sql.of("drop view if exists session_evidence"));
        return store.read("job_evidence", Shown.class);
    }

    private Sql counted() {
        List<Sql> counts = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            List<Evidence> signs = jobs.get(i).evidence();
            for (int k = 0; k < signs.size(); k++) {
                String shown = "shown_%d_%d".formatted(i, k);
                Sql holds = RuleSql.holds(signs.get(k).when());
                counts.add(Sql.of("count(*) filter (where session_jobs.job = %s and ("
                                .formatted(Sql.literal(jobs.get(i).key())))
                        .then(holds)
                        .then(Sql.of(")) as of_job_%1$s, count(*) filter (where ".formatted(shown)))
                        .then(holds)
                        .then(Sql.of(") as of_all_%s".formatted(shown))));
                rows.add(
                        "select %s as job, %d as position, cast(%s as double) as points, of_job_%s as sessions, of_all_%s as of_all from counts"
                                .formatted(
                                        Sql.literal(jobs.get(i).key()),
                                        k + 1,
                                        signs.get(k).points().toPlainString(),
                                        shown,
                                        shown));
            }
        }
        return Sql.of("create or replace table job_evidence as\nwith counts as (\n    select ")
                .then(Sql.join(counts, ",\n        "))
                .then(
                        Sql.of(
                                "\n    from session_evidence inner join (select session_id as of_session, job from session_jobs) as session_jobs on session_jobs.of_session = session_evidence.session_id\n)\n"))
                .then(Sql.of(String.join("\nunion all ", rows) + "\norder by job, position"));
    }
}
