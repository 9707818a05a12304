package io.filon.intake.infer;

import static io.filon.intake.infer.Imported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.plan.Plan;
import io.filon.intake.profile.ColumnProfile;
import io.filon.intake.profile.Profiler;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Files in which some rows are written twice.
class RepeatedRowsTest {

    private static final String HEADS = IntStream.rangeClosed(1, 24)
            .mapToObj(order -> "%d,2024-03-%02d,%d,paid".formatted(5000 + order, order, 1 + order % 12))
            .collect(Collectors.joining("\n", "order_id,order_date,customer_id,status\n", "\n"));

    private static final String LINES = IntStream.rangeClosed(1, 48)
            .mapToObj(line -> "%d,%d,1,%d.50".formatted(5000 + (line + 1) / 2, 100 + line % 11, 20 + line % 11))
            .collect(Collectors.joining("\n", "order_id,product_id,quantity,unit_price\n", "\n"));

    private static final String CUSTOMERS = IntStream.rangeClosed(1, 12)
            .mapToObj(number -> "%d,Ana Gil,ana%d@acme.es".formatted(number, number))
            .collect(Collectors.joining("\n", "customer_id,name,email\n", "\n"));

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    private final Imported imported = new Imported(store);

    @Test
    void a_number_is_a_key_though_some_rows_are_written_twice() {
        imported.with("orders.csv", HEADS + "5003,2024-03-03,4,paid\n5007,2024-03-07,8,paid\n")
                .with("items.csv", LINES)
                .with("customers.csv", CUSTOMERS + "5,Ana Gil,ana5@acme.es\n");

        Plan plan = imported.run();

        assertThat(understood(plan, 0)).startsWith("orders: order_id=order_id, order_date=ordered_at");
        assertThat(understood(plan, 2)).isEqualTo("customers: customer_id=customer_id, name=name, email=email");
        assertThat(imported.rows("select count(*), count(distinct customer_id) from orders"))
                .containsExactly("24 12");
        assertThat(imported.rows("select count(*) from customers")).containsExactly("12");
    }

    @Test
    void a_number_that_comes_back_with_other_values_is_no_key() {
        assertThat(keyed(CUSTOMERS + "5,Ana Gil,ana5@acme.es\n")).isTrue();
        assertThat(keyed(CUSTOMERS + "5,Eva Gil,ana5@acme.es\n")).isFalse();
        assertThat(keyed(CUSTOMERS + CUSTOMERS.lines().skip(1).collect(Collectors.joining("\n"))))
                .isFalse();
    }

    private boolean keyed(String customers) {
        RawTables tables = new RawTables(store).with("customers.csv", customers);
        ColumnProfile number = new Profiler(store).of(tables.all().getFirst()).getFirst();
        store.run(Sql.of("drop table raw_0"));
        return number.unique();
    }
}
