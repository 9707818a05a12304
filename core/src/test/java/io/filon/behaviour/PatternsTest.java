package io.filon.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatternsTest {

    @Test
    void finds_the_step_that_a_group_leaves_and_what_it_costs() {
        try (DuckStore store = VisitShop.of(1, 0.25, true)) {
            new Patterns(0.05).run(store);

            assertThat(texts(
                            store,
                            "select group_name || ' ' || step || ' ' || (money_low > 0 and money_high > money) as text "
                                    + "from barriers where state = 'found'"))
                    .containsExactly("mobile payment true");
            assertThat(texts(store, "select step || ' ' || state as text from visit_steps where step = 'empty_search'"))
                    .containsExactly("empty_search less");
        }
    }

    @Test
    void finds_who_comes_at_weekends_and_tells_it_as_a_fact_known_from_the_run_on() {
        try (DuckStore store = VisitShop.of(1, 0, true)) {
            new Patterns(0.05).run(store);

            assertThat(
                            store.number(
                                    Sql.of(
                                            "select count(*) from habits where habit = 'weekend' and cast(substr(customer_id, 2) as integer) < 60")))
                    .isGreaterThanOrEqualTo(54);
            assertThat(texts(
                            store,
                            "select name || ' ' || value as text from behaviour_facts "
                                    + "where name = 'habit.weekend' group by name, value having count(*) > 10"))
                    .containsExactly("habit.weekend yes");
            assertThat(store.number(Sql.of("select count(*) from behaviour_facts, run where stated_at < as_of_end")))
                    .isZero();
        }
    }

    @Test
    void compares_a_segment_with_everybody_else() {
        try (DuckStore store = VisitShop.of(2, 0.25, false)) {
            new Patterns(0.05)
                    .run(
                            store,
                            Map.of(
                                    "on_a_phone",
                                    Sql.of("select distinct customer_id from sessions where device = 'mobile'")));

            assertThat(texts(store, "select step as text from barriers where kind = 'segment' and state = 'found'"))
                    .containsExactly("payment");
        }
    }

    @Test
    void says_nothing_of_empty_tables() {
        try (DuckStore store = VisitShop.of(1, 0, false)) {
            List.of("sessions", "purchase_days", "purchases", "buyers", "purchase_gaps", "rhythm", "customer_facts")
                    .forEach(table -> store.run(Sql.of("delete from " + table)));
            new Patterns(0.05).run(store);

            for (String table : List.of("barriers", "habits", "triggers", "group_habits", "visit_steps")) {
                assertThat(store.number(Sql.of("select count(*) from " + table)))
                        .as(table)
                        .isZero();
            }
        }
    }

    private record Line(String text) {}

    private static List<String> texts(DuckStore store, String select) {
        return new ArrayList<>(
                store.query(Sql.of(select), Line.class).stream().map(Line::text).toList());
    }
}
