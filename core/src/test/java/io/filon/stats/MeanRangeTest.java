package io.filon.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MeanRangeTest {

    @Test
    void equal_values_have_no_range() {
        double[] same = new double[40];
        Arrays.fill(same, 7);

        assertThat(MeanRange.of(same)).isEqualTo(new MeanRange(7, 7, 7));
    }

    @Test
    void too_few_values_are_refused() {
        assertThatThrownBy(() -> MeanRange.of(new double[29])).hasMessageContaining("30");
    }

    @Test
    void is_the_same_each_time() {
        double[] values = gaussians(50, 1);

        assertThat(MeanRange.of(values)).isEqualTo(MeanRange.of(values));
    }

    /// Half zeros, half exponential: the shape of what customers leave. 300 samples of 60; the nominal 95 % may miss by
    /// chance and by the bootstrap's own error, so 89 % is the floor.
    @Test
    void holds_the_true_mean_of_skewed_money_about_as_often_as_it_says() {
        int held = 0;
        for (int seed = 0; seed < 300; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            double[] values = new double[60];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextBoolean() ? 0 : -Math.log(1 - random.nextDouble());
            }
            MeanRange range = MeanRange.of(values);
            held += range.low() <= 0.5 && 0.5 <= range.high() ? 1 : 0;
        }
        assertThat(held / 300.0).isBetween(0.89, 0.99);
    }

    @Test
    void of_many_tame_values_it_is_the_normal_one() {
        MeanRange range = MeanRange.of(gaussians(40_000, 2));

        assertThat(range.high() - range.low()).isCloseTo(2 * 1.96 / 200, offset(2e-4));
    }

    /// 3,000 are drawn one by one, one more by groups; the shape is the same. Tolerance: about twice the error of the
    /// 2.5 % point of 999 resamples.
    @Test
    void values_drawn_by_groups_have_the_range_of_values_drawn_one_by_one() {
        MeanRange some = MeanRange.of(heavy(3_000));
        MeanRange many = MeanRange.of(heavy(3_001));

        assertThat((many.high() - many.mean()) / (some.high() - some.mean())).isCloseTo(1, offset(0.1));
        assertThat((many.mean() - many.low()) / (some.mean() - some.low())).isCloseTo(1, offset(0.1));
        assertThat(some.high() - some.mean()).isGreaterThan(1.2 * (some.mean() - some.low()));
    }

    /// A tenth leaves money, some of them very much: 200 samples of 5,000, of which 92 % hold the mean at least.
    @Test
    void holds_the_true_mean_of_many_customers_of_whom_few_buy() {
        int held = 0;
        double truth = 0.1 * Math.exp(1.5 * 1.5 / 2);
        for (int seed = 0; seed < 200; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            double[] values = new double[5_000];
            Arrays.setAll(values, i -> random.nextInt(10) > 0 ? 0 : Math.exp(1.5 * random.nextGaussian()));
            MeanRange range = MeanRange.of(values);
            held += range.low() <= truth && truth <= range.high() ? 1 : 0;
        }
        assertThat(held / 200.0).isBetween(0.91, 0.985);
    }

    /// The quantiles of a lognormal of sigma 2.
    private static double[] heavy(int count) {
        double[] values = new double[count];
        Arrays.setAll(values, i -> Math.exp(2 * -Math.log(count / (i + 0.5) - 1) / 1.702));
        return values;
    }

    private static double[] gaussians(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
