package io.filon.stats.matched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Authority: Hollander and Wolfe (1999), table 3.1, Hamilton's depression scores of nine patients: T+ = 5, one-sided
/// p = .02, estimate -0.46, 96 % range (-0.786, -0.010) as R's wilcox.test gives them.
class SignedRankTest {

    @Test
    void agrees_with_the_published_example() {
        double[] differences = {
            0.878 - 1.83,
            0.647 - 0.50,
            0.598 - 1.62,
            2.05 - 2.48,
            1.06 - 1.68,
            1.29 - 1.88,
            1.06 - 1.55,
            3.14 - 3.06,
            1.29 - 1.30
        };

        SignedRank ranks = SignedRank.of(differences);

        assertThat(ranks.p()).isCloseTo(0.0390625, within(1e-9));
        assertThat(ranks.middle()).isCloseTo(-0.46, within(1e-6));
        assertThat(ranks.low()).isCloseTo(-0.786, within(1e-6));
        assertThat(ranks.high()).isCloseTo(-0.010, within(1e-6));
    }

    @Test
    void has_no_range_for_a_handful() {
        assertThat(SignedRank.of(new double[] {1, 2, 3, 4, 5}).low()).isInfinite();
    }
}
