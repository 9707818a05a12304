package io.filon.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareRangeTest {

    /// Clopper and Pearson's own case, and the closed form for none: 1 - 0.025^(1/n).
    @Test
    void is_the_exact_range() {
        assertThat(ShareRange.of(5, 10).low()).isCloseTo(0.1871, within(1e-4));
        assertThat(ShareRange.of(5, 10).high()).isCloseTo(0.8129, within(1e-4));
        assertThat(ShareRange.of(0, 40).low()).isZero();
        assertThat(ShareRange.of(0, 40).high()).isCloseTo(1 - Math.pow(0.025, 1 / 40.0), within(1e-9));
        assertThat(ShareRange.of(40, 40).low()).isCloseTo(Math.pow(0.025, 1 / 40.0), within(1e-9));
        assertThat(ShareRange.of(40, 40).high()).isEqualTo(1);
    }

    @Test
    void narrows_with_more_customers() {
        assertThat(ShareRange.of(5_000, 10_000).high()).isCloseTo(0.5098, within(2e-4));
    }
}
