package io.filon.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.filon.segment.history.Memory;
import io.filon.segment.movement.SizeChange;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules that ask who was in another segment, came or left: what the workspace remembers answers.
class StaysTest {

    @TempDir
    Path folder;

    private People people;

    @BeforeEach
    void company() throws IOException {
        people = new People(folder, "2025-06-30")
                .bought("ann", "100", "2025-06-10")
                .bought("bob", "50", "2025-03-20")
                .bought("cyd", "50", "2025-01-20");
        people.segment("recent", "{days_since_last_order: '<= 60'}");
        remember("2025-06-30");
        people.bought("bob", "10", "2025-08-20");
        remember("2025-09-30");
        people.bought("cyd", "10", "2025-12-20");
        people.day("2025-12-31");
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void who_was_in_on_an_earlier_day_is_who_was_in_then() {
        assertThat(members("{in_segment: recent, as_of: 2025-06-30}")).isEqualTo("ann");
        assertThat(members("{in_segment: recent, as_of: 2025-09-30}")).isEqualTo("bob");
        assertThat(members("{in_segment: The recent, as_of: 1 day ago}")).isEqualTo("bob");
        assertThat(members("{in_segment: recent}")).isEqualTo("cyd");
    }

    @Test
    void who_came_and_who_left_within_a_window() {
        assertThat(members("{entered_segment: recent, window: {last: 30 days}}"))
                .isEqualTo("cyd");
        assertThat(members("{entered_segment: recent, window: {last: 120 days}}"))
                .isEqualTo("bob cyd");
        assertThat(members("{left_segment: recent, window: {last: 120 days}}")).isEqualTo("ann bob");
        assertThat(members("{all: [{left_segment: recent}, {not: {in_segment: [recent, never_bought]}}]}"))
                .isEqualTo("ann bob");
    }

    @Test
    void whoever_was_in_when_keeping_began_did_not_come_in_that_day() {
        assertThat(members("{entered_segment: recent, window: {last: 1 year}}")).isEqualTo("bob cyd");
    }

    @Test
    void the_answer_does_not_depend_on_whether_today_is_kept_already() {
        String before = members("{entered_segment: recent, window: {last: 30 days}}");
        remember("2025-12-31");

        assertThat(members("{entered_segment: recent, window: {last: 30 days}}"))
                .isEqualTo(before)
                .isEqualTo("cyd");
    }

    @Test
    void in_how_many_segments_somebody_is_counts_those_kept() {
        assertThat(members("{segment_count: now, is: '>= 1'}")).contains("ann", "bob", "cyd");
    }

    @Test
    void segments_that_ask_each_others_past_in_a_circle_are_refused() throws IOException {
        people.segment("a", "{entered_segment: The b}");
        people.segment("b", "{not: {left_segment: a}}");
        Base base = people.base();

        assertThatThrownBy(() -> people.library(base)).hasMessageContaining("a → ");
        people.segment("b", "{left_segment: b, window: {last: 3 days}}");
        assertThatThrownBy(() -> people.library(base)).hasMessageContaining("b → b");
    }

    @Test
    void a_name_nobody_has_gets_the_nearest() throws IOException {
        Base base = people.base();

        assertThatThrownBy(() -> people.library(base).find("{entered_segment: recnt}"))
                .hasMessageContaining("recent");
    }

    @Test
    void a_band_keeps_who_is_in_already() throws IOException {
        people.segment("best", "{top: {fact: revenue, share: 33 %, keep: 66 %}}");
        people.day("2025-12-31");
        people.bought("bob", "200", "2025-12-30");
        remember("2025-12-31");
        assertThat(members("best")).isEqualTo("bob");
        people.bought("ann", "500", "2026-01-10");
        people.day("2026-01-31");

        assertThat(members("best")).isEqualTo("ann bob");
        assertThat(members("{top: {fact: revenue, share: 33 %, keep: 66 %}}")).isEqualTo("ann");
    }

    @Test
    void a_rule_on_the_past_explains_itself_and_its_size() throws IOException {
        people.segment("back", "{entered_segment: recent, window: {last: 120 days}}");
        Base base = people.base();
        Library library = people.library(base);
        Segment back = library.find("back");
        var why = new io.filon.segment.explain.CustomerExplainer(
                        base, Messages.of(Locale.US), new Formats(Locale.US, "EUR"))
                .explain(back, "bob");

        assertThat(why.belongs()).isTrue();
        assertThat(why.rule().turns().instant()).isEqualTo("2026-01-28T00:00:00Z");
        SizeChange change = SizeChange.of(
                base,
                new io.filon.segment.movement.Replay(base, People.SETTINGS),
                library,
                back,
                LocalDate.parse("2025-09-30"),
                LocalDate.parse("2025-12-31"));
        assertThat(change.before()).isEqualTo(1);
        assertThat(change.after()).isEqualTo(2);
    }

    private void remember(String day) {
        people.day(day);
        Base base = people.base();
        Memory.keep(base, people.library(base), Instant.parse(day + "T20:00:00Z"));
    }

    private String members(String rule) {
        people.store().run(Sql.of("drop table if exists rule_memberships"));
        return String.join(" ", people.members(people.base(), rule));
    }
}
