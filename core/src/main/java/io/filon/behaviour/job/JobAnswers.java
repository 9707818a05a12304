package io.filon.behaviour.job;

import io.filon.behaviour.session.Vocabulary;
import io.filon.stats.Logistic;
import io.filon.stats.ShareRange;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

// A logistic regression of "the job told is the one answered" on the points of the job and its lead over the next,
// learnt on the earlier seven tenths of the answered visits and tried on the later ones: Brier score beside that of the
// share alone, and five groups of what was said and what held. It speaks for those who answer; whoever does not may
// come for something else.

/// Turns points into the chance of being right, where enough visitors have said what they came for.
///
/// Makes `job_answers`, `job_trust` and `job_reliability`, and fills `chance` of `session_jobs`; below
/// [#ENOUGH] answers points stay points.
final class JobAnswers {

    /// Answered visits of which a job was told.
    static final int ENOUGH = 200;

    private static final double LEARNT = 0.7;
    private static final int GROUPS = 5;
    private static final double RIDGE = 1;

    private final List<Job> jobs;

    JobAnswers(List<Job> jobs) {
        this.jobs = List.copyOf(jobs);
    }

    private record Answered(long sessionId, String told, double points, double nextBest, String answered) {

        double[] features() {
            return new double[] {points, points - nextBest};
        }

        boolean right() {
            return told.equals(answered);
        }
    }

    /// @param brier  mean squared distance of what was said from what held, on the later visits; 0 is perfect
    /// @param before the same when always the share of the earlier visits is said
    private record Trust(String state, int answered, int needed, int later, double brier, double before) {}

    void run(Store store) {
        write(store, new Trust("none", 0, ENOUGH, 0, 0, 0), List.of());
        if (!store.tables().contains("answers") || store.number(Sql.of("select count(*) from answers")) == 0) {
            store.run(Sql.of("drop table if exists job_answers"));
            return;
        }
        words(store);
        store.build(Script.beside(JobAnswers.class, "job_answers"));
        store.run(Sql.of("drop table job_words"));
        List<Answered> answered = store.query(
                Sql.of(
                        "select session_id, told, cast(points as double) as points, cast(next_best as double) as next_best, "
                                + "answered from job_answers where told <> ? order by started_at nulls last, session_id",
                        Job.UNCLEAR),
                Answered.class);
        if (answered.size() < ENOUGH) {
            String state = answered.isEmpty() ? "none" : "too_few";
            write(store, new Trust(state, answered.size(), ENOUGH - answered.size(), 0, 0, 0), List.of());
            return;
        }
        trust(store, answered);
    }

    private void trust(Store store, List<Answered> answered) {
        int split = (int) (LEARNT * answered.size());
        List<Answered> earlier = answered.subList(0, split);
        List<Answered> later = answered.subList(split, answered.size());
        Logistic learnt = fit(earlier);
        double usual = (double) earlier.stream().filter(Answered::right).count() / split;
        double brier = brier(later, learnt);
        double before = later.stream()
                .mapToDouble(each -> Math.pow(usual - (each.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
        boolean holds = holds(later, learnt);
        write(
                store,
                new Trust(holds ? "known" : "unreliable", answered.size(), 0, later.size(), brier, before),
                groups(later, learnt));
        if (holds) {
            double[] weights = fit(answered).weights();
            store.run(Sql.of(
                    "update session_jobs set chance = 1 / (1 + exp(-(? + ? * cast(points as double) + ? * "
                            + "cast(points - coalesce(next_best, 0) as double)))) where job <> ?",
                    weights[0],
                    weights[1],
                    weights[2],
                    Job.UNCLEAR));
        }
    }

    private static Logistic fit(List<Answered> from) {
        boolean[] right = new boolean[from.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = from.get(i).right();
        }
        return Logistic.fit(from.stream().map(Answered::features).toArray(double[][]::new), right, RIDGE);
    }

    private static double brier(List<Answered> on, Logistic learnt) {
        return on.stream()
                .mapToDouble(each -> Math.pow(learnt.chance(each.features()) - (each.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /// Whether what is said on average lies where the later answers leave the truth.
    private static boolean holds(List<Answered> later, Logistic learnt) {
        long right = later.stream().filter(Answered::right).count();
        double said = later.stream()
                .mapToDouble(each -> learnt.chance(each.features()))
                .average()
                .orElse(0);
        ShareRange range = ShareRange.of(right, later.size());
        return said >= range.low() && said <= range.high();
    }

    private record Group(long sessions, double said, double held) {}

    private static List<Group> groups(List<Answered> later, Logistic learnt) {
        List<Answered> sorted = later.stream()
                .sorted(Comparator.comparingDouble((Answered each) -> learnt.chance(each.features()))
                        .thenComparingLong(Answered::sessionId))
                .toList();
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            List<Answered> group = sorted.subList(i * sorted.size() / GROUPS, (i + 1) * sorted.size() / GROUPS);
            groups.add(new Group(
                    group.size(),
                    group.stream()
                            .mapToDouble(each -> learnt.chance(each.features()))
                            .average()
                            .orElse(0),
                    (double) group.stream().filter(Answered::right).count() / group.size()));
        }
        return groups;
    }

    /// What people may answer for each job: its names and the answers its file lists.
    private void words(Store store) {
        store.run(Sql.of("create or replace table job_words (plain_name varchar, job varchar)"));
        Map<String, String> jobOf = new TreeMap<>();
        for (Job job : jobs) {
            List<String> words = new ArrayList<>(job.answers());
            words.addAll(List.of(
                    job.key(), job.name().in(Locale.of("es")), job.name().in(Locale.ENGLISH)));
            words.forEach(word -> jobOf.putIfAbsent(Vocabulary.plain(word), job.key()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        jobOf.forEach((word, job) -> rows.add(List.of(word, job)));
        store.append("job_words", rows);
    }

    private static void write(Store store, Trust trust, List<Group> groups) {
        store.run(Sql.of(
                "create or replace table job_trust (state varchar, answered bigint, needed bigint, later bigint, "
                        + "brier double, before double)"));
        store.append(
                "job_trust",
                List.of(List.of(
                        trust.state,
                        (long) trust.answered,
                        (long) trust.needed,
                        (long) trust.later,
                        trust.brier,
                        trust.before)));
        store.run(Sql.of(
                "create or replace table job_reliability (place bigint, sessions bigint, said double, held double)"));
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            store.run(Sql.of(
                    "insert into job_reliability values (?, ?, ?, ?)", i + 1, group.sessions, group.said, group.held));
        }
    }
}
