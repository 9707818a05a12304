package io.filon.icp.claim;

import static io.filon.testing.Cases.forEachCase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class MoneyShareTest {

    @Test
    void is_the_groups_part_of_the_sum() {
        double[] amounts = {10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40, 0, 0};

        Measured share = MoneyShare.of(amounts, first(14), first(6)).orElseThrow();

        assertThat(share.value()).isCloseTo(130.0 / 300, within(1e-12));
        assertThat(share.low()).isLessThanOrEqualTo(share.value());
        assertThat(share.high()).isGreaterThanOrEqualTo(share.value());
    }

    @Test
    void is_nothing_where_there_is_no_money() {
        assertThat(MoneyShare.of(new double[40], first(40), first(3))).isEmpty();
        assertThat(MoneyShare.of(new double[] {-5, 2}, first(2), first(1))).isEmpty();
    }

    @Test
    void goes_beyond_what_is_seen_where_hardly_anybody_is() {
        double[] amounts = new double[40];
        Arrays.fill(amounts, 10);

        Measured none = MoneyShare.of(amounts, first(40), new BitSet()).orElseThrow();

        assertThat(none.value()).isZero();
        assertThat(none.high()).isBetween(0.07, 0.09); // as the exact range of 0 of 40
    }

    /// A third of a thousand customers of lognormal value: the true share lies in nearly all ranges.
    @Test
    void covers_the_true_share() {
        int[] covered = {0};
        int[] all = {0};
        forEachCase(random -> {
            RandomGenerator drawn =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(random.nextLong());
            double[] amounts = new double[300];
            BitSet group = new BitSet();
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = Math.exp(drawn.nextGaussian());
                group.set(i, drawn.nextInt(3) == 0);
            }
            Measured share = MoneyShare.of(amounts, first(300), group).orElseThrow();
            all[0]++;
            covered[0] += share.low() <= 1.0 / 3 && 1.0 / 3 <= share.high() ? 1 : 0;
        });
        assertThat((double) covered[0] / all[0]).isGreaterThan(0.9);
    }

    private static BitSet first(int count) {
        BitSet first = new BitSet();
        first.set(0, count);
        return first;
    }
}
