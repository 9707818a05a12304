package io.filon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DuckStoreTest {

    record Row(
            String customerId,
            BigDecimal netAmount,
            @Nullable LocalDate orderedOn,
            long orders) {}

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @Test
    void reads_rows_into_records_by_name() {
        store.run(Sql.of(
                "create table t as select ? as customer_id, cast(? as decimal(18, 4)) as net_amount, "
                        + "cast(null as date) as ordered_on, 3 as orders",
                "ann",
                new BigDecimal("12.3450")));

        assertThat(store.read("t", Row.class)).containsExactly(new Row("ann", new BigDecimal("12.3450"), null, 3));
    }

    @Test
    void hands_over_the_same_texts_encoded_or_not() {
        List<List<@Nullable String>> rows = new ArrayList<>();

        store.scan(
                Sql.of("select said, encode(said) from (values ('Jardín y huerto'), (null), ('')) as t (said)"),
                cells -> rows.add(Arrays.asList(cells.text(0), cells.text(1))));

        assertThat(rows)
                .containsExactly(
                        Arrays.asList("Jardín y huerto", "Jardín y huerto"),
                        Arrays.asList(null, null),
                        Arrays.asList("", ""));
    }

    @Test
    void multiplies_money_exactly() {
        assertThat(store.text(Sql.of("select money_times(12345678.1234, 3)"))).hasValue("37037034.3702");
    }

    @Test
    void names_the_script_the_engine_refused() {
        assertThatThrownBy(() -> store.build(new Script("orders", "select nothing from nowhere")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("orders.sql");
    }

    @Test
    void what_lies_over_hides_what_has_the_same_name_and_only_there() {
        store.run(Sql.of("create table customers as select unnest(range(10)) as id"));
        try (Store over = store.overlay()) {
            over.run(Sql.of("create table customers as select * from main.customers where id < 3"));
            over.build(new Script("seen", "select count(*) as customers from customers"));
            over.run(Sql.of("create table told (name varchar)"));
            over.append("told", List.of(List.of("ann")));

            assertThat(over.tables()).contains("customers", "seen", "told");
            try (Store lane = over.beside()) {
                assertThat(lane.number(Sql.of("select customers from seen"))).isEqualTo(3);
                assertThat(lane.text(Sql.of("select name from told"))).hasValue("ann");
            }
        }

        assertThat(store.number(Sql.of("select count(*) from customers"))).isEqualTo(10);
        assertThat(store.number(Sql.of("select customers from seen"))).isEqualTo(3);
        assertThat(store.tables()).contains("customers").doesNotContain("seen");
    }
}
