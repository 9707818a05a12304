package io.filon.stats.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StabilityTest {

    @Test
    void finds_as_many_groups_as_were_made() {
        assertThat(Stability.of(rows(240, true), new SplittableRandom(1)).groups())
                .isEqualTo(3);
    }

    @Test
    void finds_none_where_columns_have_nothing_to_do_with_each_other() {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(Stability.of(rows(200, false), new SplittableRandom(seed))
                            .groups())
                    .isEqualTo(1);
        }
    }

    @Test
    void one_grouping_agrees_wholly_with_itself_and_with_another_by_chance() {
        int[] one = {0, 0, 1, 1};

        assertThat(Stability.adjustedRand(one, new int[] {1, 1, 0, 0}, 2)).isEqualTo(1);
        assertThat(Stability.adjustedRand(one, new int[] {0, 1, 0, 1}, 2)).isCloseTo(-0.5, within(1e-12));
    }

    private static Gower rows(int count, boolean grouped) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] numbers = new double[count][6];
        int[][] words = new int[count][1];
        for (int i = 0; i < count; i++) {
            int group = i % 3;
            for (int c = 0; c < 6; c++) {
                double often = grouped && c / 2 == group ? 0.95 : grouped ? 0.05 : 0.4;
                numbers[i][c] = random.nextDouble() < often ? 1 : 0;
            }
            words[i][0] = grouped ? group : random.nextInt(3);
        }
        return new Gower(numbers, words);
    }
}
