package io.filon.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Money given back under a number of its own.
class CreditNotesTest {

    @AutoClose
    private final DuckStore store = Tables.empty("2025-12-31");

    @Test
    void are_taken_off_the_last_purchase_before_them_and_are_none_themselves() {
        Tables.order(store, "1", "ana", "2025-01-02", "100");
        Tables.order(store, "2", "ana", "2025-02-02", "50");
        Tables.order(store, "3", "ana", "2025-04-02", "30");
        credit("C4", "ana", "2025-02-10", "-20");
        new Valuation(Settings.defaults()).run(store);

        assertThat(rows("select order_id, bought_on, lines, amount, returned_lines, returns from purchases order by 1"))
                .containsExactly(
                        "1 2025-01-02 1 100.0000 0.0000 0",
                        "2 2025-02-02 2 30.0000 20.0000 1",
                        "3 2025-04-02 1 30.0000 0.0000 0");
        assertThat(rows("select orders, revenue from base_totals")).containsExactly("3 160.0000");
    }

    @Test
    void keep_their_money_where_nobody_knows_the_purchase() {
        Tables.order(store, "1", "ana", "2025-01-02", "100");
        credit("C2", "eva", "2025-02-10", "-20");
        new Valuation(Settings.defaults()).run(store);

        assertThat(rows("select orders, revenue from base_totals")).containsExactly("1 80.0000");
    }

    @Test
    void that_were_cancelled_take_nothing_off() {
        Tables.order(store, "1", "ana", "2025-01-02", "100");
        credit("C2", "ana", "2025-02-10", "-20");
        store.run(Sql.of("update orders set status = 'cancelled' where order_id = 'C2'"));
        new Valuation(Settings.defaults()).run(store);

        assertThat(rows("select orders, revenue from base_totals")).containsExactly("1 100.0000");
    }

    private void credit(String id, String customer, String day, String amount) {
        Tables.order(store, id, customer, day, amount);
        store.run(Sql.of("update orders set counts = false where order_id = ?", id));
        store.run(Sql.of("update order_lines set is_return = true where order_id = ?", id));
    }

    private List<String> rows(String select) {
        List<String> rows = new ArrayList<>();
        store.stream(
                Sql.of(select),
                row -> rows.add(String.join(
                        " ", row.values().stream().map(String::valueOf).toList())));
        return rows;
    }
}
