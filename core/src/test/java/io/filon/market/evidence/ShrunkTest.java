package io.filon.market.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ShrunkTest {

    @Test
    void groups_that_differ_by_chance_only_get_the_share_of_the_whole() {
        double[] drawn = Shrunk.shares(new double[] {1, 19, 30}, new double[] {4, 36, 60});

        assertThat(drawn).containsOnly(0.5);
    }

    @Test
    void a_large_group_keeps_its_share_and_a_small_one_is_drawn_to_the_whole() {
        double[] drawn = Shrunk.shares(new double[] {900, 100, 2}, new double[] {1_000, 1_000, 2});

        assertThat(drawn[0]).isCloseTo(0.9, within(0.01));
        assertThat(drawn[1]).isCloseTo(0.1, within(0.01));
        assertThat(drawn[2]).isBetween(0.5, 0.95);
    }

    @Test
    void a_group_without_cases_gets_the_share_of_the_whole() {
        assertThat(Shrunk.shares(new double[] {0, 80, 20}, new double[] {0, 100, 100})[0])
                .isEqualTo(0.5);
    }

    /// Truth: shares from beta(8, 12), 25 cases a group, 60 groups; seed 11.
    @Test
    void drawn_shares_are_nearer_the_truth_than_counted_ones() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        int groups = 60;
        double[] truth = new double[groups];
        double[] won = new double[groups];
        double[] cases = new double[groups];
        for (int i = 0; i < groups; i++) {
            truth[i] = Math.clamp(0.4 + 0.107 * random.nextGaussian(), 0, 1);
            cases[i] = 25;
            for (int one = 0; one < 25; one++) {
                won[i] += random.nextDouble() < truth[i] ? 1 : 0;
            }
        }
        double[] drawn = Shrunk.shares(won, cases);

        double counted = 0;
        double shrunk = 0;
        for (int i = 0; i < groups; i++) {
            counted += Math.pow(won[i] / cases[i] - truth[i], 2);
            shrunk += Math.pow(drawn[i] - truth[i], 2);
        }
        assertThat(shrunk).isLessThan(0.8 * counted);
    }
}
