package io.filon.value;

import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The tables intake makes, for tests: empty at first, filled by hand.
public final class Tables {

    private Tables() {}

    /// A store with every table of intake empty and a run of that day.
    public static DuckStore empty(String asOf) {
        DuckStore store = DuckStore.inMemory();
        Arrays.stream(ddl().replaceAll("(?m)^--.*$", "").split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .forEach(statement -> store.run(Sql.of(statement)));
        store.run(Sql.of(
                "insert into run select cast(? as date), cast(cast(? as date) + interval 1 day as timestamptz), "
                        + "'UTC', 'EUR', 365",
                asOf,
                asOf));
        return store;
    }

    /// A counted order of one line.
    public static void order(DuckStore store, String id, String customer, String day, String amount) {
        line(store, id, customer, day, amount, "null");
    }

    /// A counted order of one line whose product cost is stated, or `null`.
    public static void line(DuckStore store, String id, String customer, String day, String amount, String cost) {
        lines(store, List.of(new Line(id, customer, day, amount, cost)));
    }

    /// A counted order of one line.
    ///
    /// @param cost of its product, or `null`
    public record Line(String order, String customer, String day, String amount, String cost) {

        private String values() {
            return "(%s, %s, date '%s', %s, %s)"
                    .formatted(Sql.literal(order), Sql.literal(customer), day, amount, cost);
        }
    }

    /// Many orders in two statements: a statement a row takes far longer.
    public static void lines(DuckStore store, List<Line> lines) {
        String rows = lines.stream()
                .map(Line::values)
                .collect(Collectors.joining(", ", "(values ", ") as line (id, customer, day, amount, cost)"));
        store.run(Sql.of("insert into orders (order_id, customer_id, ordered_on, counts, discount, tax, tax_stated, "
                + "shipping_charged) select id, customer, day, true, 0, 0, false, 0 from " + rows));
        store.run(Sql.of("insert into order_lines (order_id, line_no, customer_id, ordered_on, quantity, list_amount, "
                + "discount, amount, cost, is_return) select id, 1, customer, day, 1, amount, 0, amount, cost, false from "
                + rows));
    }

    private static String ddl() {
        try (InputStream in = Tables.class.getResourceAsStream("canonical.sql")) {
            if (in == null) {
                throw new IllegalStateException("No canonical.sql beside " + Tables.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("canonical.sql", e);
        }
    }
}
