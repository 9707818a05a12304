package io.filon.stats.matched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.stats.matched.ConditionalLogit.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ConditionalLogitTest {

    /// Matched pairs: the factor is the ratio of the discordant ones (Breslow and Day 1980, 7.2), its log's variance
    /// 1/a + 1/b but for the clusters' n/(n - 1).
    @Test
    void agrees_with_the_discordant_pairs() {
        List<Choice> pairs = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            pairs.add(pair(i < 30 ? 1 : 0, i < 30 ? 0 : 1, i));
        }
        pairs.add(pair(1, 1, 99));

        Lift lift = ConditionalLogit.fit(pairs).orElseThrow().getFirst();

        assertThat(lift.times()).isCloseTo(2, within(1e-9));
        assertThat(lift.error()).isCloseTo(Math.sqrt((1 / 30.0 + 1 / 15.0) * 45 / 44), within(1e-9));
    }

    /// Two of three chosen: by hand, the likelihood is one over the sum of three products.
    @Test
    void is_exact_for_several_chosen() {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            boolean exposed = i < 24; // the exposed one of three is among the two chosen in 24 of 30
            choices.add(Choice.of(exposed ? x(1, 0, 0) : x(0, 0, 1), 2, i));
        }

        // P(exposed chosen) = 2w / (2w + 1) = 0.8, so w = 2
        assertThat(ConditionalLogit.fit(choices).orElseThrow().getFirst().times())
                .isCloseTo(2, within(1e-8));
    }

    @Test
    void takes_what_is_known_into_account() {
        RandomGenerator random = SwapsTest.random(3);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            // the first alternative is three times as likely as the second whatever is exposed
            double first = 3.0 / 4;
            boolean chosen = random.nextDouble() < first;
            choices.add(new Choice(
                    chosen ? x(1, 0) : x(0, 1),
                    chosen ? new double[] {Math.log(3), 0} : new double[] {0, Math.log(3)},
                    1,
                    i));
        }

        Lift lift = ConditionalLogit.fit(choices).orElseThrow().getFirst();
        assertThat(lift.log()).isCloseTo(0, within(3 * lift.error()));
    }

    @Test
    void has_no_answer_where_all_agree() {
        assertThat(ConditionalLogit.fit(List.of(pair(1, 1, 1)))).isEmpty();
        assertThat(ConditionalLogit.fit(List.of(pair(1, 0, 1), pair(1, 0, 2)))).isEmpty();
    }

    private static Choice pair(int chosen, int other, int cluster) {
        return Choice.of(x(chosen, other), 1, cluster);
    }

    private static double[][] x(double... values) {
        double[][] x = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            x[i] = new double[] {values[i]};
        }
        return x;
    }
}
