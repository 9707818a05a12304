package io.filon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void a_script_waits_for_those_before_it_whose_tables_it_reads() {
        List<Script> chain = IntStream.range(1, 30)
                .mapToObj(i -> new Script("t" + i, "select max(n) + 1 as n from t" + (i - 1)))
                .toList();
        List<Script> scripts = Stream.concat(
                        Stream.of(new Script("t0", "select count(*) - 1000000 as n from range(1000000)")),
                        chain.stream())
                .toList();

        SideBySide.build(store, scripts);

        assertThat(store.number(Sql.of("select n from t29"))).isEqualTo(29);
    }

    @Test
    void what_is_staged_by_one_is_there_for_the_others() {
        SideBySide.build(
                store,
                List.of(new Script("passing_by", "select 7 as n"), new Script("kept", "select n from passing_by")),
                (lane, script) -> {
                    if (script.name().equals("kept")) {
                        lane.build(script);
                    } else {
                        lane.stage(script);
                    }
                });

        assertThat(store.number(Sql.of("select n from kept"))).isEqualTo(7);
    }

    @Test
    void what_goes_wrong_is_said_as_it_is_and_what_needs_it_is_not_begun() {
        List<Script> scripts = List.of(
                new Script("wrong", "select nothing from nowhere"),
                new Script("after", "select * from wrong"),
                new Script("apart", "select 1 as n"));

        assertThatThrownBy(() -> SideBySide.build(store, scripts))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("wrong.sql");
        assertThat(store.tables()).containsExactly("apart");
    }

    @Test
    void works_have_ways_of_their_own_into_the_store() {
        SideBySide.run(
                store,
                IntStream.range(0, 8)
                        .<java.util.function.Consumer<Store>>mapToObj(
                                i -> lane -> lane.build(new Script("work" + i, "select %d as n".formatted(i))))
                        .toList());

        assertThat(store.tables()).hasSize(8);
    }
}
