package io.filon.icp.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ToleranceTest {

    @Test
    void is_a_quarter_of_a_claim_and_of_a_share_at_least_five_points() {
        assertThat(Tolerance.ofShare(0.6, null)).isEqualTo(new Tolerance(0.6 - 0.15, 0.6 + 0.15));
        assertThat(Tolerance.ofShare(0.1, null)).isEqualTo(new Tolerance(0.1 - 0.05, 0.1 + 0.05));
        assertThat(Tolerance.ofAverage(800, null)).isEqualTo(new Tolerance(600, 1000));
        assertThat(Tolerance.ofAverage(800, 50.0)).isEqualTo(new Tolerance(750, 850));
    }

    @Test
    void decides_only_when_the_whole_range_is_on_one_side() {
        Tolerance tolerance = Tolerance.ofShare(0.6, null);

        assertThat(tolerance.of(new Measured(0.6, 0.5, 0.7, 100))).isEqualTo(Verdict.HOLDS);
        assertThat(tolerance.of(new Measured(0.1, 0.05, 0.2, 100))).isEqualTo(Verdict.FAILS);
        assertThat(tolerance.of(new Measured(0.9, 0.8, 0.95, 100))).isEqualTo(Verdict.FAILS);
        assertThat(tolerance.of(new Measured(0.5, 0.4, 0.6, 100))).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void says_how_many_customers_would_decide() {
        Tolerance tolerance = new Tolerance(0.4, 0.6);

        // off the edge by 0.05 with a half of 0.1: four times as many
        assertThat(tolerance.needed(new Measured(0.45, 0.35, 0.55, 100))).isBetween(400L, 401L);
        assertThat(tolerance.needed(new Measured(0.4, 0.3, 0.5, 100))).isEqualTo(Tolerance.MOST);
    }

    @Test
    void measures_the_surprise_on_the_side_of_the_nearest_end() {
        Tolerance tolerance = new Tolerance(0.4, 0.6);

        // the upper end of a 95 % range touches the tolerance
        assertThat(tolerance.chance(new Measured(0.3, 0.2, 0.4, 100))).isCloseTo(0.025, within(1e-4));
        assertThat(tolerance.chance(new Measured(0.5, 0.4, 0.6, 100))).isCloseTo(0.025, within(1e-4));
    }
}
