package io.filon.intake.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.filon.intake.lexicon.Lexicon;
import io.filon.intake.recipe.HeaderWords;
import io.filon.store.DuckStore;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One long text among ordinary ones costs no more than reading it: what is asked of it takes no minutes.
class LongTextsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @AutoClose
    private final DuckStore store = DuckStore.inMemory();

    @ParameterizedTest
    @CsvSource({"A, 100000", "1, 100000", "'$', 100000", "x, 100000"})
    void a_file_with_a_long_text_in_every_column_is_understood_at_once(String part, int times) {
        String text = part.repeat(times);
        List<List<String>> rows = IntStream.range(0, 302)
                .mapToObj(i -> i < 300
                        ? List.of(
                                "O" + i,
                                "C" + i % 7,
                                "2024-01-%02d".formatted(i % 28 + 1),
                                "P" + i % 4,
                                "paid",
                                "5",
                                "a")
                        : Collections.nCopies(7, text + "\nb" + i))
                .toList();
        List<String> headers = List.of("order_id", "customer_id", "date", "product", "status", "amount", "card number");
        RawTables tables = new RawTables(store).with("o.csv", ",", headers, rows, true);

        assertThat(assertTimeoutPreemptively(
                        SOON,
                        () -> Understanding.plan(store, tables.all(), Corrections.NONE)
                                .files()))
                .hasSize(1);
    }

    @Test
    void a_status_of_very_many_words_is_read() {
        String status = "not" + " been".repeat(3_900) + " paid";
        String rows = IntStream.range(0, 40)
                .mapToObj(i ->
                        "O%d,C%d,2024-01-%02d,%s,5.00\n".formatted(i, i % 7, i % 28 + 1, i % 4 == 0 ? status : "paid"))
                .collect(Collectors.joining());
        RawTables tables = new RawTables(store).with("o.csv", "order_id,customer_id,date,status,amount\n" + rows);

        assertThat(Understanding.plan(store, tables.all(), Corrections.NONE)
                        .files()
                        .getFirst()
                        .statuses())
                .containsEntry("paid", "paid");
    }

    @Test
    void long_headers_become_words_at_once() {
        String digits = "1".repeat(300_000);

        assertTimeoutPreemptively(SOON, () -> {
            assertThat(HeaderWords.of("A".repeat(1_000_000)).size()).isEqualTo(1);
            assertThat(HeaderWords.of("a.".repeat(500_000)).size()).isEqualTo(1);
            assertThat(Lexicon.load().concepts(digits).size()).isEqualTo(1);
        });
    }

    @Test
    void capitals_part_words_only_where_a_word_begins() {
        assertThat(HeaderWords.of("NPedido")).containsExactly("n", "pedido");
        assertThat(HeaderWords.of("customerIDNumber2Total")).containsExactly("customer", "id", "number2", "total");
        assertThat(HeaderWords.of("SKU")).containsExactly("sku");
    }
}
