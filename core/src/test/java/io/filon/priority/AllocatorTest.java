package io.filon.priority;

import static org.assertj.core.api.Assertions.assertThat;

import io.filon.testing.Cases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AllocatorTest {

    @Test
    void earns_as_much_as_every_way_of_spending_on_concave_curves() {
        Cases.forEachCase(60, random -> {
            List<Curve> curves = curves(random, false);
            double budget = 3 + 12 * random.nextDouble();

            double best = best(curves, budget);

            assertThat(net(curves, Allocator.contacts(curves, budget))).isBetween(0.995 * best, best + 1e-9);
        });
    }

    @Test
    void earns_within_three_percent_with_fixed_costs() {
        Cases.forEachCase(60, random -> {
            List<Curve> curves = curves(random, true);
            double budget = 3 + 12 * random.nextDouble();

            double best = best(curves, budget);

            assertThat(net(curves, Allocator.contacts(curves, budget))).isBetween(0.97 * best, best + 1e-9);
        });
    }

    @Test
    void never_spends_more_than_there_is_nor_contacts_more_than_there_are() {
        Cases.forEachCase(60, random -> {
            List<Curve> curves = curves(random, true);
            double budget = 15 * random.nextDouble();

            int[] contacts = Allocator.contacts(curves, budget);

            double cost = 0;
            for (int i = 0; i < contacts.length; i++) {
                assertThat(contacts[i]).isBetween(0, curves.get(i).customers());
                cost += contacts[i] == 0
                        ? 0
                        : curves.get(i).fixedCost()
                                + contacts[i] * curves.get(i).contactCost();
            }
            assertThat(cost).isLessThanOrEqualTo(budget + 1e-6);
        });
    }

    @Test
    void leaves_money_over_when_the_next_contact_would_lose_some() {
        Curve curve = new Curve("a", 1, 0, List.of(new Curve.Piece(3, 2, 2), new Curve.Piece(5, 0.5, 0.5)));

        assertThat(Allocator.contacts(List.of(curve), 100)).containsExactly(3);
    }

    private static List<Curve> curves(RandomGenerator random, boolean fixed) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] earned = new double[random.nextInt(1, 5)];
            Arrays.setAll(earned, piece -> random.nextDouble());
            Arrays.sort(earned);
            List<Curve.Piece> pieces = new ArrayList<>();
            for (int piece = earned.length - 1; piece >= 0; piece--) {
                pieces.add(new Curve.Piece(random.nextInt(1, 25), earned[piece], earned[piece]));
            }
            curves.add(new Curve(
                    "s" + i,
                    0.05 + 0.2 * random.nextDouble(),
                    fixed && random.nextBoolean() ? 3 * random.nextDouble() : 0,
                    pieces));
        }
        return curves;
    }

    /// Every count of contacts of every segment.
    private static double best(List<Curve> curves, double budget) {
        double best = 0;
        for (int a = 0; a <= curves.get(0).customers(); a++) {
            for (int b = 0; b <= curves.get(1).customers(); b++) {
                double left = budget - cost(curves.get(0), a) - cost(curves.get(1), b);
                if (left < 0) {
                    continue;
                }
                double two = curves.get(0).net(a) + curves.get(1).net(b);
                best = Math.max(best, two);
                for (int c = 1; c <= curves.get(2).customers() && cost(curves.get(2), c) <= left; c++) {
                    best = Math.max(best, two + curves.get(2).net(c));
                }
            }
        }
        return best;
    }

    private static double cost(Curve curve, int contacts) {
        return contacts == 0 ? 0 : curve.fixedCost() + contacts * curve.contactCost();
    }

    private static double net(List<Curve> curves, int[] contacts) {
        double net = 0;
        for (int i = 0; i < contacts.length; i++) {
            net += curves.get(i).net(contacts[i]);
        }
        return net;
    }
}
