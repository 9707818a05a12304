package io.filon.discovery.search;

import static io.filon.testing.Cases.forEachCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.discovery.search.Search.Options;
import io.filon.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The search against brute force: every rule, its quality and its place, ties included.
class SearchTest {

    @Test
    void finds_what_brute_force_finds_up_to_three_conditions() {
        forEachCase(60, random -> {
            RandomTable table = RandomTable.of(random, 5, random.nextInt(20, 150), random.nextBoolean());
            int depth = random.nextInt(1, 4);
            int least = random.nextInt(1, 8);
            boolean low = random.nextInt(4) == 0;
            Quality quality = Quality.values()[random.nextInt(2)];
            double[] side = low ? Arrays.stream(table.target).map(v -> -v).toArray() : table.target;

            List<BruteForce.Rule> expected = new BruteForce(table.columns, side, 4, least).best(depth, quality, 100);
            List<Found> found =
                    Search.best(table.base(4, low), quality, 100, new Options(depth, least, 2), Progress.NONE);

            agree(found, expected, low ? table.base(4, true) : table.base(4, false));
        });
    }

    @Test
    void ranks_by_gain_over_the_best_simpler_rule_as_brute_force_does() {
        forEachCase(30, random -> {
            RandomTable table = RandomTable.of(random, 4, random.nextInt(20, 120), random.nextBoolean());
            int depth = random.nextInt(1, 4);
            int least = random.nextInt(1, 8);
            Base base = table.base(4, false);

            agree(
                    Search.gains(base, 60, new Options(depth, least, 2), Progress.NONE),
                    new BruteForce(table.columns, table.target, 4, least).gains(depth, 60),
                    base);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void finds_what_brute_force_finds_on_fifty_thousand_customers(int depth) {
        RandomTable table = RandomTable.of(new SplittableRandom(depth), 5, 50_000, depth % 2 == 0);
        Base base = table.base(4, false);

        for (Quality quality : Quality.values()) {
            agree(
                    Search.best(base, quality, 100, new Options(depth, 50, 2), Progress.NONE),
                    new BruteForce(table.columns, table.target, 4, 50).best(depth, quality, 100),
                    base);
        }
    }

    @Test
    void counting_four_attributes_at_once_changes_nothing() {
        forEachCase(8, random -> {
            RandomTable table = RandomTable.of(random, 6, 600, random.nextBoolean());
            Base base = table.base(2, false);
            Options options = new Options(3, 5, 2);

            agree(
                    Search.best(base, Quality.ROOT_SIZE, 50, options, Progress.NONE),
                    new BruteForce(table.columns, table.target, 2, 5).best(3, Quality.ROOT_SIZE, 50),
                    base);
            agree(
                    Search.gains(base, 50, options, Progress.NONE),
                    new BruteForce(table.columns, table.target, 2, 5).gains(3, 50),
                    base);
        });
    }

    @Test
    void a_fourth_condition_must_beat_every_simpler_rule() {
        forEachCase(10, random -> {
            RandomTable table = RandomTable.of(random, 4, 150, true);
            Base base = table.base(3, false);
            List<BruteForce.Rule> expected = new BruteForce(table.columns, table.target, 3, 2).gains(4, 3000);

            List<Found> champions = Search.champions(base, 1, 500, new Options(4, 2, 2), Progress.NONE);

            assertThat(champions).anyMatch(found -> found.picks().size() == 4);
            double unit = Math.abs(base.sums().perUnit());
            champions.stream()
                    .filter(found -> found.picks().size() == 4)
                    .forEach(found -> assertThat(expected)
                            .filteredOn(rule -> rule.text().equals(found.text()))
                            .allSatisfy(rule ->
                                    assertThat(found.quality() * unit).isCloseTo(rule.quality(), within(1e-9))));
        });
    }

    @Test
    void is_the_same_for_any_number_of_threads() {
        forEachCase(10, random -> {
            RandomTable table = RandomTable.of(random, 8, 400, false);
            List<Found> one = best(table, 1);

            assertThat(said(best(table, 3))).isEqualTo(said(one));
        });
    }

    @Test
    void a_fourth_condition_is_found_below_the_best_of_three() {
        forEachCase(10, random -> {
            RandomTable table = RandomTable.of(random, 4, 120, false);
            List<BruteForce.Rule> expected =
                    new BruteForce(table.columns, table.target, 3, 2).best(4, Quality.ROOT_SIZE, 10);
            List<Found> found =
                    Search.best(table.base(3, false), Quality.ROOT_SIZE, 10, new Options(4, 2, 2), Progress.NONE);

            // bounded: never better than all rules, and as good as those whose triples are good
            assertThat(found.getFirst().quality()
                            * Math.abs(table.base(3, false).sums().perUnit()))
                    .isCloseTo(expected.getFirst().quality(), within(1e-9));
        });
    }

    @Test
    void no_cell_ever_wraps() {
        double[] huge = IntStream.range(0, 1000)
                .mapToDouble(i -> i % 2 == 0 ? 9e14 : -9e14 + i)
                .toArray();

        Sums sums = Sums.exact(huge, false);

        assertThat(sums.lanes()).isEqualTo(2);
        assertThat(sums.total() * sums.perUnit()).isCloseTo(Arrays.stream(huge).sum(), within(1e-3));
    }

    private static List<String> said(List<Found> found) {
        return found.stream().map(one -> one.text() + one.quality() + one.sum()).toList();
    }

    private static List<Found> best(RandomTable table, int threads) {
        return Search.best(table.base(8, false), Quality.ROOT_SIZE, 50, new Options(3, 5, threads), Progress.NONE);
    }

    private static void agree(List<Found> found, List<BruteForce.Rule> expected, Base base) {
        double unit = Math.abs(base.sums().perUnit());
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).quality() * unit)
                    .as("place %d: %s", i, expected.get(i))
                    .isCloseTo(expected.get(i).quality(), within(1e-9));
        }
        assertThat(found.stream().map(Found::text).toList())
                .isEqualTo(expected.stream().map(BruteForce.Rule::text).toList());
    }

    /// A small table of words, small whole numbers and fractions, with gaps and ties.
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record RandomTable(List<Column> columns, double[] target) {

        static RandomTable of(RandomGenerator random, int attributes, int rows, boolean fine) {
            List<Column> columns = new ArrayList<>();
            for (int i = 0; i < attributes; i++) {
                columns.add(column(random, "a" + i, rows));
            }
            double[] target = IntStream.range(0, rows)
                    .mapToDouble(_ -> fine ? random.nextGaussian() * 100 : random.nextInt(5))
                    .toArray();
            return new RandomTable(columns, target);
        }

        private static Column column(RandomGenerator random, String name, int rows) {
            double gaps = random.nextInt(3) == 0 ? 0.2 : 0;
            if (random.nextBoolean()) {
                int[] places = IntStream.range(0, rows)
                        .map(_ -> random.nextDouble() < gaps ? -1 : random.nextInt(3))
                        .toArray();
                return new Column.Words(name, new String[] {"x", "y", "z"}, places);
            }
            int kinds = random.nextInt(3);
            double[] values = IntStream.range(0, rows)
                    .mapToDouble(_ -> random.nextDouble() < gaps
                            ? Double.NaN
                            : kinds == 0
                                    ? random.nextInt(3)
                                    : kinds == 1 ? random.nextInt(12) : random.nextInt(1000) / 8.0)
                    .toArray();
            return new Column.Numbers(name, values);
        }

        Base base(int bins, boolean low) {
            Encoder encoder = new Encoder(bins);
            return new Base(columns.stream().map(encoder::encode).toList(), Sums.exact(target, low));
        }
    }
}
