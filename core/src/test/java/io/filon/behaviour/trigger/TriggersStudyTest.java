package io.filon.behaviour.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Truth is the generator's (METHOD.md 12): planted triggers found in 90 of 100 shops, shared seasons and messages sent
/// because of what people did named in at most 10, a shop in which nothing works names anything in at most 10.
@Tag("study")
class TriggersStudyTest {

    private static final int SEEDS = Integer.getInteger("study.seeds", 100);

    @Test
    void planted_triggers_are_found_and_nothing_else() {
        Map<String, Integer> named = named(TriggerShop.Truth.ALL, false);
        System.out.println(
                "planted (brings x2.5, month_end x1.8, rain x1.6, price x3, coffee after 45 days): " + named);

        for (String planted : List.of("brings", "month_end", "day_high rain", "price", "restock coffee")) {
            assertThat(named.getOrDefault(planted, 0)).as(planted).isGreaterThanOrEqualTo(SEEDS * 9 / 10);
        }
        for (String idle : List.of("seasonal", "cart", "asleep", "restock rest", "price_rise", "day_high temp")) {
            assertThat(named.getOrDefault(idle, 0)).as(idle).isLessThanOrEqualTo(SEEDS / 10);
        }
    }

    @Test
    void nothing_is_named_where_nothing_works() {
        Map<String, Integer> named = named(TriggerShop.Truth.NOTHING, false);
        System.out.println("nothing planted: " + named);

        assertThat(named.getOrDefault("any", 0)).isLessThanOrEqualTo(SEEDS / 10);
    }

    @Test
    void a_shuffled_log_yields_nothing() {
        Map<String, Integer> named = named(TriggerShop.Truth.ALL, true);
        System.out.println("all planted, then purchases moved to any day: " + named);

        assertThat(named.getOrDefault("any", 0)).isLessThanOrEqualTo(SEEDS / 10);
    }

    /// In how many shops each was named, and anything.
    private static Map<String, Integer> named(TriggerShop.Truth truth, boolean shuffled) {
        Map<String, Integer> named = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            try (DuckStore store = TriggerShop.of(seed, truth, shuffled)) {
                new Triggers(0.05).run(store);
                store.stream(
                        Sql.of("select trim(case when kind in ('campaign', 'payday') then '' else kind || ' ' end "
                                + "|| name) as name from triggers where state = 'found' union all "
                                + "select 'any' where exists (select 1 from triggers where state = 'found')"),
                        row -> named.merge(String.valueOf(row.get("name")), 1, Integer::sum));
            }
        }
        return named;
    }
}
