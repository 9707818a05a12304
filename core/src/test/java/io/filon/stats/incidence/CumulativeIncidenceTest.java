package io.filon.stats.incidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.stats.incidence.CumulativeIncidence.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {

    @Test
    void is_the_plain_share_when_nothing_is_open() {
        CumulativeIncidence.Share share =
                new CumulativeIncidence(List.of(new Case(1, 1), new Case(2, 2), new Case(3, 1), new Case(4, 2))).by(4);

        assertThat(share.share()).isCloseTo(0.5, within(1e-12));
        assertThat(share.other()).isCloseTo(0.5, within(1e-12));
    }

    /// By hand: day 1, 1 of 5 wins; day 2, 1 of 4 is lost; day 3 one is left open; day 4, 1 of 2 wins.
    @Test
    void sets_ends_against_those_followed_so_far() {
        CumulativeIncidence incidence = new CumulativeIncidence(
                List.of(new Case(1, 1), new Case(2, 2), new Case(3, 0), new Case(4, 1), new Case(5, 0)));

        assertThat(incidence.by(2).share()).isCloseTo(0.2, within(1e-12));
        assertThat(incidence.by(4).share()).isCloseTo(0.2 + 0.8 * 0.75 * 0.5, within(1e-12));
        assertThat(incidence.by(4).other()).isCloseTo(0.8 * 0.25, within(1e-12));
    }

    /// Won at rate 0.6 in 0..200 days, lost otherwise in 0..40, followed 0..150 days: at day 100 the truth is 0.3.
    @Test
    void covers_the_truth_with_losses_that_close_sooner_and_open_cases() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
        int covered = 0;
        for (int run = 0; run < 400; run++) {
            List<Case> cases = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                boolean won = random.nextDouble() < 0.6;
                int end = 1 + random.nextInt(won ? 200 : 40);
                int followed = 20 + random.nextInt(131);
                cases.add(end <= followed ? new Case(end, won ? 1 : 2) : new Case(followed, 0));
            }
            CumulativeIncidence.Share share = new CumulativeIncidence(cases).by(100);
            covered += share.low() <= 0.3 && 0.3 <= share.high() ? 1 : 0;
        }

        assertThat(covered).isBetween(368, 391);
    }

    @Test
    void keeps_an_interval_where_nothing_happened() {
        CumulativeIncidence.Share share = new CumulativeIncidence(List.of(new Case(3, 0), new Case(4, 0))).by(4);

        assertThat(share.share()).isZero();
        assertThat(share.high()).isBetween(0.8, 0.9);
    }

    @Test
    void finds_the_middle_and_its_range() {
        MedianInterval median = MedianInterval.of(new int[] {9, 1, 8, 2, 7, 3, 6, 4, 5, 10});

        assertThat(median).isEqualTo(new MedianInterval(10, 5.5, 2, 9));
    }
}
