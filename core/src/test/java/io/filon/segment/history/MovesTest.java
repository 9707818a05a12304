package io.filon.segment.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.segment.Base;
import io.filon.segment.People;
import io.filon.store.Sql;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class MovesTest {

    private static final Instant FIRST = Instant.parse("2025-07-01T08:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-01-01T08:00:00Z");

    @TempDir
    Path folder;

    private People people;

    @BeforeEach
    void company() throws IOException {
        people = new People(folder, "2025-06-30")
                .bought("regular", "100", "2025-01-10", "2025-03-10", "2025-05-10")
                .bought("sleeper", "50", "2025-05-20")
                .bought("other", "50", "2025-04-20");
        people.segment("recent", "{days_since_last_order: '<= 60'}");
        keep(FIRST);
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void a_customer_leaves_by_days_and_enters_by_buying() {
        people.bought("other", "10", "2025-12-20");
        people.day("2025-12-31");
        keep(SECOND);

        assertThat(moves("sleeper")).containsExactly("recent left time 2025-06-30 2025-12-31");
        assertThat(moves("other")).containsExactly("recent entered behaviour 2025-06-30 2025-12-31");
    }

    @Test
    void a_new_customer_enters_as_one() {
        people.bought("newcomer", "10", "2025-12-20");
        people.day("2025-12-31");
        keep(SECOND);

        assertThat(moves("newcomer")).contains("recent entered new_customer 2025-06-30 2025-12-31");
    }

    @Test
    void a_changed_rule_is_told_from_what_customers_did() throws IOException {
        people.segment("recent", "{days_since_last_order: '<= 80'}");
        keep(SECOND);

        assertThat(moves("other")).containsExactly("recent entered definition 2025-06-30 2025-06-30");
    }

    @Test
    void data_that_come_late_reopen_the_same_day() {
        people.bought("other", "10", "2025-06-20");
        keep(SECOND);

        assertThat(moves("other")).contains("recent entered data 2025-06-30 2025-06-30");
        assertThat(new Decisions(people.store()).sizes("recent"))
                .singleElement()
                .satisfies(size -> assertThat(size.decidedAt()).isEqualTo(SECOND));
        assertThat(people.store().number(Sql.of("select count(*) from segment_runs")))
                .isEqualTo(2);
    }

    @Test
    void who_is_merged_or_gone_leaves_as_such() {
        people.store().run(Sql.of("update orders set customer_id = 'regular' where customer_id = 'sleeper'"));
        people.store().run(Sql.of("update order_lines set customer_id = 'regular' where customer_id = 'sleeper'"));
        people.store().run(Sql.of("insert into identities values ('sleeper', 'regular', 'same_email')"));
        keep(SECOND);

        assertThat(moves("sleeper")).contains("recent left merged 2025-06-30 2025-06-30");
    }

    @Test
    void the_same_again_is_not_kept_twice() {
        Base base = people.base();

        assertThat(Memory.keep(base, people.library(base), SECOND)).isFalse();
        assertThat(people.store().number(Sql.of("select count(*) from segment_runs")))
                .isEqualTo(1);
    }

    @Test
    void a_decision_reads_back_as_it_was_kept() {
        Base base = people.base();
        Decision now = people.decided(base, "2026-01-01T08:00:00Z");

        Decision kept = new Decisions(people.store()).on(base.asOf()).orElseThrow();

        assertThat(kept.same(now)).isTrue();
        assertThat(kept.decidedAt()).isEqualTo(FIRST);
    }

    private void keep(Instant at) {
        Base base = people.base();
        Memory.keep(base, people.library(base), at);
    }

    private List<String> moves(String customer) {
        Base base = Base.of(people.store());
        int number = base.index().number(customer).orElseThrow();
        return new Moves(base)
                .of(number).stream()
                        .filter(move -> move.segmentKey().equals("recent"))
                        .map(move -> "%s %s %s %s %s"
                                .formatted(
                                        move.segmentKey(),
                                        move.entered() ? "entered" : "left",
                                        move.reason(),
                                        move.afterOn(),
                                        move.asOf()))
                        .toList();
    }
}
