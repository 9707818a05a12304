package io.filon.report.jobs;

import io.filon.behaviour.job.Job;
import io.filon.behaviour.job.JobEvidence;
import io.filon.behaviour.job.JobLibrary;
import io.filon.report.Language;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What visits were for: every job with its sessions, who comes for it, and what shows it.
///
/// @param sessions     read
/// @param decidedShare 0..1 of them with a job
/// @param left         events in no session, by reason
/// @param trust        whether points may be read as chances
public record JobList(
        LocalDate asOf, long sessions, double decidedShare, List<Row> jobs, List<Left> left, Trust trust) {

    /// @param share            0..1 of all sessions
    /// @param purchaseShare    0..1 of its sessions that ended in a purchase
    /// @param currentCustomers who came for it last, within 90 days
    /// @param usualCustomers   who usually come for it
    /// @param chance           0..1 that its sessions are for it, on average; null while points are only points
    /// @param signs            strongest first
    public record Row(
            String job,
            String name,
            long sessions,
            double share,
            long visitors,
            double purchaseShare,
            long currentCustomers,
            long usualCustomers,
            @Nullable Double chance,
            List<Sign> signs) {}

    /// @param share 0..1 of the job's sessions that show it
    public record Sign(String says, double points, double share) {}

    /// What visitors' answers say of the points.
    ///
    /// @param state    `known`, `unreliable` (later answers do not bear it out), `too_few` or `none`
    /// @param answered sessions with an answer of which a job was told
    /// @param needed   more of them it would take
    /// @param later    of them, those it was tried on
    /// @param brier    mean squared distance of what was said from what held; 0 is perfect
    /// @param before   the same when the usual share is always said
    /// @param groups   what was said of the later sessions and what held, the least sure first
    public record Trust(
            String state, long answered, long needed, long later, double brier, double before, List<Group> groups) {}

    /// @param said chance said, on average
    /// @param held share that was right
    public record Group(long sessions, double said, double held) {}

    /// @param reason `robot`, `staff`…
    public record Left(String reason, long events) {}

    private static final int SIGNS_SHOWN = 3;

    private record Total(
            String job, long sessions, long visitors, long purchases, long currentCustomers, long usualCustomers) {}

    public static JobList of(Store store, JobLibrary library, LocalDate asOf, Language language) {
        List<JobEvidence.Shown> shown = new JobEvidence(library).run(store);
        List<Total> totals = store.read("job_totals", Total.class);
        long all = totals.stream().mapToLong(Total::sessions).sum();
        long unclear = totals.stream()
                .filter(total -> total.job.equals(Job.UNCLEAR))
                .mapToLong(Total::sessions)
                .sum();
        List<Row> rows = totals.stream()
                .map(total -> new Row(
                        total.job,
                        library.job(total.job)
                                .map(job -> job.name().in(language.locale()))
                                .orElseGet(() -> language.say("jobs.unclear")),
                        total.sessions,
                        (double) total.sessions / all,
                        total.visitors,
                        (double) total.purchases / total.sessions,
                        total.currentCustomers,
                        total.usualCustomers,
                        chance(store, total.job),
                        signs(total, library, shown, language)))
                .toList();
        return new JobList(
                asOf,
                all,
                all == 0 ? 0 : 1 - (double) unclear / all,
                rows,
                store.query(
                        Sql.of("select reason, events from sessions_left_out order by events desc, reason"),
                        Left.class),
                trust(store));
    }

    private static @Nullable Double chance(Store store, String job) {
        return store.text(Sql.of("select cast(avg(chance) as varchar) from session_jobs where job = ?", job))
                .map(Double::valueOf)
                .orElse(null);
    }

    private record TrustRow(String state, long answered, long needed, long later, double brier, double before) {}

    private static Trust trust(Store store) {
        TrustRow row = store.read("job_trust", TrustRow.class).getFirst();
        return new Trust(
                row.state,
                row.answered,
                row.needed,
                row.later,
                row.brier,
                row.before,
                store.query(Sql.of("select sessions, said, held from job_reliability order by place"), Group.class));
    }

    private static List<Sign> signs(Total total, JobLibrary library, List<JobEvidence.Shown> shown, Language language) {
        return library.job(total.job)
                .map(job -> shown.stream()
                        .filter(each -> each.job().equals(total.job) && each.points() > 0)
                        .sorted(Comparator.comparingLong(JobEvidence.Shown::sessions)
                                .reversed()
                                .thenComparingInt(JobEvidence.Shown::position))
                        .map(each -> new Sign(
                                job.evidence().get(each.position() - 1).says().in(language.locale()),
                                each.points(),
                                (double) each.sessions() / total.sessions))
                        .toList())
                .orElse(List.of());
    }

    public String text(Language language) {
        if (sessions == 0) {
            return language.say("jobs.none") + "\n";
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(language.say(
                "jobs.summary",
                language.formats().count(sessions),
                language.formats().share(decidedShare)));
        for (Row row : jobs) {
            lines.add("");
            lines.add(language.say(
                    "jobs.row",
                    row.name,
                    language.formats().count(row.sessions),
                    language.formats().share(row.share),
                    language.formats().share(row.purchaseShare)));
            if (row.currentCustomers + row.usualCustomers > 0) {
                lines.add("  "
                        + language.say(
                                "jobs.customers",
                                language.formats().count(row.currentCustomers),
                                language.formats().count(row.usualCustomers)));
            }
            if (row.chance != null) {
                lines.add("  " + language.say("jobs.chance", language.formats().share(row.chance)));
            }
            row.signs.stream()
                    .filter(sign -> sign.share > 0)
                    .limit(SIGNS_SHOWN)
                    .forEach(sign -> lines.add(
                            "  " + language.say("jobs.sign", language.formats().share(sign.share), sign.says)));
        }
        if (!left.isEmpty()) {
            lines.add("");
        }
        left.forEach(each -> lines.add(language.say(
                "jobs.left",
                language.word("jobs.left_out", each.reason),
                language.formats().count(each.events))));
        lines.add("");
        lines.add(language.say("jobs.trust." + trust.state, trust.answered, trust.needed, trust.later));
        trust.groups.forEach(group -> lines.add("  "
                + language.say(
                        "jobs.trust.group",
                        language.formats().share(group.said),
                        language.formats().share(group.held),
                        language.formats().count(group.sessions))));
        return String.join("\n", lines) + "\n";
    }
}
