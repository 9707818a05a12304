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

    private static double[] gaussians(int count, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> random.nextGaussian());
        return values;
    }
}
