package io.filon.segment.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.Owners;
import io.filon.segment.People;
import io.filon.segment.history.Decision;
import io.filon.store.Sql;
import io.filon.testing.Cases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roaringbitmap.RoaringBitmap;

class MovementTest {

    @TempDir
    Path folder;

    @Test
    void flows_and_turnover_add_up_to_both_days() {
        Cases.forEachCase(random -> {
            Decision before = decision("2025-06-30", random);
            Decision after = decision("2025-12-31", random);
            List<Flow> flows = Flow.between(before, after, List.of("a", "b"), some(random));

            assertThat(flows.stream()
                            .filter(flow -> !flow.from().equals(Flow.NEW))
                            .mapToLong(Flow::customers)
                            .sum())
                    .isEqualTo(before.base().getLongCardinality());
            assertThat(flows.stream()
                            .filter(flow -> !List.of(Flow.MERGED, Flow.GONE).contains(flow.to()))
                            .mapToLong(Flow::customers)
                            .sum())
                    .isEqualTo(after.base().getLongCardinality());
            Turnover turnover = Turnover.between("b", before, after, null);
            assertThat(turnover.stayed() + turnover.left() + turnover.gone()).isEqualTo(turnover.before());
            assertThat(turnover.stayed() + turnover.entered() + turnover.newcomers())
                    .isEqualTo(turnover.after());
        });
    }

    @Test
    void what_is_expected_repeats_the_reference_exactly_when_customers_do() {
        Cases.forEachCase(random -> {
            Decision before = decision("2025-06-30", random);
            Decision after = decision("2025-12-31", random);
            Turnover.Rates rates = Turnover.rates("b", before, after);
            if (rates != null) {
                Turnover turnover = Turnover.between("b", before, after, rates);
                assertThat(turnover.expectedAfter())
                        .isCloseTo(turnover.after(), org.assertj.core.data.Offset.offset(1e-9));
            }
        });
    }

    @Test
    void asking_for_another_day_leaves_everything_as_it_was() throws IOException {
        try (People people = shop()) {
            Base base = people.base();
            Library library = people.library(base);
            String before = contents(people);

            new Replay(base, People.SETTINGS).on(LocalDate.parse("2025-03-31"), library.watched());
            new Replay(base, People.SETTINGS)
                    .untouched(LocalDate.parse("2025-03-31"), LocalDate.parse("2025-09-30"), library.watched());

            assertThat(contents(people)).isEqualTo(before);
        }
    }

    @Test
    void another_day_is_as_it_was_on_that_day() throws IOException {
        try (People people = shop()) {
            people.day("2025-06-30");
            Base june = people.base();
            Map<String, Decision.Kept> then =
                    people.decided(june, "2025-07-01T00:00:00Z").segments();
            people.day("2025-12-31");
            Base base = people.base();

            Decision replayed = new Replay(base, People.SETTINGS)
                    .on(LocalDate.parse("2025-06-30"), people.library(base).watched());

            replayed.segments().forEach((key, kept) -> {
                RoaringBitmap numbers = then.get(key).numbers().clone();
                numbers.and(replayed.base());
                assertThat(kept.numbers()).as(key).isEqualTo(numbers);
            });
        }
    }

    @Test
    void the_expected_movement_comes_from_the_year_before_and_is_missing_without_one() throws IOException {
        try (People people = shop()) {
            Base base = people.base();
            Library library = people.library(base);
            Replay replay = new Replay(base, People.SETTINGS);
            LocalDate to = LocalDate.parse("2025-12-31");

            Movement late = movement(base, library, replay, LocalDate.parse("2025-09-30"), to);
            Movement early = movement(base, library, replay, LocalDate.parse("2024-05-31"), to);

            assertThat(late.referenceFrom()).isEqualTo(LocalDate.parse("2024-09-30"));
            assertThat(late.referenceTo()).isEqualTo(LocalDate.parse("2024-12-31"));
            assertThat(early.referenceFrom()).isNull();
            assertThat(early.segments())
                    .allSatisfy(turnover -> assertThat(turnover.expectedAfter()).isNull());
        }
    }

    private static Movement movement(Base base, Library library, Replay replay, LocalDate from, LocalDate to) {
        return Movement.between(
                base, replay, from, to, library.watched(), Owners.order(library, People.SETTINGS.segments()));
    }

    private People shop() throws IOException {
        People people = new People(folder, "2025-12-31");
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.parse("2024-01-01").plusDays(i * 37L % 700);
            people.bought("c" + i % 17, Integer.toString(10 + i), day.toString());
        }
        return people;
    }

    private static String contents(People people) {
        StringBuilder text = new StringBuilder();
        for (String table : List.of("run", "orders", "customer_facts", "segment_facts", "segment_customers")) {
            people.store().stream(
                    Sql.of("select * from " + table + " order by all"),
                    row -> text.append(row).append('\n'));
        }
        return text.toString();
    }

    private static Decision decision(String day, RandomGenerator random) {
        RoaringBitmap base = some(random);
        return new Decision(
                LocalDate.parse(day), Instant.EPOCH, base, Map.of("a", in(base, random), "b", in(base, random)));
    }

    private static Decision.Kept in(RoaringBitmap base, RandomGenerator random) {
        return new Decision.Kept("", RoaringBitmap.and(base, some(random)));
    }

    private static RoaringBitmap some(RandomGenerator random) {
        RoaringBitmap some = new RoaringBitmap();
        for (int i = 0; i < 50; i++) {
            if (random.nextBoolean()) {
                some.add(i);
            }
        }
        return some;
    }
}
