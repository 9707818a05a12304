package io.filon.behaviour.job;

import io.filon.behaviour.job.Job.About;
import io.filon.behaviour.job.Job.Evidence;
import io.filon.rule.sql.RuleSql;
import io.filon.store.Script;
import io.filon.store.SideBySide;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads every session for every job: points for what was done in it, and the job that has most. A session is unclear
/// when the evidence is thin, or two jobs are as good.
///
/// Points are no chance of being right: only answers of visitors could make them one.
public final class SessionJobs {

    /// Fewer hundredths of a point are thin evidence.
    static final int ENOUGH = 250;

    /// A job must lead the next by so much.
    static final int LEAD = 150;

    private static final List<String> AFTER = List.of("customer_jobs", "job_totals");

    private final List<Job> jobs;

    public SessionJobs(JobLibrary library) {
        this.jobs = library.jobs();
    }

    /// Needs `sessions`; makes `session_jobs`, `customer_jobs` and `job_totals`, and what [JobAnswers] makes.
    public void run(Store store) {
        store.stageView(Script.beside(SessionJobs.class, "session_evidence"));
        // written out: the engine plans twice what has values apart, and this is long
        store.run(Sql.of(decided().shown()));
        store.run(Sql.of("drop view if exists session_evidence"));
        new JobAnswers(jobs).run(store);
        SideBySide.build(
                store,
                AFTER.stream()
                        .map(name -> Script.beside(SessionJobs.class, name))
                        .toList());
    }

    private Sql decided() {
        List<Sql> points = IntStream.range(0, jobs.size())
                .mapToObj(i -> points(jobs.get(i)).then(Sql.of(" as " + column(i))))
                .toList();
        String all = each(i -> column(i), ", ");
        return Sql.of(
                        "create or replace table session_jobs as\nwith points as (\n    select session_id, visitor, customer_id, started_at, top_category, feature, outcome,\n        ")
                .then(Sql.join(points, ",\n        "))
                .then(Sql.of("\n    from session_evidence\n),\n"))
                .then(Sql.of("best as (\n    select *, greatest(%s) as best from points\n),\n".formatted(all)))
                .then(Sql.of(
                        "led as (\n    select *,\n        case when %s > 1 then best else greatest(%s) end as next_best\n    from best\n),\n"
                                .formatted(
                                        each(i -> "case when %s = best then 1 else 0 end".formatted(column(i)), " + "),
                                        each(i -> "case when %1$s < best then %1$s end".formatted(column(i)), ", "))))
                .then(Sql.of(
                        "named as (\n    select *,\n        case when best < %d or best - coalesce(next_best, 0) < %d then '%s'%s end as job\n    from led\n)\n"
                                .formatted(
                                        ENOUGH,
                                        LEAD,
                                        Job.UNCLEAR,
                                        each(
                                                i -> " when %s = best then %s"
                                                        .formatted(
                                                                column(i),
                                                                Sql.literal(jobs.get(i)
                                                                        .key())),
                                                ""))))
                .then(Sql.of(
                        "select session_id, visitor, customer_id, started_at, job, best / 100.0 as points, next_best / 100.0 as next_best, %s as about, outcome, cast(null as double) as chance from named order by session_id"
                                .formatted(about())));
    }

    /// What the job is about, of the jobs that are about something.
    private String about() {
        String cases = jobs.stream()
                .filter(job -> job.about() != About.NOTHING)
                .map(job -> " when job = %s then %s"
                        .formatted(
                                Sql.literal(job.key()),
                                job.about() == About.CATEGORY ? "top_category" : "coalesce(feature, top_category)"))
                .collect(Collectors.joining());
        return cases.isEmpty() ? "cast(null as varchar)" : "case%s end".formatted(cases);
    }

    private static Sql points(Job job) {
        return Sql.join(job.evidence().stream().map(SessionJobs::points).toList(), " + ");
    }

    private static Sql points(Evidence evidence) {
        return Sql.of("case when ")
                .then(RuleSql.holds(evidence.when()))
                .then(Sql.of(" then %s else 0 end".formatted(hundredths(evidence.points()))));
    }

    /// Whole numbers, which the engine adds fastest.
    private static String hundredths(BigDecimal points) {
        return points.movePointRight(2).toBigIntegerExact().toString();
    }

    private static String column(int job) {
        return "points_%d".formatted(job + 1).toLowerCase(Locale.ROOT);
    }

    private String each(Function<Integer, String> sql, String separator) {
        return IntStream.range(0, jobs.size()).boxed().map(sql).collect(Collectors.joining(separator));
    }
}
