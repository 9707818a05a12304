package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Orders as shops write them in JSON, with their lines inside, all the way to what was sold.
class OrdersInJsonTest {

    @TempDir
    private Path folder;

    private Importer importer;

    @BeforeEach
    void open() {
        importer = new Importer(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s]",
                "{\"orders\": [%s]}",
                "{\"page\": 1,\n \"data\": {\"orders\": [%s]}}",
                "{\"made_at\": \"2024-05-01\", \"id\": 7, \"orders\": [%s]}"
            })
    void reads_every_order_and_its_lines(String wrapping) {
        importer.read(importer.reader.write(
                "orders.json", wrapping.formatted(String.join(",\n", orders("\"items\": [%s, %s]")))));

        assertThat(importer.sources())
                .containsExactly("orders.json orders 30 30 0 0", "orders.json!items order_lines 60 60 0 0");
        assertThat(sold()).containsExactly("30 30 600.0000");
        assertThat(importer.rows(
                        "select product_id, sum(quantity), sum(amount) from order_lines group by 1 order by 1"))
                .containsExactly("A 60.0000 300.0000", "B 30.0000 300.0000");
        assertThat(importer.doubts(1)).isEmpty();
    }

    @Test
    void reads_objects_one_after_another_whatever_their_lines() {
        String apart = String.join("\n", orders("\"items\": [%s, %s]"));
        importer.read(importer.reader.write("orders.json", apart.replace("{\"id\"", "{\n\"id\"")));
        assertThat(sold()).containsExactly("30 30 600.0000");

        importer.read(importer.reader.write("orders.json", apart));
        assertThat(importer.sources())
                .containsExactly("orders.json orders 30 30 0 0", "orders.json!items order_lines 60 60 0 0");
        assertThat(sold()).containsExactly("30 30 600.0000");
    }

    @Test
    void keeps_orders_without_lines() {
        List<String> orders = orders("\"line_items\": [%s, %s]");
        orders.set(4, orders.get(4).replaceAll("\\[.*]", "[]"));
        importer.read(importer.reader.write("orders.json", orders.toString()));

        assertThat(importer.sources())
                .containsExactly("orders.json orders 30 30 0 0", "orders.json!line_items order_lines 58 58 0 0");
        assertThat(importer.rows("select count(*), sum(stated_total) from orders"))
                .containsExactly("30 600.0000");
    }

    @Test
    void takes_the_lines_of_goods_from_among_other_lists() {
        importer.read(importer.reader.write(
                "orders.json",
                orders("\"taxLines\": [{\"rate\": 0.21, \"price\": 3.47}], \"lineItems\": [%s, %s], \"notes\": []")
                        .toString()));

        assertThat(importer.sources())
                .containsExactly("orders.json orders 30 30 0 0", "orders.json!lineItems order_lines 60 60 0 0");
        assertThat(sold()).containsExactly("30 30 600.0000");
    }

    @Test
    void reads_what_lines_hold_and_tells_their_number_from_the_orders() {
        RawTable lines = importer.reader
                .read(importer.reader.write("orders.json", """
                [{"id": 1, "day": "2024-01-05", "items": [
                    {"id": 8, "product": {"sku": "A"}, "price": 5, "options": [{"size": 3}]}, {"id": 9, "price": 4}]},
                 {"id": 2, "day": "2024-01-06", "items": []}]
                """))
                .tables()
                .getLast();

        assertThat(lines.headers()).containsExactly("id", "items.id", "product.sku", "price", "options");
        assertThat(importer.reader.rows(lines)).containsExactly("1|8|A|5|[{\"size\":3}]", "1|9||4|");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"day\": \"2024-01-05\", \"total\": 5, \"items\": [{\"sku\": \"A\", \"price\": 5}]}]",
                "[{\"id\": 1, \"total\": 5, \"items\": [{\"sku\": \"A\", \"price\": 5}]}]",
                "[{\"id\": 1, \"event\": \"buy\", \"day\": \"2024-01-05\", \"items\": [{\"sku\": \"A\", \"price\": 5}]}]",
                "[{\"id\": 1, \"day\": \"2024-01-05\", \"payments\": [{\"method\": \"card\", \"amount\": 5}]}]",
                "[{\"id\": 1, \"day\": \"2024-01-05\", \"items\": [{\"price\": 5}], \"products\": [{\"price\": 5}]}]",
                "[{\"id\": 1, \"day\": \"2024-01-05\", \"items\": [{\"sku\": \"A\", \"price\": 5}]}, {\"id\": 1, \"day\": \"x\"}]"
            })
    void leaves_a_list_as_text_where_it_may_be_no_order_s_lines(String text) {
        assertThat(importer.reader.read(importer.reader.write("a.json", text)).tables())
                .singleElement()
                .satisfies(table -> assertThat(table.rows()).isEqualTo(text.split("\"id\": 1", -1).length > 2 ? 2 : 1));
    }

    @Test
    void takes_a_single_order_for_what_it_is() {
        List<RawTable> tables = importer.reader
                .read(importer.reader.write(
                        "one.json",
                        "{\"id\": 1, \"day\": \"2024-01-05\", \"items\": [{\"sku\": \"A\", \"price\": 5}]}"))
                .tables();

        assertThat(tables)
                .extracting(RawTable::headers)
                .containsExactly(List.of("id", "day", "items"), List.of("id", "sku", "price"));
    }

    @Test
    void puts_what_follows_a_mistake_aside() {
        String good = IntStream.range(0, 200)
                .mapToObj("{\"a\": %d,\n \"b\": 1}\n"::formatted)
                .collect(Collectors.joining());
        Reading reading = importer.reader.read(importer.reader.write("a.json", good + "{\"a\": oops}\n"));

        assertThat(reading.tables().getFirst().rows()).isEqualTo(200);
        assertThat(reading.tables().getFirst().rejected()).isEqualTo(1);
        assertThat(reading.lines().lineOf(reading.tables().getFirst(), 199)).isEqualTo(399);
    }

    private List<String> sold() {
        return importer.rows("select count(*), count(distinct ordered_on), sum(stated_total) from orders where counts");
    }

    /// @param lists with two places for lines
    private static List<String> orders(String lists) {
        String lines = lists.formatted(
                "{\"sku\": \"A\", \"qty\": 2, \"price\": 5.0}", "{\"sku\": \"B\", \"qty\": 1, \"price\": 10.0}");
        return IntStream.range(0, 30)
                .mapToObj(i -> "{\"id\": %d, \"date\": \"2024-01-%02d\", \"customer_id\": %d, \"total\": 20.0, %s}"
                        .formatted(i, i + 1, i % 9, lines))
                .collect(Collectors.toList());
    }
}
