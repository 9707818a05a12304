package io.filon.segment.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.segment.Base;
import io.filon.segment.People;
import io.filon.segment.Segment;
import io.filon.segment.history.Decisions;
import io.filon.segment.profile.Actionable.Verdict;
import io.filon.store.Sql;
import io.filon.text.Formats;
import io.filon.text.Messages;
import io.filon.workspace.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forty customers, of whom every second one has an e-mail.
class ActionableTest {

    private static final Settings.Segments SETTINGS =
            new Settings.Segments(List.of(), 10, 3, 1, new Settings.Minimums(20, 30, 40, 50));

    @TempDir
    Path folder;

    private People people;

    @BeforeEach
    void company() throws IOException {
        people = new People(folder, "2025-12-31");
        for (int i = 0; i < 40; i++) {
            people.bought("c" + i, "10", "2025-06-01");
            people.store()
                    .run(Sql.of(
                            "insert into customers (customer_id, email) values (?, nullif(?, ''))",
                            "c" + i,
                            i % 2 == 0 ? "c%d@example.org".formatted(i) : ""));
        }
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void what_no_file_says_is_not_known() {
        Actionable actionable = actionable("orders: 1");

        assertThat(verdict(actionable, "size")).isEqualTo(Verdict.YES);
        assertThat(verdict(actionable, "reach")).isEqualTo(Verdict.YES);
        assertThat(verdict(actionable, "consent")).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(verdict(actionable, "platforms")).isEqualTo(Verdict.YES);
        assertThat(verdict(actionable, "stable")).isEqualTo(Verdict.NOT_KNOWN);
        assertThat(actionable.verdict()).isEqualTo(Verdict.NOT_KNOWN);
    }

    @Test
    void whoever_refused_is_not_reached_and_what_fails_is_named_with_what_to_do() {
        people.store()
                .run(Sql.of("insert into consents (customer_id, channel, granted) select customer_id, 'email', "
                        + "customer_id in ('c0', 'c2', 'c4') from customers"));

        Actionable actionable = actionable("orders: 1");

        assertThat(actionable.failing()).containsExactly("reach", "consent", "platforms");
        assertThat(actionable.verdict()).isEqualTo(Verdict.NO);
        for (Locale locale : List.of(Locale.forLanguageTag("es-ES"), Locale.US)) {
            assertThat(actionable.checks())
                    .allSatisfy(check -> assertThat(check.says().in(Messages.of(locale), new Formats(locale, "EUR")))
                            .endsWith("."));
        }
    }

    @Test
    void one_refusal_is_enough() {
        people.store()
                .run(Sql.of("insert into consents (customer_id, channel, granted) values ('c0', 'email', true), "
                        + "('c0', 'email', false), ('c2', 'email', true)"));
        Base base = people.base();
        Reach reach = Reach.of(base);

        Reach.Reached email = reach.of(Reach.Channel.EMAIL, base.index().present());

        assertThat(email.withAddress()).isEqualTo(20);
        assertThat(email.allowed()).isEqualTo(1);
        assertThat(email.refused()).isEqualTo(1);
        assertThat(email.notStated()).isEqualTo(18);
    }

    @Test
    void a_small_segment_fails_by_its_size() throws IOException {
        people.bought("whale", "900", "2025-06-01", "2025-07-01");

        assertThat(actionable("orders: 2").failing()).contains("size");
    }

    @Test
    void steady_for_months_is_known_from_what_was_kept() throws IOException {
        people.segment("buyers", "{orders: '>= 1'}");
        for (String day : List.of("2025-08-31", "2025-10-31", "2025-12-31")) {
            people.day(day);
            Base base = people.base();
            new Decisions(people.store()).keep(people.decided(base, day + "T12:00:00Z"));
        }

        assertThat(verdict(actionable("buyers"), "stable")).isEqualTo(Verdict.YES);

        for (int i = 0; i < 100; i++) {
            people.bought("late" + i, "10", "2025-12-20");
        }
        assertThat(verdict(actionable("buyers"), "stable")).isEqualTo(Verdict.NO);

        people.segment("buyers", "{orders: 1}");
        assertThat(verdict(actionable("buyers"), "stable")).isEqualTo(Verdict.NOT_KNOWN);
    }

    private Actionable actionable(String rule) {
        Base base = people.base();
        Segment segment = people.library(base).find(rule);
        var members = base.members(segment);
        return Actionable.of(
                members.numbers(),
                Reach.of(base),
                Overview.past(base, new Decisions(base.store()), segment, members),
                SETTINGS);
    }

    private static Verdict verdict(Actionable actionable, String code) {
        return actionable.checks().stream()
                .filter(check -> check.code().equals(code))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
