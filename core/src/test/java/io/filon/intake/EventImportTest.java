package io.filon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.load.Keeping;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Kind;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventImportTest {

    private static final String[] COLUMNS = {
        "id = event_id",
        "who = customer_id",
        "what = event_name",
        "at = occurred_at %Y-%m-%dT%H:%M:%S%z",
        "more = properties",
        "where = context"
    };

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @TempDir
    Path folder;

    @Test
    void an_event_with_properties_that_are_no_json_stays_readable() {
        run("""
                id;who;what;at;more
                e1;a;Order Completed;2024-01-01T10:00:00Z;{"order_id":
                e2;a;Product Viewed;2024-01-01T10:00:00Z;blue
                e3;a;Order Completed;2024-01-02T10:00:00Z;{"order_id":"3","total":"9","shipping":1,"coupon":"x"}
                """);

        assertThat(texts("select event_id || ' ' || properties as text from events order by event_id"))
                .containsExactly(
                        "e1 {\"unreadable\":\"{\\\"order_id\\\":\"}",
                        "e2 {\"unreadable\":\"blue\"}",
                        "e3 {\"order_id\":\"3\",\"total\":\"9\",\"shipping\":1,\"coupon\":\"x\"}");
        assertThat(texts("select concat_ws(' ', order_id, stated_total, shipping_charged, coupon) as text from orders"))
                .containsExactly("3 9.0000 1.0000 x");
    }

    @Test
    void a_purchase_with_a_number_is_an_order_whatever_it_is_called() {
        run("""
                id;who;what;at;more
                e1;a;transaction;2024-01-01T10:00:00Z;{"order_id":"1","total":9}
                e2;a;transaction;2024-01-01T10:00:05Z;{"order_id":"1","total":9}
                e3;b;Compra;2024-01-02T10:00:00Z;{"order_id":"2","total":5}
                e4;b;purchase;2024-01-03T10:00:00Z;{"order_id":"3","total":4}
                e5;b;view;2024-01-04T10:00:00Z;{"order_id":"4","total":4}
                """);

        assertThat(texts("select concat_ws(' ', order_id, customer_id, stated_total) as text from orders order by 1"))
                .containsExactly("1 a 9.0000", "2 b 5.0000", "3 b 4.0000");
    }

    @Test
    void a_workspace_of_an_earlier_version_gets_the_columns_it_has_not() {
        run("id;who;what;at;more\ne1;a;Page Viewed;2024-01-01T10:00:00Z;{}\n");
        store.run(Sql.of("drop view events"));
        store.run(Sql.of("alter table in_events drop column order_total"));

        run("id;who;what;at;more\ne2;a;Order Completed;2024-01-02T10:00:00Z;{\"order_id\":\"7\",\"total\":5}\n");

        assertThat(texts("select cast(order_total as varchar) as text from in_events where order_total is not null"))
                .containsExactly("5.0000");
    }

    @Test
    void for_an_audit_device_page_and_orders_are_taken_out_of_the_json_and_the_json_is_not_stored() {
        String file = """
                id;who;what;at;more;where
                e1;a;Page Viewed;2024-01-01T10:00:00Z;{"a":1};{"device":{"type":"phone"},"page":{"url":"/x"}}
                e2;a;Page Viewed;2024-01-01T11:00:00Z;;{"device":
                e3;a;Order Completed;2024-01-02T10:00:00Z;{"order_id":"3","total":"9"};
                """;
        String seen =
                "select concat_ws(' ', event_id, device, page, order_id, amount) as text from events order by event_id";
        run(file, Keeping.FOR_THE_AUDIT);

        assertThat(texts(seen)).containsExactly("e1 phone /x", "e2", "e3 3 9.0000");
        assertThat(texts("select 'kept' as text from in_events where properties is not null or context is not null"))
                .isEmpty();
    }

    private void run(String file) {
        run(file, Keeping.ALL);
    }

    private void run(String file, Keeping keeping) {
        HandMadePlan made = new HandMadePlan(store, folder).text("events.csv", Kind.EVENTS, file, COLUMNS);
        new Import(store, Lines.afterHeader(), keeping)
                .run(made.plan(), List.of(), Options.at(Instant.parse("2026-01-01T00:00:00Z")), Progress.NONE);
    }

    private record Line(String text) {}

    private List<String> texts(String select) {
        return store.query(Sql.of(select), Line.class).stream().map(Line::text).toList();
    }
}
