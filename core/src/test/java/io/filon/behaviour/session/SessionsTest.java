package io.filon.behaviour.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.intake.HandMadePlan;
import io.filon.intake.Import;
import io.filon.intake.Options;
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

class SessionsTest {

    private static final String[] COLUMNS = {
        "who = customer_id",
        "anon = anonymous_id",
        "session = session_id",
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
    void a_pause_longer_than_the_gap_begins_another_session_whatever_the_order_of_the_file() {
        sessions("""
                a;;;Product Viewed;2024-01-01T10:31:00Z;;
                a;;;Product Viewed;2024-01-01T10:01:00Z;;
                a;;;Product Viewed;2024-01-01T11:01:01Z;;
                b;;;Product Viewed;2024-01-01T10:30:00Z;;
                """);

        assertThat(texts(
                        "select visitor || ' ' || events || ' ' || seconds from sessions order by visitor, started_at"))
                .containsExactly("a 2 1800.0", "a 1 0.0", "b 1 0.0");
    }

    private void sessions(String rows) {
        HandMadePlan made = new HandMadePlan(store, folder)
                .text("events.csv", Kind.EVENTS, "who;anon;session;what;at;more;where\n" + rows, COLUMNS);
        new Import(store, Lines.afterHeader(), Keeping.FOR_THE_AUDIT)
                .run(made.plan(), List.of(), Options.at(Instant.parse("2026-01-01T00:00:00Z")), Progress.NONE);
        new Sessions(Vocabulary.known(), 30).run(store);
    }

    private record Line(String text) {}

    private List<String> texts(String select) {
        return store.query(Sql.of(select.replaceFirst(" from ", " as text from ")), Line.class).stream()
                .map(Line::text)
                .toList();
    }
}
