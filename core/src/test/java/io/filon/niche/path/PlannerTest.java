package io.filon.niche.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.niche.path.Planner.Stop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class PlannerTest {

    /// Every order of six niches compared one by one.
    @Test
    void the_order_found_is_the_best_of_all() {
        for (int seed = 0; seed < 30; seed++) {
            Planner planner = random(6, seed);
            double best = Double.NEGATIVE_INFINITY;
            for (int[] order : orders(6)) {
                best = Math.max(best, planner.value(order));
            }

            assertThat(planner.value(planner.best(-1))).isCloseTo(best, within(1e-9 * Math.abs(best)));
        }
    }

    /// The name of what is done for more niches than that: the best next one, then swaps of two.
    @Test
    void the_best_next_one_with_swaps_comes_near_it() {
        double worst = 1;
        int same = 0;
        for (int seed = 0; seed < 50; seed++) {
            Planner planner = random(8, seed);
            double exact = planner.value(planner.best(-1));
            double near = planner.value(planner.nextBest(-1));

            assertThat(near).isLessThanOrEqualTo(exact * (1 + 1e-9));
            worst = Math.min(worst, near / exact);
            same += near > exact * (1 - 1e-9) ? 1 : 0;
        }

        assertThat(worst).isGreaterThan(0.95);
        assertThat(same).isGreaterThan(25);
    }

    @Test
    void begins_with_the_niche_decided_on() {
        for (int seed = 0; seed < 20; seed++) {
            Planner planner = random(6, seed);

            assertThat(planner.best(3)[0]).isEqualTo(3);
            assertThat(planner.nextBest(3)[0]).isEqualTo(3);
            assertThat(planner.best(3)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
        }
    }

    /// A then B is worth 100 + 100 x 1.5; B beside C would be worth less: by hand.
    @Test
    void goes_on_to_what_lies_nearest() {
        double[][] near = {{0, 1, 0}, {1, 0, 0.2}, {0, 0.2, 0}};
        Planner planner = new Planner(List.of(stop("a", 12, 12), stop("b", 12, 10), stop("c", 12, 11)), near, 36, 0.5);

        ExpansionPath path = planner.planFrom(0);

        assertThat(path.exact()).isTrue();
        assertThat(path.steps()).extracting(ExpansionPath.Step::niche).containsExactly("a", "b", "c");
        assertThat(path.steps().get(1).newCustomers()).isCloseTo(15, within(1e-9));
        assertThat(path.steps().get(1).nearest()).isEqualTo("a");
    }

    @Test
    void whom_two_niches_share_is_won_once() {
        Stop whole = new Stop("whole", RoaringBitmap.bitmapOfRange(0, 100), 10, 6, 100, 60);
        Stop half = new Stop("half", RoaringBitmap.bitmapOfRange(0, 50), 5, 6, 100, 30);

        ExpansionPath path = new Planner(List.of(whole, half), new double[2][2], 36, 0).planFrom(0);

        assertThat(path.steps().get(1).newCustomers()).isZero();
        assertThat(path.worth()).isCloseTo(1_000, within(1e-9));
    }

    @Test
    void a_step_that_does_not_fit_is_cut_short() {
        ExpansionPath path =
                new Planner(List.of(stop("a", 12, 30), stop("b", 12, 20)), new double[2][2], 36, 0).planFrom(0);

        assertThat(path.steps().getFirst().reached()).isTrue();
        assertThat(path.steps().get(1).reached()).isFalse();
        assertThat(path.steps().get(1).months()).isCloseTo(6, within(1e-9));
        assertThat(path.steps().get(1).newCustomers()).isCloseTo(10 * 6.0 / 20, within(1e-9));
    }

    private static Stop stop(String key, double each, double months) {
        int place = key.charAt(0) * 100;
        return new Stop(key, RoaringBitmap.bitmapOfRange(place, place + 50), 10, months, each, 60);
    }

    private static Planner random(int niches, int seed) {
        Random random = new Random(seed);
        List<Stop> stops = new ArrayList<>();
        double[][] near = new double[niches][niches];
        for (int i = 0; i < niches; i++) {
            int from = random.nextInt(200);
            stops.add(new Stop(
                    "n" + i,
                    RoaringBitmap.bitmapOfRange(from, from + 20 + random.nextInt(80)),
                    10 + random.nextInt(90),
                    2 + random.nextInt(14),
                    20 + random.nextInt(100),
                    100));
            for (int j = 0; j < niches; j++) {
                near[i][j] = i == j ? 0 : random.nextDouble();
            }
        }
        return new Planner(stops, near, 36, 0.5);
    }

    private static List<int[]> orders(int n) {
        List<int[]> orders = new ArrayList<>();
        permute(new int[n], 0, new boolean[n], orders);
        return orders;
    }

    private static void permute(int[] order, int place, boolean[] taken, List<int[]> orders) {
        if (place == order.length) {
            orders.add(Arrays.copyOf(order, place));
            return;
        }
        for (int i = 0; i < order.length; i++) {
            if (!taken[i]) {
                taken[i] = true;
                order[place] = i;
                permute(order, place + 1, taken, orders);
                taken[i] = false;
            }
        }
    }
}
