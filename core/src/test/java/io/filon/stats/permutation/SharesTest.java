package io.filon.stats.permutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SharesTest {

    @Test
    void weighs_the_rest_to_the_strata_of_the_outcome() {
        // first stratum: both outcomes meet it, 1 of 2 others; second: 0 of 1 outcome, 0 of 3 others
        CodeTable table = new CodeTable(1, new byte[] {1, 1, 1, 2, 2, 2, 2, 2}, new int[] {0, 4, 8});
        boolean[] outcome = {true, true, false, false, true, false, false, false};

        Shares shares = Shares.of(table, outcome, new Condition(0, 1), 1.96);

        assertThat(shares.members()).isEqualTo(3);
        assertThat(shares.hits()).isEqualTo(2);
        assertThat(shares.share()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(shares.rest()).isCloseTo((2 * 0.5 + 1 * 0) / 3, within(1e-12));
        assertThat(shares.times()).isCloseTo(2, within(1e-12));
    }

    @Test
    void covers_the_truth_as_often_as_it_says() {
        int covered = 0;
        for (long seed = 0; seed < 400; seed++) {
            Base base = Base.of(seed, 2_000, 2, 0, 1, 4);
            Shares shares = Shares.of(base.table(), base.stars(), new Condition(1, 1), 1.96);
            covered += shares.low() <= 1 && 1 <= shares.high() ? 1 : 0;
        }

        // 95 % of 400 is 380; the exact binomial range of 99 % is 368 to 391
        assertThat(covered).isBetween(368, 391);
    }

    @Test
    void says_no_ratio_where_nobody_else_meets_it() {
        CodeTable table = new CodeTable(1, new byte[] {1, 2, 2, 2}, new int[] {0, 4});

        assertThat(Shares.of(table, new boolean[] {true, false, false, false}, new Condition(0, 1), 1.96)
                        .times())
                .isNull();
    }
}
