package io.filon.report;

import static io.filon.report.GroupRows.Contactable.NO;
import static io.filon.report.GroupRows.Contactable.NOT_STATED;
import static io.filon.report.GroupRows.Contactable.YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.problem.FilonException;
import io.filon.report.GroupRows.Row;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsTest {

    /// Rows held in memory, by group.
    record Held(Map<String, List<Row>> rows) implements GroupRows {
        @Override
        public List<String> groups() {
            return List.copyOf(new TreeMap<>(rows).keySet());
        }

        @Override
        public boolean makes(String list) {
            return list.startsWith("star");
        }

        @Override
        public void each(String group, Consumer<Row> reader) {
            rows.get(group).forEach(reader);
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void writes_as_a_spanish_spreadsheet_reads() throws IOException {
        assertThat(written("es-ES", row("c-1", "ana@example.es", YES, "1234.5")))
                .isEqualTo("\ufeffcliente;correo;contactable;motivo;valor;valor_previsto\r\n"
                        + "c-1;ana@example.es;sí;sobre todo por envío;1234,50;\r\n");
    }

    @Test
    void writes_with_commas_where_the_decimal_is_a_point() throws IOException {
        assertThat(written("es-MX", row("c-1", "ana@example.es", YES, "1234.5")))
                .endsWith("c-1,ana@example.es,sí,sobre todo por envío,1234.50,\r\n");
        assertThat(written("en", row("c-1", null, NOT_STATED, "-0.005")))
                .endsWith("c-1,,not stated,above all through shipping,-0.01,\r\n");
    }

    @Test
    void leaves_out_the_email_of_who_refused_it() throws IOException {
        assertThat(written("es-ES", row("c-1", "ana@example.es", NO, "1")))
                .contains("c-1;;no;")
                .doesNotContain("ana@");
    }

    @Test
    void keeps_a_formula_as_text_and_a_number_as_number() throws IOException {
        for (String start : List.of("=", "+", "-", "@", "\t", "\r")) {
            assertThat(written("es-ES", row(start + "1+cmd", null, YES, "1"))).contains("'" + start + "1+cmd");
        }
        assertThat(written("es-ES", row("-12", null, YES, "1"))).contains("\r\n-12;");
        assertThat(written("es-ES", row("+34600111222", null, YES, "1"))).contains("\r\n+34600111222;");
    }

    @Test
    void quotes_what_would_break_the_line() throws IOException {
        assertThat(written("es-ES", row("a;\"b\"\nc", null, YES, "1"))).contains("\r\n\"a;\"\"b\"\"\nc\";");
    }

    @Test
    void writes_nothing_when_a_group_fails() throws IOException {
        GroupRows failing = new GroupRows() {
            @Override
            public List<String> groups() {
                return List.of("good", "bad");
            }

            @Override
            public boolean makes(String list) {
                return groups().contains(list);
            }

            @Override
            public void each(String group, Consumer<Row> reader) {
                reader.accept(row("c-1", null, YES, "1"));
                if (group.equals("bad")) {
                    throw new IllegalStateException("the store broke");
                }
            }
        };

        assertThatThrownBy(() -> new Lists(language("es-ES")).write(folder, failing))
                .hasMessage("the store broke");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void replaces_its_own_lists_in_whatever_language_and_leaves_other_files() throws IOException {
        written("en", row("c-1", null, YES, "1"));
        Files.move(folder.resolve("stars.csv"), folder.resolve("star_likes.csv"));
        written("es-MX", row("c-1", null, YES, "1"));
        Files.copy(folder.resolve("stars.csv"), folder.resolve("mine.csv"));
        Path other = Files.writeString(folder.resolve("starters.csv"), "dish,price\nsoup,4\n");

        assertThat(written("es-ES", row("c-2", null, YES, "1"))).contains("c-2;");

        assertThat(folder.resolve("star_likes.csv")).doesNotExist();
        assertThat(folder.resolve("mine.csv")).exists();
        assertThat(other).hasContent("dish,price\nsoup,4\n");
    }

    @Test
    void refuses_to_write_over_a_file_that_is_no_list() throws IOException {
        Path mine = Files.writeString(folder.resolve("stars.csv"), "star,planets\nSol,8\n");

        assertThatThrownBy(() -> written("es-ES", row("c-1", null, YES, "1")))
                .isInstanceOf(FilonException.class)
                .hasMessageContaining("stars.csv");

        assertThat(mine).hasContent("star,planets\nSol,8\n");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(mine);
        }
    }

    private String written(String tag, Row row) throws IOException {
        List<Path> files = new Lists(language(tag)).write(folder, new Held(Map.of("stars", List.of(row))));

        assertThat(files).containsExactly(folder.resolve("stars.csv"));
        return Files.readString(files.getFirst());
    }

    private static Language language(String tag) {
        return Language.of(Locale.forLanguageTag(tag), "EUR");
    }

    private static Row row(String id, @Nullable String email, GroupRows.Contactable contactable, String value) {
        Phrase reason = Phrase.of("reason.loss", new Value.Word("step.shipping_cost"));
        return new Row(id, email, contactable, reason, new BigDecimal(value), null);
    }
}
