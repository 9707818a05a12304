package io.filon.behaviour.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
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
        Map<String, Integer> named = named(2.5, 1.8);
        System.out.println("planted (brings x2.5, month_end x1.8): " + named);

        assertThat(named.getOrDefault("brings", 0)).isGreaterThanOrEqualTo(SEEDS * 9 / 10);
        assertThat(named.getOrDefault("month_end", 0)).isGreaterThanOrEqualTo(SEEDS * 9 / 10);
        assertThat(named.getOrDefault("seasonal", 0)).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(named.getOrDefault("cart", 0)).isLessThanOrEqualTo(SEEDS / 10);
        assertThat(named.getOrDefault("asleep", 0)).isLessThanOrEqualTo(SEEDS / 10);
    }

    @Test
    void nothing_is_named_where_nothing_works() {
        Map<String, Integer> named = named(1, 1);
        System.out.println("nothing planted: " + named);

        assertThat(named.getOrDefault("any", 0)).isLessThanOrEqualTo(SEEDS / 10);
    }

    private static Map<String, Integer> named(double lift, double payday) {
        Map<String, Integer> named = new TreeMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            try (DuckStore store = TriggerShop.of(seed, lift, payday)) {
                new Triggers(0.05).run(store);
                store.stream(
                        Sql.of("select name from triggers where state = 'found'"),
                        row -> named.merge(String.valueOf(row.get("name")), 1, Integer::sum));
                store.stream(
                        Sql.of(
                                "select name || ' ' || state || ' ' || coalesce(round(p, 4), -1) as said from triggers where name = 'brings' and state <> 'found'"),
                        row -> System.out.println(row));
                store.stream(
                        Sql.of("select 1 from triggers having count(*) filter (where state = 'found') > 0"),
                        row -> named.merge("any", 1, Integer::sum));
                if (seed == 0) {
                    store.stream(Sql.of("select * from triggers order by place"), row -> System.out.println(row));
                }
            }
        }
        return named;
    }
}
