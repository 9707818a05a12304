package io.filon.niche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Points, chances of being first, and the spread between groups, against what they are by definition.
class MoneyTest {

    private static final double[] FLAT = new double[Criterion.values().length];

    @Test
    void a_scale_gives_the_same_points_whatever_else_is_in_the_list() {
        assertThat(Criterion.VALUE.points(100, 100, 30)).isEqualTo(50);
        assertThat(Criterion.VALUE.points(300, 100, 30)).isEqualTo(100);
        assertThat(Criterion.SIZE.points(30, 0, 30)).isZero();
        assertThat(Criterion.SIZE.points(3_000, 0, 30)).isCloseTo(200.0 / 3, within(1e-9));
        assertThat(Criterion.PAYBACK.points(12, 0, 30)).isEqualTo(50);
        assertThat(Criterion.REFERRAL.points(0.25, 0, 30)).isEqualTo(50);
        assertThat(Criterion.SERVICE.points(5, 10, 30)).isEqualTo(75);
    }

    /// Two equal bells: each is first in half of the draws. With a head start of d standard deviations of the
    /// difference, in Phi(d / sqrt 2).
    @Test
    void a_chance_of_being_first_is_that_of_two_bells() {
        Terms terms = Terms.usual().withDraws(20_000);
        First first = new First(exact(terms), weights());
        double[] ahead = bell(1, 1, terms.draws());
        double[] behind = bell(0, 2, terms.draws());
        var runners = List.of(runner("a", ahead), runner("b", behind));

        double[] chances = first.chances(runners, first.scores(runners));

        assertThat(chances[0]).isCloseTo(0.7602, within(4 * Math.sqrt(0.76 * 0.24 / terms.draws())));
        assertThat(chances[0] + chances[1]).isEqualTo(1);
    }

    @Test
    void where_money_is_about_equal_the_score_decides() {
        assertThat(First.best(new double[] {100, 95, 80}, new double[] {10, 20, 99}, 0.10))
                .isEqualTo(1);
        assertThat(First.best(new double[] {100, 85, 80}, new double[] {10, 20, 99}, 0.10))
                .isZero();
        assertThat(First.best(new double[] {}, new double[] {}, 0.10)).isEqualTo(-1);
    }

    @Test
    void one_more_niche_changes_no_draw_and_no_score_of_the_others() {
        Terms terms = Terms.usual();
        First first = new First(terms, weights());
        double[] unknown = FLAT.clone();
        Arrays.fill(unknown, Double.NaN);
        First.Runner one = new First.Runner("one", draws(bell(0, 1, terms.draws())), unknown, FLAT);
        First.Runner other = new First.Runner("other", draws(bell(0, 2, terms.draws())), unknown, FLAT);

        double[][] alone = first.scores(List.of(one));
        double[][] both = first.scores(List.of(other, one));

        assertThat(both[1]).isEqualTo(alone[0]);
        assertThat(first.score(unknown)).isEqualTo(50, within(1e-9));
    }

    /// Forty groups of a known spread between them, each with a known error.
    @Test
    void the_spread_between_groups_is_found_again() {
        Random random = new Random(7);
        List<double[]> groups = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            groups.add(new double[] {50 + 10 * random.nextGaussian() + 5 * random.nextGaussian(), 25});
        }

        assertThat(Math.sqrt(Beliefs.between(groups, 50))).isCloseTo(10, within(1.5));
        assertThat(Beliefs.between(List.of(), 50)).isZero();
    }

    private static Terms exact(Terms terms) {
        return new Terms(
                terms.least(),
                0,
                terms.nextTo(),
                terms.pathMonths(),
                terms.weights(),
                terms.fixedTraits(),
                terms.draws(),
                terms.seed());
    }

    private static Map<Criterion, Double> weights() {
        return Map.of(Criterion.VALUE, 0.5, Criterion.SIZE, 0.5);
    }

    private static First.Runner runner(String key, double[] gain) {
        return new First.Runner(key, draws(gain), FLAT, FLAT);
    }

    private static Money.Draws draws(double[] gain) {
        return new Money.Draws(gain, gain, gain, gain, new int[3]);
    }

    private static double[] bell(double mean, long seed, int draws) {
        Random random = new Random(seed);
        double[] bell = new double[draws];
        for (int i = 0; i < draws; i++) {
            bell[i] = mean + random.nextGaussian();
        }
        return bell;
    }
}
