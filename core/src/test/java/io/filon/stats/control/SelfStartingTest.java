package io.filon.stats.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SelfStartingTest {

    @Test
    void scores_of_a_quiet_series_are_standard_normal_from_the_third_value_on() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        int series = 20_000;
        double[] beyond = new double[8];
        double[] sums = new double[8];
        for (int i = 0; i < series; i++) {
            SelfStarting scores = new SelfStarting();
            double level = random.nextGaussian() * 100;
            for (int t = 0; t < 8; t++) {
                double score = scores.score(level + 3 * random.nextGaussian());
                beyond[t] += Math.abs(score) > 1.959964 ? 1 : 0;
                sums[t] += score;
            }
        }
        for (int t = 2; t < 8; t++) {
            // 4 standard errors of a share of 5 % and of a mean
            assertThat(beyond[t] / series).as("value %d", t + 1).isCloseTo(0.05, offset(0.0062));
            assertThat(sums[t] / series).isCloseTo(0, offset(0.029));
        }
    }

    @Test
    void says_nothing_of_the_first_two_and_of_values_that_never_changed() {
        SelfStarting scores = new SelfStarting();

        assertThat(scores.score(7)).isNaN();
        assertThat(scores.score(7)).isNaN();
        assertThat(scores.score(7)).isNaN();
        assertThat(scores.score(9)).isNaN();
        assertThat(scores.score(7)).isFinite();
    }

    @Test
    void a_value_far_away_has_a_finite_score() {
        SelfStarting scores = new SelfStarting();
        scores.score(1);
        scores.score(1.0001);
        scores.score(0.9999);

        assertThat(scores.score(1e9)).isBetween(3.0, 9.0);
    }
}
