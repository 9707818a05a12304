package io.filon.stats.matched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Simulated people with a known factor: the authority is the simulation, 400 seeds or fewer.
class SwapsTest {

    private static final int DAYS = 4;

    /// People choose a day of a block; the day draws everybody by `season`, the exposure by `factor`.
    private static Swaps people(RandomGenerator random, int blocks, int people, double factor, double season) {
        Swaps swaps = new Swaps();
        for (int block = 0; block < blocks; block++) {
            int sent = random.nextInt(DAYS);
            for (int person = 0; person < people; person++) {
                int exposed = random.nextDouble() < 0.5 ? 1 << sent : 0;
                double[] weight = new double[DAYS];
                double all = 0;
                for (int day = 0; day < DAYS; day++) {
                    weight[day] = (day == sent ? season : 1) * ((exposed >> day & 1) == 1 ? factor : 1);
                    all += weight[day];
                }
                double draw = random.nextDouble() * all;
                int day = 0;
                while (draw > weight[day]) {
                    draw -= weight[day++];
                }
                swaps.add(block, day, (1 << DAYS) - 1, exposed, block * people + person);
            }
        }
        return swaps;
    }

    @Test
    void finds_the_factor_whatever_the_season_and_the_size_of_the_blocks() {
        for (int[] shape : new int[][] {{20, 200}, {400, 4}}) {
            Lift lift = people(random(7), shape[0], shape[1], 2, 5).lift().orElseThrow();

            assertThat(lift.log()).isCloseTo(Math.log(2), within(3.5 * lift.error()));
            assertThat(lift.error()).isLessThan(0.2);
        }
    }

    @Test
    void takes_no_season_for_an_effect() {
        int named = 0;
        for (int seed = 0; seed < 400; seed++) {
            named += people(random(seed), 12, 15, 1, 6).lift().orElseThrow().p() < 0.05 ? 1 : 0;
        }

        assertThat(named).isBetween(4, 32); // 5 % of 400, binomial
    }

    @Test
    void has_a_range_that_holds_the_truth() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            Lift lift = people(random(seed), 20, 30, 1.6, 3).lift().orElseThrow();
            held += lift.low() <= 1.6 && 1.6 <= lift.high() ? 1 : 0;
        }

        assertThat(held).isBetween(182, 200);
    }

    @Test
    void says_nothing_where_everybody_was_exposed_on_the_same_day() {
        Swaps swaps = new Swaps();
        for (int person = 0; person < 50; person++) {
            swaps.add(1, person % 4, 15, 2, person);
        }

        assertThat(swaps.lift()).isEmpty();
    }

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
