package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is said of rows that nothing can be made of.
class UnusableRowsTest {

    private static final String HEADER = "order,date,customer,total\n";
    private static final String USABLE = "1,2024-01-05,C1,10.50\n2,2024-01-25,C2,20.00\n3,2024-02-25,C1,5.25\n";

    @TempDir
    private Path folder;

    private Importer importer;

    @BeforeEach
    void open() {
        importer = new Importer(folder);
    }

    @Test
    void doubts_gravely_when_most_sales_are_lost() {
        importer.read(importer.reader.write("sales.csv", HEADER + USABLE + "4,,C1,3\n5,,C2,3\n6,,C3,4\n"));

        assertThat(importer.sources()).containsExactly("sales.csv orders 6 3 0 3");
        assertThat(importer.doubts(1)).containsExactly("rows_rejected");
    }

    @Test
    void doubts_a_little_when_a_tenth_is_lost_and_not_at_all_of_single_rows() {
        importer.read(importer.reader.write("sales.csv", HEADER + USABLE + "4,,C1,3\n"));
        assertThat(importer.doubts(1)).isEmpty();
        assertThat(importer.doubts(2)).contains("rows_rejected");

        String many = USABLE
                + USABLE.replace(",2024", "1,2024")
                + USABLE.replace(",2024", "2,2024")
                + USABLE.replace(",2024", "3,2024");
        importer.read(importer.reader.write("sales.csv", HEADER + many + "4,,C1,3\n"));
        assertThat(importer.sources()).containsExactly("sales.csv orders 13 12 0 1");
        assertThat(importer.doubts(2)).doesNotContain("rows_rejected");
    }

    @Test
    void an_event_that_cannot_be_used_is_told_with_its_line_in_a_file_too_large_to_copy() {
        importer.read(10, importer.reader.write("log.jsonl", """
                {"event_id":"e1","event":"buy","customer_id":"a","timestamp":"2024-01-01T10:00:00Z"}
                {"event_id":"e2","event":"view","customer_id":"a","timestamp":"2024-01-01T10:00:00Z"}
                {"event_id":"e3","event":"view","customer_id":"b","timestamp":null}
                {"event_id":"e4","event":"view","customer_id":"b","timestamp":"2024-01-02T10:00:00Z"}
                """));

        assertThat(importer.sources()).containsExactly("log.jsonl events 4 3 0 1");
        assertThat(importer.rows("select line, reason from in_rejected")).containsExactly("3 date_missing");
    }

    @Test
    void rows_known_to_be_no_sales_are_not_lost() {
        importer.read(importer.reader.write("sales.csv", """
                Date,Type,Order,Customer,Amount
                2024-01-02,Invoice,D1,C1,100.00
                2024-01-03,Payment,D2,C1,-100.00
                2024-01-04,Invoice,D3,C2,50.00
                2024-01-06,Payment,D5,C2,-30.00
                """));

        assertThat(importer.sources()).containsExactly("sales.csv orders 4 2 0 2");
        assertThat(importer.doubts(2)).contains("rows_aside").doesNotContain("rows_rejected");
    }

    @ParameterizedTest
    @ValueSource(strings = {",,,\n", ",,,,,\n", " , ,\u00a0,\n", "\"\",,\"\",\n"})
    void passes_over_rows_of_delimiters_alone(String blank) {
        importer.read(
                importer.reader.write("sales.csv", HEADER + blank + USABLE + blank + "4,,C2,5\n" + blank + blank));

        assertThat(importer.sources()).containsExactly("sales.csv orders 4 3 0 1");
        assertThat(importer.rows("select line, reason from in_rejected")).containsExactly("7 date_missing");
        assertThat(importer.doubts(2)).doesNotContain("duplicate_rows");
    }

    @Test
    void finds_the_total_above_rows_of_delimiters_alone() {
        importer.read(importer.reader.write("sales.csv", HEADER + USABLE + ",,,\nTotal,,,35.75\n,,,\n"));

        assertThat(importer.sources()).containsExactly("sales.csv orders 4 3 0 1");
        assertThat(importer.rows("select reason from in_rejected")).containsExactly("total_row");
    }

    @Test
    void a_row_with_a_zero_byte_within_a_text_is_put_aside_with_its_line() {
        String many = IntStream.range(10, 210)
                .mapToObj("%d,2024-02-03,C1,10.50\n"::formatted)
                .collect(Collectors.joining());
        importer.read(importer.reader.write(
                "sales.csv", HEADER + many + "4,2024-01-05,C\0 4,2\n" + "5,2024-01-05,C5\0\0,2\n"));

        assertThat(importer.rows("select line, reason from in_rejected")).containsExactly("202 bad_encoding");
    }

    @Test
    void a_file_of_many_zero_bytes_within_texts_is_refused_with_the_first_line() {
        assertThatThrownBy(() -> importer.read(importer.reader.write(
                        "sales.csv", HEADER + USABLE + "4,2024-01-05,C\0 4,2\n" + "5,2024-01-05,C\0 5,2\n")))
                .hasMessageContaining("line 5")
                .hasMessageContaining("unreadable characters")
                .hasMessageContaining("2 of 5");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`[[1, 2], [3, 4]]`, a.json, `, line 1: cannot be read as a JSON object, nor can others, 4 of 4 in all.`",
                "`{\"a\":1`, a.json, `, line 1: cannot be read as a JSON object. Export it again with one object a line`",
                "42, a.json, `: holds no JSON objects. Export it again with one object a line`",
                "42, a.csv, `: only one column can be seen`"
            })
    void json_without_objects_is_told_as_what_it_is(String text, String name, String said) {
        assertThatThrownBy(() -> importer.read(importer.reader.write(name, text)))
                .hasMessageContaining(name + said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void json_too_deep_to_be_read_is_told_as_such(String level) {
        assertThatThrownBy(() -> importer.read(importer.reader.write("a.json", level.repeat(50_000))))
                .hasMessageContaining("a.json, line 1: cannot be read as a JSON object.");
    }

    @Test
    void a_picture_is_no_table_whatever_it_is_called() {
        byte[] picture = ("\u0089PNG\r\n\u001a\n" + "D".repeat(3_000)).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> importer.read(importer.reader.write("a.csv", picture)))
                .hasMessageContaining("binary");
    }
}
