package io.filon.segment.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.People;
import io.filon.segment.history.Memory;
import io.filon.store.Sql;
import io.filon.testing.Cases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeChangeTest {

    private static final LocalDate JUNE = LocalDate.parse("2025-06-30");
    private static final LocalDate DECEMBER = LocalDate.parse("2025-12-31");

    @TempDir
    Path folder;

    private People people;

    @BeforeEach
    void company() throws IOException {
        people = new People(folder, JUNE.toString())
                .bought("ann", "100", "2025-01-10", "2025-03-10", "2025-05-10")
                .bought("bob", "50", "2025-05-20")
                .bought("cyd", "50", "2025-04-20");
        people.segment("recent", "{days_since_last_order: '<= 60'}");
        Base base = people.base();
        Memory.keep(base, people.library(base), Instant.parse("2025-07-01T08:00:00Z"));
    }

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void days_that_go_by_take_away_who_does_nothing() {
        SizeChange change = until(DECEMBER);

        assertThat(change.before()).isEqualTo(2);
        assertThat(change.time()).isEqualTo(-2);
        assertThat(change.after()).isZero();
        assertThat(change.recorded()).isTrue();
        assertAddsUp(change);
    }

    @Test
    void what_customers_do_is_told_from_days_and_newcomers_are_named() {
        people.bought("cyd", "10", "2025-12-20").bought("new", "10", "2025-12-21");

        SizeChange change = until(DECEMBER);

        assertThat(change.time()).isEqualTo(-2);
        assertThat(change.behaviour()).isEqualTo(2);
        assertThat(change.newcomers()).isEqualTo(1);
        assertAddsUp(change);
    }

    @Test
    void data_that_came_late_about_the_first_day_are_told_apart() {
        people.bought("cyd", "10", "2025-06-20");

        SizeChange change = until(DECEMBER);

        assertThat(change.data()).isEqualTo(1);
        assertThat(change.time()).isEqualTo(-3);
        assertAddsUp(change);
    }

    @Test
    void a_changed_rule_is_told_apart() throws IOException {
        people.segment("recent", "{days_since_last_order: '<= 300'}");

        SizeChange change = until(DECEMBER);

        assertThat(change.time()).isEqualTo(-2);
        assertThat(change.definition()).isEqualTo(3);
        assertAddsUp(change);
    }

    @Test
    void who_is_merged_is_told_apart() {
        people.store().run(Sql.of("update orders set customer_id = 'ann' where customer_id = 'bob'"));
        people.store().run(Sql.of("update order_lines set customer_id = 'ann' where customer_id = 'bob'"));
        people.store().run(Sql.of("insert into identities values ('bob', 'ann', 'same_email')"));

        SizeChange change = until(DECEMBER);

        assertThat(change.merges()).isEqualTo(-1);
        assertThat(change.erasures()).isZero();
        assertThat(change.time()).isEqualTo(-1);
        assertAddsUp(change);
    }

    @Test
    void who_is_erased_is_told_from_who_does_nothing() {
        people.store().run(Sql.of("delete from orders where customer_id = 'bob'"));
        people.store().run(Sql.of("delete from order_lines where customer_id = 'bob'"));
        people.base().index().erase("bob", DECEMBER);

        SizeChange change = until(DECEMBER);

        assertThat(change.merges()).isZero();
        assertThat(change.erasures()).isEqualTo(-1);
        assertThat(change.data()).isZero();
        assertThat(change.time()).isEqualTo(-1);
        assertAddsUp(change);
    }

    @Test
    void without_anything_kept_only_days_and_customers_can_have_changed_it() {
        people.store().run(Sql.of("delete from segment_runs"));
        people.bought("cyd", "10", "2025-12-20");

        SizeChange change = until(DECEMBER);

        assertThat(change.recorded()).isFalse();
        assertThat(change.merges() + change.erasures() + change.data() + change.definition())
                .isZero();
        assertAddsUp(change);
    }

    @Test
    @Tag("slow")
    void the_parts_add_up_whatever_happened() {
        Cases.forEachCase(3, random -> {
            try (People some = company(random)) {
                Base before = some.base();
                Memory.keep(before, some.library(before), Instant.parse("2025-07-01T08:00:00Z"));
                some.segment("some", "{orders: '>= %d'}".formatted(random.nextInt(1, 4)));
                buy(some, random, 10, "late");
                some.store().run(Sql.of("insert into identities values ('c1', 'c2', 'same_email')"));
                some.store().run(Sql.of("update orders set customer_id = 'c2' where customer_id = 'c1'"));
                some.store().run(Sql.of("update order_lines set customer_id = 'c2' where customer_id = 'c1'"));
                some.day(DECEMBER.toString());
                Base base = some.base();
                Library library = some.library(base);
                Replay replay = new Replay(base, People.SETTINGS);
                for (String key : new String[] {"some", "star_customers"}) {
                    SizeChange change = SizeChange.of(base, replay, library, library.find(key), JUNE, DECEMBER);
                    assertAddsUp(change);
                    assertThat(change.after())
                            .isEqualTo(base.members(library.find(key)).count());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private People company(RandomGenerator random) throws IOException {
        People some = new People(folder.resolve("case" + random.nextInt()), JUNE.toString());
        some.segment("some", "{days_since_last_order: '<= %d'}".formatted(random.nextInt(30, 200)));
        buy(some, random, 40, "o");
        return some;
    }

    private static void buy(People some, RandomGenerator random, int times, String kind) {
        for (int i = 0; i < times; i++) {
            LocalDate day = LocalDate.parse("2025-01-01").plusDays(random.nextInt(kind.equals("o") ? 180 : 360));
            some.bought("c" + random.nextInt(9), Integer.toString(random.nextInt(5, 90)), day.toString());
        }
    }

    private SizeChange until(LocalDate day) {
        people.day(day.toString());
        Base base = people.base();
        Library library = people.library(base);
        return SizeChange.of(base, new Replay(base, People.SETTINGS), library, library.find("recent"), JUNE, day);
    }

    private static void assertAddsUp(SizeChange change) {
        assertThat(change.before()
                        + change.merges()
                        + change.erasures()
                        + change.data()
                        + change.time()
                        + change.behaviour()
                        + change.definition())
                .isEqualTo(change.after());
    }
}
