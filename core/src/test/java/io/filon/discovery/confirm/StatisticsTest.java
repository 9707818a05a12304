package io.filon.discovery.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.discovery.chance.MeanInterval;
import io.filon.discovery.chance.ParentTest;
import io.filon.stats.FalseShare;
import io.filon.stats.Student;
import io.filon.stats.permutation.Dice;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void students_t_is_as_in_the_printed_tables() {
        // Student's t, upper 2.5 % and 0.5 %: any table, such as Abramowitz and Stegun 26.10
        assertThat(Student.quantile(0.025, 10)).isCloseTo(2.2281, within(1e-4));
        assertThat(Student.quantile(0.005, 30)).isCloseTo(2.7500, within(1e-4));
        assertThat(Student.tail(1.959964, 1e9)).isCloseTo(0.025, within(1e-6));
        assertThat(Student.tail(-1, 5)).isCloseTo(1 - Student.tail(1, 5), within(1e-12));
    }

    @Test
    void the_false_share_is_benjamini_and_hochbergs() {
        double[] adjusted = FalseShare.adjusted(new double[] {0.01, 0.04, 0.03, 0.5});

        assertThat(adjusted).containsExactly(new double[] {0.04, 0.16 / 3, 0.16 / 3, 0.5}, within(1e-12));
    }

    @Test
    void permutation_keeps_its_level_under_skewness_on_both_sides() {
        int low = 0;
        int high = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            SplittableRandom random = new SplittableRandom(run);
            double[] members = money(random, 40);
            double[] others = money(random, 400);
            high += new ParentTest(random(run), 199).p(members, others) <= 0.05 ? 1 : 0;
            low += new ParentTest(random(run), 199).p(turned(members), turned(others)) <= 0.05 ? 1 : 0;
        }

        // exact binomial, 1 %: 9 to 32 of 400 at 5 %
        assertThat(high).isBetween(9, 32);
        assertThat(low).isBetween(9, 32);
    }

    @Test
    void what_is_clearly_ahead_is_settled_without_drawing() {
        double[] members =
                IntStream.range(0, 2000).mapToDouble(i -> 100 + i % 100).toArray();
        double[] others = IntStream.range(0, 20_000)
                .mapToDouble(i -> i % 100 == 0 ? 500 : i % 50)
                .toArray();

        assertThat(new ParentTest(random(1), 199).p(members, others)).isLessThan(1e-6);
    }

    @Test
    void intervals_of_skewed_money_hold_the_true_mean_about_as_often_as_they_say() {
        double mean = Math.exp(0.5);
        int held = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            SplittableRandom random = new SplittableRandom(run);
            double[] values = IntStream.range(0, 200)
                    .mapToDouble(_ -> Math.exp(random.nextGaussian()))
                    .toArray();
            MeanInterval interval = MeanInterval.of(values, 0.05, random(run));
            held += interval.low() <= mean && mean <= interval.high() ? 1 : 0;
        }

        assertThat(held).isGreaterThanOrEqualTo(180);
    }

    @Test
    void halves_are_stable_disjoint_and_about_equal() {
        long[] keys = IntStream.range(0, 10_000).asLongStream().toArray();
        Halves halves = Halves.of(keys, 1);

        assertThat(halves.one().length + halves.other().length).isEqualTo(10_000);
        assertThat(halves.one().length).isBetween(4800, 5200);
        assertThat(Halves.of(keys, 1).one()).isEqualTo(halves.one());
        assertThat(Halves.of(keys, 2).one()).isNotEqualTo(halves.one());
    }

    private static double[] money(SplittableRandom random, int size) {
        return IntStream.range(0, size)
                .mapToDouble(_ -> random.nextDouble() < 0.7 ? 0 : Math.exp(1.2 * random.nextGaussian()))
                .toArray();
    }

    private static double[] turned(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static Dice random(long seed) {
        return new Dice(seed);
    }
}
