package io.filon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Eighty customers who buy every month or so, and visits of theirs that stop at different steps.
class BehaviourCommandTest {

    private static final List<String> STEPS =
            List.of("Product Viewed", "Product Added", "Checkout Started", "Payment Info Entered", "Order Completed");

    @TempDir
    Path folder;

    @Test
    void writes_a_list_of_each_group_that_gives_a_reason_to_write() throws IOException {
        Path lists = folder.resolve("lists");
        Cli done = Cli.run("behaviour", orders(), events(), "--lang", "es", "--lists", lists, "--quiet");

        assertThat(done.code()).as(done.err()).isZero();
        assertThat(lists.resolve("stopped_cart.csv"))
                .content()
                .contains("c01;", "su última visita llegó a «llenan el carrito» y no siguió");
        assertThat(lists.resolve("overdue.csv")).content().contains("cliente;correo;contactable;motivo;valor");
    }

    private Path orders() throws IOException {
        StringBuilder orders = new StringBuilder("order_id,customer_id,order_date,total\n");
        for (int customer = 0; customer < 80; customer++) {
            for (int month = 1; month <= 9; month++) {
                if ((customer + month) % 3 > 0) {
                    orders.append("o%d-%d,c%02d,2025-%02d-%02d,%d\n"
                            .formatted(
                                    customer, month, customer, month, 1 + (customer * 7 + month) % 27, 20 + customer));
                }
            }
        }
        return Files.writeString(folder.resolve("orders.csv"), orders);
    }

    private Path events() throws IOException {
        StringBuilder events = new StringBuilder("event_id,customer_id,event,timestamp,device\n");
        int event = 0;
        for (int customer = 0; customer < 80; customer++) {
            for (int visit = 0; visit < 6; visit++) {
                int steps = 1 + (customer + visit * 3) % STEPS.size();
                for (int step = 0; step < steps; step++) {
                    events.append("e%d,c%02d,%s,2025-%02d-%02dT%02d:%02d:00Z,%s\n"
                            .formatted(
                                    event++,
                                    customer,
                                    STEPS.get(step),
                                    2 + visit,
                                    1 + (customer * 5 + visit) % 27,
                                    8 + customer % 12,
                                    step,
                                    customer % 3 == 0 ? "mobile" : "desktop"));
                }
            }
        }
        return Files.writeString(folder.resolve("events.csv"), events);
    }
}
