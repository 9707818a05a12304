package io.filon.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.store.Sql;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLoaderTest {

    private static final String EVENTS = """
            {"event":"view","at":1541105830796,"user":{"id":"u1","tags":["a","b"]},"page":"x\\/\\u00f1"}
            {"event":"buy","at":1541105830797.0,"amount":12.50,"first":null}

            {"event":"view","ok":true,"page":""}
            """;

    @TempDir
    private Path folder;

    private Reader reader;

    @BeforeEach
    void open() {
        reader = new Reader(folder);
    }

    @Test
    void makes_a_column_of_every_key_of_every_line() {
        RawTable table = reader.table(reader.write("a.jsonl", EVENTS));

        assertThat(table.headers())
                .containsExactly("event", "at", "user.id", "user.tags", "page", "amount", "first", "ok");
        assertThat(reader.rows(table))
                .containsExactly(
                        "view|1541105830796|u1|[\"a\",\"b\"]|x/ñ|||",
                        "buy|1541105830797.0||||12.5||",
                        "view|||||||true");
    }

    @Test
    void keeps_what_an_event_carries_whole() {
        RawTable table = reader.table(
                reader.write("a.jsonl", "{\"event\":\"buy\",\"properties\":{\"total\":3},\"user\":{\"id\":\"u1\"}}\n"));

        assertThat(table.headers()).containsExactly("event", "properties", "user", "user.id");
        assertThat(reader.rows(table)).containsExactly("buy|{\"total\":3}|{\"id\":\"u1\"}|u1");
    }

    @Test
    void takes_who_and_when_out_of_what_an_event_carries_where_only_that_says_so() {
        RawTable packed = reader.table(reader.write("a.jsonl", """
                {"event":"buy","properties":{"time":1704067200,"user_id":"u1","total":3}}
                {"event":"buy","properties":{"time":1704067201,"device_id":null,"total":4}}
                """));
        assertThat(packed.headers()).containsExactly("event", "properties", "time", "user_id");
        assertThat(reader.rows(packed)).first().asString().endsWith("|1704067200|u1");

        RawTable told = reader.table(reader.write("b.jsonl", """
                {"event":"buy","receivedAt":"2024-01-05","uid":"u1","properties":{"time":1704067200,"email":"a@x.es"}}
                {"event":"buy","receivedAt":"2024-01-05","uid":"u1","properties":{"time":1704067200}}
                """));
        assertThat(told.headers()).containsExactly("event", "receivedAt", "uid", "properties");
    }

    @Test
    void reads_arrays_and_wrapped_arrays() {
        String array = "[\n {\"a\": 1.50, \"A\": \"x\"},\n {\"a\": 2}\n]";
        RawTable plain = reader.table(reader.write("a.json", array));
        assertThat(plain.headers()).containsExactly("a", "A_2");
        assertThat(reader.rows(plain)).containsExactly("1.5|x", "2|");

        RawTable wrapped = reader.table(reader.write("b.json", "{\"orders\": " + array + "}"));
        assertThat(wrapped.rows()).isEqualTo(2);
    }

    @Test
    void puts_malformed_lines_aside() {
        String text = EVENTS.repeat(50) + "{\"event\":\"broken\n" + EVENTS;
        Reading reading = reader.read(reader.write("a.jsonl", text));
        RawTable table = reading.tables().getFirst();

        assertThat(table.rows()).isEqualTo(153);
        assertThat(table.rejected()).isEqualTo(1);
        assertThat(reader.rejected()).containsExactly("201 bad_json {\"event\":\"broken");
        assertThat(reading.lines().lineOf(table, 2)).isEqualTo(4);
        assertThat(reading.lines().lineOf(table, 150)).isEqualTo(202);
    }

    @Test
    void leaves_large_files_where_they_are() {
        Path file = reader.write("a.jsonl", EVENTS);
        Reading reading = reader.read(10, file);
        RawTable table = reading.tables().getFirst();

        assertThat(table.streamed()).isTrue();
        assertThat(table.rows()).isEqualTo(3);
        assertThat(reader.store.text(Sql.of("select c4 from raw_0 where c0 = 'buy'")))
                .hasValue("12.5");
        assertThat(reading.lines().lineOf(table, 2)).isEqualTo(4);
    }
}
