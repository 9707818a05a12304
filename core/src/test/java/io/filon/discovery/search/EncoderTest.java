package io.filon.discovery.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EncoderTest {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void few_different_numbers_are_all_kept() {
        Attribute age = numbers(4, 3, 1, 2, 2, 1);

        assertThat(age.codes()).containsExactly(2, 0, 1, 1, 0);
        assertThat(texts(age)).containsExactly("x <= 1", "x > 1", "1 < x <= 2", "x <= 2", "x > 2");
    }

    @Test
    void many_numbers_are_cut_at_quantiles_and_equal_ones_stay_together() {
        double[] values =
                IntStream.range(0, 100).mapToDouble(i -> i < 60 ? 0 : i).toArray();

        Attribute cut = numbers(4, values);

        assertThat(texts(cut)).containsExactly("x <= 0", "x > 0", "0 < x <= 74", "x <= 74", "x > 74");
    }

    @Test
    void what_is_not_stated_is_a_condition_of_its_own() {
        Attribute gaps = numbers(4, 1, UNKNOWN, 2);

        assertThat(texts(gaps)).containsExactly("x <= 1", "x > 1", "x not stated");
        assertThat(gaps.codes()).containsExactly(0, 2, 1);
    }

    @Test
    void rare_words_become_other_which_nobody_can_ask_for() {
        int kinds = 200;
        String[] words = IntStream.range(0, kinds).mapToObj("w%03d"::formatted).toArray(String[]::new);
        int[] places = IntStream.range(0, 1000).map(i -> i < kinds ? i : i % 10).toArray();

        Attribute attribute = new Encoder(16).encode(new Column.Words("city", words, places));

        assertThat(attribute.width()).isEqualTo(63);
        assertThat(texts(attribute))
                .hasSize(62)
                .contains("city = w000", "city = w009")
                .doesNotContain("city = w199");
    }

    @Test
    void a_column_without_values_has_nothing_to_ask_for_but_that() {
        assertThat(texts(numbers(4, UNKNOWN, UNKNOWN))).containsExactly("x not stated");
    }

    private static Attribute numbers(int bins, double... values) {
        return new Encoder(bins).encode(new Column.Numbers("x", values));
    }

    private static List<String> texts(Attribute attribute) {
        return attribute.selectors().stream()
                .map(selector -> selector.condition().text())
                .toList();
    }
}
