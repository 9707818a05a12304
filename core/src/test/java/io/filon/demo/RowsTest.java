package io.filon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void writes_spanish_as_utf_8() throws IOException {
        assertThat(written(rows -> rows.text("Iñaki, ¿qué más?"))).isEqualTo("Iñaki, ¿qué más?");
    }

    @Test
    void refuses_what_it_cannot_write() {
        assertThatThrownBy(() -> new Rows().text("€")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writes_money_with_two_decimals() throws IOException {
        assertThat(written(rows ->
                        rows.money(5, ',').put(' ').money(-1234, '.').put(' ').money(100, ',')))
                .isEqualTo("0,05 -12.34 1,00");
    }

    @Test
    void writes_times_and_numbers_of_any_size() throws IOException {
        assertThat(written(rows -> rows.time(3_909)
                        .put(' ')
                        .number(Long.MAX_VALUE)
                        .put(' ')
                        .padded(7, 3)))
                .isEqualTo("01:05:09 9223372036854775807 007");
    }

    @Test
    void grows_as_needed() throws IOException {
        assertThat(written(rows -> {
                    for (int i = 0; i < 10_000; i++) {
                        rows.hex(i);
                    }
                }))
                .hasSize(160_000)
                .endsWith("270f");
    }

    private static String written(Consumer<Rows> pen) throws IOException {
        Rows rows = new Rows();
        pen.accept(rows);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        rows.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
