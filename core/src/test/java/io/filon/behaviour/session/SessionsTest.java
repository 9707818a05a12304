package io.filon.behaviour.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.intake.HandMadePlan;
import io.filon.intake.Import;
import io.filon.intake.Options;
import io.filon.intake.load.Keeping;
import io.filon.intake.load.Lines;
import io.filon.intake.plan.Kind;
import io.filon.problem.FilonException;
import io.filon.problem.Problem;
import io.filon.progress.Progress;
import io.filon.store.DuckStore;
import io.filon.store.Sql;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    @Test
    void names_of_segment_of_google_and_addresses_are_the_same_steps() {
        sessions("""
                a;;;Product Viewed;2024-01-01T10:00:00Z;;
                a;;;add_to_cart;2024-01-01T10:01:00Z;;
                a;;;begin_checkout;2024-01-01T10:02:00Z;;
                b;;;page_view;2024-01-01T10:00:00Z;{"page_location":"https://x.es/producto/7?utm=1"};
                b;;;page_view;2024-01-01T10:01:00Z;{"page_location":"https://x.es/buscar?q=ola"};
                c;;;/comparador;2024-01-01T10:01:00Z;;
                """);

        assertThat(
                        texts(
                                "select visitor || ' ' || reached || ' ' || outcome || ' ' || searches || ' ' || comparisons from sessions order by visitor"))
                .containsExactly("a checkout cart_left 0 0", "b visit left 1 0", "c visit bounce 0 1");
    }

    @Test
    void addresses_tell_no_step_that_events_are_named_after() {
        sessions("""
                a;;;Product Viewed;2024-01-01T10:00:00Z;;
                a;;;Page Viewed;2024-01-01T10:00:01Z;;{"page":{"url":"https://x.es/producto/7"}}
                """);

        assertThat(texts("select product_views || ' ' || pages || ' ' || landing from sessions"))
                .containsExactly("1 2 https://x.es/producto/7");
    }

    @Test
    void says_how_many_events_are_in_no_session_and_why() {
        sessions("""
                a;;;Product Viewed;2024-01-01T10:00:00Z;;{"userAgent":"Mozilla/5.0 (compatible Googlebot/2.1)"}
                ;;;Product Viewed;2024-01-01T10:00:00Z;;
                a;;;Product Viewed;1970-01-01T00:00:00Z;;
                a;;;Email Opened;2024-01-01T10:00:00Z;;
                a;;;Product Viewed;2024-01-02T10:00:00Z;;
                """);

        assertThat(texts("select reason || ' ' || events from sessions_left_out order by reason"))
                .containsExactly("no_identity 1", "not_a_visit 1", "robot 1", "wrong_clock 1");
        assertThat(texts("select cast(sum(events) as varchar) from sessions")).containsExactly("1");
    }

    @Test
    void machines_that_do_not_say_so_are_left_out_too() {
        sessions(IntStream.range(0, 120)
                .mapToObj(i -> "m;;;Product Viewed;2024-01-01T10:00:%02dZ;;%n".formatted(i / 3))
                .collect(Collectors.joining()));

        assertThat(texts("select reason || ' ' || events from sessions_left_out"))
                .containsExactly("too_fast 120");
    }

    @Test
    void sessions_that_the_file_numbers_stay_as_they_are() {
        sessions("""
                a;;s1;Product Viewed;2024-01-01T10:00:00Z;;
                a;;s1;Product Viewed;2024-01-01T14:00:00Z;;
                ;;s1;Product Viewed;2024-01-01T14:01:00Z;;
                ;;s2;Product Viewed;2024-01-01T14:00:00Z;;
                """);

        assertThat(texts("select visitor || ' ' || events from sessions order by visitor"))
                .containsExactly("a 3", "session s2 1");
    }

    @Test
    void what_was_done_before_saying_who_one_is_belongs_to_the_customer() {
        sessions("""
                ;x;;Product Viewed;2024-01-01T10:00:00Z;{"product_id":"p1","category":"tools"};
                a;x;;Product Viewed;2024-01-01T10:05:00Z;{"product_id":"p2","category":"tools"};
                ;y;;Products Searched;2024-01-01T10:05:00Z;{"results":0,"utm_source":"google"};
                """);

        assertThat(
                        texts(
                                "select visitor || ' ' || products || ' ' || categories || ' ' || coalesce(top_category, '-') || ' ' || empty_searches || ' ' || coalesce(source, '-') from sessions order by visitor"))
                .containsExactly("a 2 1 tools 0 -", "y 0 0 - 1 google");
    }

    @Test
    void a_companys_own_names_win() {
        Vocabulary known = Vocabulary.known();

        assertThat(known.with(HouseNames.parse("events.yaml", "names: {Ficha abierta: Product Viewed}", known))
                        .steps())
                .containsEntry("fichaabierta", "product");
        assertThatThrownBy(() -> HouseNames.parse("events.yaml", "names: {a: Product Vewed}\nother: 1", known))
                .isInstanceOfSatisfying(
                        FilonException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::code)
                                .containsExactly("events.unknown_key", "events.unknown"));
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
