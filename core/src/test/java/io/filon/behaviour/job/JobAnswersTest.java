package io.filon.behaviour.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Visits whose job is right with a chance that is known: 1 / (1 + exp(2 - lead)).
class JobAnswersTest {

    private record Trust(String state, long answered, long needed, long later, double brier, double before) {}

    private record Group(double said, double held) {}

    @Test
    void answers_turn_points_into_chances_that_hold_on_later_visits() {
        try (DuckStore store = visits(1, 4000, 1)) {
            Trust trust = trust(store);

            assertThat(trust.state).isEqualTo("known");
            assertThat(trust.answered).isEqualTo(4000);
            assertThat(trust.brier).isLessThan(trust.before - 0.02);
            assertThat(store.query(Sql.of("select said, held from job_reliability order by place"), Group.class))
                    .hasSize(5)
                    .allSatisfy(group -> assertThat(group.said).isBetween(group.held - 0.08, group.held + 0.08));
            assertThat(
                            store.number(
                                    Sql.of(
                                            "select count(*) from session_jobs where abs(chance - 1 / (1 + exp(2 - (points - next_best)))) > 0.06")))
                    .isZero();
        }
    }

    @Test
    void below_two_hundred_answers_points_stay_points_and_it_says_how_many_more() {
        try (DuckStore store = visits(2, 150, 1)) {
            assertThat(trust(store)).isEqualTo(new Trust("too_few", 150, 50, 0, 0, 0));
            assertThat(store.number(Sql.of("select count(*) from session_jobs where chance is not null")))
                    .isZero();
        }
    }

    @Test
    void answers_that_later_ones_do_not_bear_out_are_not_used() {
        try (DuckStore store = visits(3, 1000, 0.5)) {
            assertThat(trust(store).state).isEqualTo("unreliable");
            assertThat(store.number(Sql.of("select count(*) from session_jobs where chance is not null")))
                    .isZero();
        }
    }

    @Test
    void an_answer_counts_only_on_a_day_of_one_visit_and_of_a_question_about_jobs() {
        try (DuckStore store = visits(4, 300, 1)) {
            store.run(Sql.of("insert into session_jobs select session_id + 9000, customer_id, started_at, job, points, "
                    + "next_best, chance from session_jobs where session_id < 40"));
            store.run(Sql.of("insert into answers select customer_id, '¿Le gustó?', 'Sí', answered_on from answers"));
            assertThat(trust(store).answered).isEqualTo(260);
        }
    }

    private static Trust trust(DuckStore store) {
        new JobAnswers(JobLibrary.builtIn().jobs()).run(store);
        return store.read("job_trust", Trust.class).getFirst();
    }

    /// @param stays how much of the chance to be right is left in the later half
    private static DuckStore visits(long seed, int visits, double stays) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        DuckStore store = DuckStore.inMemory();
        store.run(Sql.of("create table run as select 'UTC' as zone"));
        store.run(Sql.of("create table made (id bigint, customer varchar, day date, lead double, answer varchar)"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < visits; i++) {
            double lead = 1.5 + 4 * random.nextDouble();
            double chance = (i < visits / 2 ? 1 : stays) / (1 + Math.exp(2 - lead));
            boolean right = random.nextDouble() < chance;
            rows.add(List.of(
                    (long) i,
                    "c" + i,
                    LocalDate.of(2024, 1, 1).plusDays(i / 10),
                    lead,
                    right ? "Ver precios" : "un regalo"));
        }
        store.append("made", rows);
        store.run(Sql.of("create table session_jobs as select id as session_id, customer as customer_id, "
                + "start_of_day(day, 'UTC') as started_at, 'compare_prices' as job, 1 + lead as points, 1.0 as next_best, "
                + "cast(null as double) as chance from made"));
        store.run(Sql.of("create table answers as select customer as customer_id, '¿A qué ha venido hoy?' as question, "
                + "answer, day as answered_on from made"));
        return store;
    }
}
