package io.filon.discovery.confirm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.discovery.confirm.Finding.Grade;
import io.filon.discovery.search.Column;
import io.filon.discovery.search.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What is shown of what holds, and how extremes are kept from making a group.
class ChoosingTest {

    private static final int ROWS = 4000;

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void a_finding_that_tells_nothing_beyond_another_is_its_variant() {
        double[] worth = IntStream.range(0, ROWS)
                .mapToDouble(i -> (i < 400 ? 30 : 10) + random.nextGaussian())
                .toArray();

        List<Finding> told = new Families(List.of(), worth, 30)
                .of(List.of(finding("best", 0, 400), finding("narrower", 0, 200), finding("wider", 0, 900)));

        assertThat(told).extracting(Finding::rule).containsExactly("best");
        assertThat(told.getFirst().variants()).containsExactly("narrower", "wider");
    }

    @Test
    void a_finding_that_is_ahead_elsewhere_or_further_ahead_inside_is_told_apart() {
        double[] worth = IntStream.range(0, ROWS)
                .mapToDouble(i -> (i < 100 ? 60 : i < 400 ? 30 : i < 600 ? 25 : 10) + random.nextGaussian())
                .toArray();

        List<Finding> told = new Families(List.of(), worth, 30)
                .of(List.of(finding("wide", 0, 400), finding("core", 0, 100), finding("beside", 300, 600)));

        assertThat(told).extracting(Finding::rule).containsExactly("wide", "core", "beside");
    }

    @Test
    void a_city_is_told_under_its_region_and_a_shop_elsewhere_apart() {
        // 4 regions of 1,000 customers, each of 5 cities; the first region's first city is further ahead
        double[] worth = IntStream.range(0, ROWS)
                .mapToDouble(i -> (i < 200 ? 90 : i < 1000 ? 30 : i >= 3800 ? 40 : 10) + random.nextGaussian())
                .toArray();
        List<Column> places = List.of(words("region", 4, 1000), words("city", 20, 200));

        List<Finding> told = new Families(places, worth, 30)
                .of(List.of(
                        place("city", 0, 0, 200),
                        place("region", 0, 0, 1000),
                        place("city", 3, 600, 800),
                        place("city", 19, 3800, 4000)));

        assertThat(told).extracting(Finding::rule).containsExactly("region = v0", "city = v19");
        assertThat(told.getFirst().variants()).containsExactly("city = v0", "city = v3");
    }

    private static Column words(String name, int kinds, int each) {
        String[] words = IntStream.range(0, kinds).mapToObj(i -> "v" + i).toArray(String[]::new);
        return new Column.Words(
                name, words, IntStream.range(0, ROWS).map(i -> i / each).toArray());
    }

    private static Finding place(String attribute, int value, int from, int to) {
        Finding plain = finding(attribute + " = v" + value, from, to);
        return new Finding(
                List.of(new Condition.Is(attribute, "v" + value)),
                plain.rule(),
                plain.customers(),
                plain.mean(),
                plain.low(),
                plain.high(),
                plain.bestShare(),
                plain.held(),
                plain.periods(),
                plain.toSettle(),
                plain.pAdjusted(),
                plain.grade(),
                plain.quality(),
                plain.members(),
                List.of(),
                List.of());
    }

    @Test
    void a_lead_inside_a_confirmed_finding_is_not_told() {
        double[] worth =
                IntStream.range(0, ROWS).mapToDouble(i -> i < 400 ? 30 : 10).toArray();
        Finding lead = finding("lead", 0, 200);
        Finding weaker = new Finding(
                List.of(), "lead", 200, 30, 0, 0, 0, 0, 0, 9, 0.1, Grade.LEAD, 1, lead.members(), List.of(), List.of());

        List<Finding> told = new Families(List.of(), worth, 30).of(List.of(finding("best", 0, 400), weaker));

        assertThat(told).extracting(Finding::rule).containsExactly("best");
        assertThat(told.getFirst().variants()).isEmpty();
    }

    @Test
    void a_group_keeps_its_own_level_and_loses_its_own_extremes() {
        double[] worth =
                IntStream.range(0, ROWS).mapToDouble(i -> i < 1000 ? 100 : 1).toArray();
        worth[7] = 1e6;
        Tails tails = new Tails(worth);
        long[] group = bits(0, 1000);
        double sum = Arrays.stream(worth, 0, 1000).sum();

        Tails.Bounds bounds = tails.bounds(group, 1000);

        assertThat(bounds.high()).isEqualTo(100);
        assertThat(tails.mean(group, 1000, sum, bounds)).isCloseTo(100, within(1e-6));
        // one of a hundred others is brought in to the group's level too
        long[] some = bits(0, 100);
        assertThat(tails.mean(some, 100, Arrays.stream(worth, 0, 100).sum(), bounds))
                .isCloseTo(100, within(1e-6));
    }

    @Test
    void a_group_of_the_most_valuable_is_found_although_extremes_are_cut_off() {
        int[] places = IntStream.range(0, 40_000).map(_ -> random.nextInt(40)).toArray();
        String[] words = IntStream.range(0, 40).mapToObj(i -> "w" + i).toArray(String[]::new);
        double[] worth = Arrays.stream(places)
                .mapToDouble(place ->
                        random.nextDouble() < (place == 5 ? 0.06 : 0.006) ? 5000 : Math.exp(3 + random.nextGaussian()))
                .toArray();

        List<Finding> found = new Discovery(
                        List.of(new Column.Words("trade", words, places)), Target.of(worth), Wanted.HIGH)
                .confirmed()
                .findings();

        assertThat(found)
                .filteredOn(Finding::confirmed)
                .extracting(Finding::rule)
                .containsExactly("trade = w5");
    }

    @Test
    void under_any_dependence_less_is_confirmed_and_intervals_are_wider() {
        double[] p = {0.001, 0.01, 0.02, 0.5};

        assertThat(Guard.BY.adjusted(p)[0]).isCloseTo(Guard.BH.adjusted(p)[0] * 25 / 12, within(1e-12));
        assertThat(Guard.BY.cost(4)).isCloseTo(25.0 / 12, within(1e-12));
        assertThat(Guard.BH.cost(4)).isEqualTo(1);
    }

    private static Finding finding(String rule, int from, int to) {
        return new Finding(
                List.of(),
                rule,
                to - from,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0.01,
                Grade.CONFIRMED,
                1,
                IntStream.range(from, to).toArray(),
                List.of(),
                List.of());
    }

    private static long[] bits(int from, int to) {
        long[] bits = new long[(ROWS + 63) / 64];
        for (int i = from; i < to; i++) {
            bits[i >> 6] |= 1L << i;
        }
        return bits;
    }
}
