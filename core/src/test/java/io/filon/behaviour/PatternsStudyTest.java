package io.filon.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Truth is the generator's: planted barriers and habits found in nine of ten shops, and anything at all in a shop
/// without any in at most one of ten. Everybody there keeps to one device, which is a habit too and not counted.
@Tag("study")
class PatternsStudyTest {

    private static final int SEEDS = Integer.getInteger("study.seeds", 100);

    @Test
    void planted_barriers_and_habits_are_found() {
        int barriers = 0;
        int others = 0;
        long habitual = 0;
        long wrong = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            try (DuckStore store = VisitShop.of(seed, 0.2, true)) {
                new Patterns(0.05).run(store);
                barriers +=
                        number(store, "barriers where state = 'found' and group_name = 'mobile' and step = 'payment'");
                others += Math.min(
                        1,
                        number(
                                store,
                                "barriers where state = 'found' and (group_name <> 'mobile' or step <> 'payment')"));
                habitual += number(
                        store,
                        "habits where habit = 'weekend' and value = 'yes' and cast(substr(customer_id, 2) as integer) < 60");
                wrong += number(
                        store, "habits where habit <> 'device' and cast(substr(customer_id, 2) as integer) >= 60");
            }
        }
        System.out.println("planted: barrier in %d of %d shops, another named in %d; %d of %d habits, %d wrong"
                .formatted(barriers, SEEDS, others, habitual, SEEDS * VisitShop.HABITUAL, wrong));
        assertThat(barriers).isGreaterThanOrEqualTo(SEEDS * 9 / 10);
        assertThat(others).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(habitual).isGreaterThanOrEqualTo(SEEDS * 9L / 10 * VisitShop.HABITUAL);
        assertThat(wrong).isLessThanOrEqualTo(habitual / 15);
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        int barriers = 0;
        int habits = 0;
        int steps = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            try (DuckStore store = VisitShop.of(seed, 0, false)) {
                new Patterns(0.05).run(store);
                barriers += Math.min(1, number(store, "barriers where state = 'found'"));
                habits += Math.min(1, number(store, "habits where habit <> 'device'"));
                steps += Math.min(1, number(store, "visit_steps where state <> 'nothing'"));
            }
        }
        System.out.println("nothing planted: barriers in %d of %d shops, habits in %d, steps in %d"
                .formatted(barriers, SEEDS, habits, steps));
        assertThat(barriers).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(habits).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(steps).isLessThanOrEqualTo(SEEDS / 10);
    }

    private static int number(DuckStore store, String from) {
        return Math.toIntExact(store.number(Sql.of("select count(*) from " + from)));
    }
}
