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

/// What visits were for: every job with its sessions, who comes for it, and what shows it.
///
/// @param sessions     read
/// @param decidedShare 0..1 of them with a job
/// @param left         events in no session, by reason
public record JobList(LocalDate asOf, long sessions, double decidedShare, List<Row> jobs, List<Left> left) {

    /// @param share            0..1 of all sessions
    /// @param purchaseShare    0..1 of its sessions that ended in a purchase
    /// @param currentCustomers who came for it last, within 90 days
    /// @param usualCustomers   who usually come for it
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
            List<Sign> signs) {}

    /// @param share 0..1 of the job's sessions that show it
    public record Sign(String says, double points, double share) {}

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
                        signs(total, library, shown, language)))
                .toList();
        return new JobList(
                asOf,
                all,
                all == 0 ? 0 : 1 - (double) unclear / all,
                rows,
                store.query(
                        Sql.of("select reason, events from sessions_left_out order by events desc, reason"),
                        Left.class));
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
        lines.add(language.say("jobs.points"));
        return String.join("\n", lines) + "\n";
    }
}
