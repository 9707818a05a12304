package io.filon.discovery.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.apart.SettingApart;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Script;
import io.filon.store.Sql;
import io.filon.value.Tables;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HiddenSegmentsTest {

    @Test
    void finds_whom_to_look_for_and_whom_to_invest_in() {
        try (DuckStore store = run(Niche.of(1, 3_000, 4))) {
            assertThat(rows(
                            store,
                            "select distinct lens, side, grade, rule from hidden_segments "
                                    + "where side = 'high' and grade = 'confirmed' order by 1"))
                    .hasSize(2)
                    .allMatch(row -> row.contains("rural") && row.contains("vet"));
        }
    }

    @Test
    void says_how_many_customers_it_would_take_when_nothing_holds() {
        try (DuckStore store = run(Niche.of(2, 1_200, 1))) {
            assertThat(rows(store, "select count(*) from hidden_segments where grade = 'confirmed'"))
                    .containsExactly("0");
            assertThat(rows(
                            store,
                            "select lens, needed > 0 from hidden_tests where lens <> 'attract_contact' order by 1"))
                    .containsExactly("attract_order true", "grow true");
        }
    }

    @Test
    void every_group_comes_with_the_select_that_counts_it() {
        try (DuckStore store = run(Niche.of(1, 3_000, 4))) {
            List<String> counted = new ArrayList<>();
            store.stream(
                    Sql.of("select * from hidden_segments"),
                    row -> counted.add(store.text(Sql.of("select customers from (" + row.get("count_sql") + ")"))
                                    .orElseThrow()
                            + " of " + row.get("customers") + " and "
                            + store.number(Sql.of(
                                    "select count(*) from hidden_members where lens = ? and side = ? and place = ?",
                                    row.get("lens"),
                                    row.get("side"),
                                    row.get("place")))));

            assertThat(counted).isNotEmpty().allMatch(text -> {
                String[] parts = text.split(" of | and ", -1);
                return parts[0].equals(parts[1]) && parts[1].equals(parts[2]);
            });
        }
    }

    @Test
    void gives_the_same_answer_twice_whatever_the_threads() {
        try (DuckStore store = run(Niche.of(3, 1_500, 3))) {
            List<String> first = rows(store, "select * from hidden_segments order by lens, side, place");
            new HiddenSegments(1, Progress.NONE).run(store);

            assertThat(rows(store, "select * from hidden_segments order by lens, side, place"))
                    .isEqualTo(first);
        }
    }

    /// Social brings more and more customers, and early customers have spent more: the channel is not to blame.
    @Test
    void does_not_take_a_growing_channel_for_a_bad_one() {
        try (DuckStore store = run(Niche.of(4, 4_000, 1))) {
            assertThat(rows(store, "select * from hidden_segments where grade = 'confirmed'"))
                    .isEmpty();
        }
    }

    @Test
    void looks_from_the_first_contact_where_many_never_bought() {
        try (DuckStore store = Niche.of(5, 2_500, 3)) {
            store.run(Sql.of("insert into customers (customer_id, created_on, region, acquisition_channel) "
                    + "select 'never' || i, cast(date '2024-01-01' + cast(i % 300 as integer) as date), "
                    + "case when i % 2 = 0 then 'rural' else 'town' end, 'fair' from range(800) t(i)"));
            run(store);

            assertThat(rows(store, "select customers > 3000 from hidden_tests where lens = 'attract_contact'"))
                    .containsExactly("true");
            assertThat(rows(
                            store,
                            "select rule from hidden_segments where lens = 'attract_contact' and side = 'low' "
                                    + "and grade = 'confirmed'"))
                    .anyMatch(rule -> rule.contains("fair"));
            assertThat(rows(store, "select sum(customers) > 0 from lens_left_out where why = 'too_recent'"))
                    .containsExactly("true");
        }
    }

    /// Two visits before the window tell what rural vets come for, to whom Grow listens and nobody else; two in it,
    /// what everybody else comes for, to which nobody may listen.
    @Test
    void what_visits_before_the_window_were_for_tells_in_whom_to_invest() {
        try (DuckStore store = Niche.of(7, 3_000, 3)) {
            store.run(Sql.of("create table session_jobs as select row_number() over () as session_id, customer_id, "
                    + "cast(day as timestamp with time zone) as started_at, job from ("
                    + "select customers.customer_id, case when region = 'rural' and value = 'vet' then 'research' "
                    + "else 'browse' end as job, first_on + cast(t.i as integer) as day from customers "
                    + "inner join (select customer_id, value, cast(observed_at as date) as first_on from traits) as jobs "
                    + "on jobs.customer_id = customers.customer_id, range(2) t(i) "
                    + "union all select customer_id, 'gift' as job, date '2025-12-01' as day from customers)"));
            store.run(Sql.of("delete from traits"));
            store.run(Sql.of("update customers set region = null"));
            run(store);

            assertThat(rows(store, "select distinct value from jobs_before order by value"))
                    .containsExactly("browse", "research");
            assertThat(rows(
                            store,
                            "select distinct hidden_segments.lens from hidden_segments inner join hidden_conditions as asked "
                                    + "on asked.lens = hidden_segments.lens and asked.side = hidden_segments.side "
                                    + "and asked.place = hidden_segments.place where hidden_segments.grade = 'confirmed' "
                                    + "and hidden_segments.side = 'high' and asked.attribute in ('usual_job', 'last_job') "
                                    + "and asked.value = 'research'"))
                    .containsExactly("grow");
        }
    }

    @Test
    void scripts_run_on_empty_tables_say_what_they_read_and_keep_their_grain() {
        try (DuckStore store = Niche.of(6, 80, 1)) {
            store.run(Sql.of("create table session_jobs (session_id bigint, customer_id varchar, "
                    + "started_at timestamp with time zone, job varchar)"));
            run(store);
            for (Script script : HiddenSegments.scripts()) {
                String grain = String.join(", ", script.grain());
                assertThat(store.number(
                                Sql.of("select count(*) from (select %s from %s group by all having count(*) > 1)"
                                        .formatted(grain, script.name()))))
                        .as("%s has one row per %s", script.name(), grain)
                        .isZero();
                assertThat(new TreeSet<>(script.reads())).as(script.name()).isSubsetOf(new TreeSet<>(store.tables()));
            }
            run(Tables.empty("2025-12-31")).close();
        }
    }

    static DuckStore run(DuckStore store) {
        new Valuation(Settings.defaults()).run(store);
        new SettingApart(Settings.defaults()).run(store);
        new HiddenSegments(2, Progress.NONE).run(store);
        return store;
    }

    static List<String> rows(DuckStore store, String select) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(select),
                row -> rows.add(String.join(
                        " ", row.values().stream().map(String::valueOf).toList())));
        return rows;
    }
}
