package io.filon.discovery.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.discovery.confirm.Nulls.Shape;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How often something is confirmed where nothing is true. Authority: an exact binomial test at about 1 % does not
/// reject 5 % up to 10 of 100.
@Tag("study")
class NullStudyTest {

    private static final int RUNS = Integer.getInteger("study.runs", 100);
    private static final int ROWS = Integer.getInteger("study.rows", 6000);

    @ParameterizedTest
    @CsvSource({"LOGNORMAL,false", "LOGNORMAL,true", "MOSTLY_ZERO,false", "MOSTLY_ZERO,true"})
    void shuffled_bases_confirm_next_to_nothing(Shape shape, boolean low) {
        long confirmed = IntStream.range(0, RUNS)
                .filter(seed -> Nulls.of(seed, ROWS, 12, shape).found(low).findings().stream()
                        .anyMatch(Finding::confirmed))
                .count();
        List<Double> p = IntStream.range(0, RUNS)
                .boxed()
                .flatMap(seed -> Nulls.of(seed, ROWS, 12, shape).comparisons(low).stream())
                .toList();
        double small = (double) p.stream().filter(value -> value <= 0.05).count() / p.size();
        print(
                "%s %s: %d of %d confirm anything; %.2f %% of %d comparisons with p <= 0.05%n",
                shape, low ? "low" : "high", confirmed, RUNS, small * 100, p.size());

        assertThat(confirmed).isLessThanOrEqualTo(RUNS / 10);
        assertThat(small).isBetween(0.03, 0.07);
    }

    @Test
    void one_true_condition_drags_no_other_along() {
        int[] dragged = {0};
        int[] found = {0};
        IntStream.range(0, RUNS).forEach(seed -> {
            Nulls base = Nulls.of(seed, ROWS, 12, Shape.LOGNORMAL);
            String attribute = base.columns().stream()
                    .filter(column -> column instanceof io.filon.discovery.search.Column.Words)
                    .findFirst()
                    .orElseThrow()
                    .name();
            List<Finding> findings = base.with(attribute, 0, 2).found(false).findings();
            found[0] += findings.stream()
                            .anyMatch(finding ->
                                    finding.confirmed() && finding.rule().equals(attribute + " = v0"))
                    ? 1
                    : 0;
            dragged[0] += findings.stream()
                            .anyMatch(finding ->
                                    finding.confirmed() && finding.conditions().size() > 1)
                    ? 1
                    : 0;
        });
        print("one condition doubled: found in %d, dragged another along in %d of %d%n", found[0], dragged[0], RUNS);

        assertThat(dragged[0]).isLessThanOrEqualTo(RUNS / 10);
    }

    @Test
    void a_group_of_a_small_base_is_found_half_the_time() {
        int found = 0;
        int wrong = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            SmallPlant plant = SmallPlant.of(seed, 800, 2);
            List<Finding> findings = plant.base().found(false).findings();
            found += findings.stream()
                            .anyMatch(finding ->
                                    finding.confirmed() && finding.rule().equals(plant.rule()))
                    ? 1
                    : 0;
            wrong += findings.stream()
                            .anyMatch(finding ->
                                    finding.confirmed() && !finding.rule().equals(plant.rule()))
                    ? 1
                    : 0;
        }
        print("800 customers, 6 %% worth twice: found %d, another confirmed %d of %d%n", found, wrong, RUNS);

        // at least half the time, with 95 % certainty; and something else as often as anything false may be
        double share = (double) found / RUNS;
        assertThat(share - 1.645 * Math.sqrt(share * (1 - share) / RUNS)).isGreaterThan(0.5);
        assertThat(wrong).isLessThanOrEqualTo(RUNS / 10);
    }

    @SuppressWarnings("SystemOut") // a study's result is what it prints
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    /// A small base of 30 words of six values each, one of which covers about 6 % and is worth a multiple.
    private record SmallPlant(Nulls base, String rule) {
        static SmallPlant of(long seed, int rows, double times) {
            java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
            List<io.filon.discovery.search.Column> columns = new java.util.ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String[] words = {"v0", "v1", "v2", "v3", "v4", "v5"};
                int[] places = IntStream.range(0, rows)
                        .map(_ -> random.nextDouble() < 0.06 ? 0 : random.nextInt(1, 6))
                        .toArray();
                columns.add(new io.filon.discovery.search.Column.Words("a" + i, words, places));
            }
            double[] target = IntStream.range(0, rows)
                    .mapToDouble(_ -> Math.rint(Math.exp(3 + 0.8 * random.nextGaussian()) * 100) / 100)
                    .toArray();
            return new SmallPlant(new Nulls(columns, target).with("a0", 0, times), "a0 = v0");
        }
    }
}
