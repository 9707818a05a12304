package io.filon.value.future;

import io.filon.value.contest.Snapshot;
import io.filon.value.model.SimulatedBase;
import java.util.random.RandomGenerator;

// Bayes: somebody of whom this past is known, drawn from these parameters, is still there with MBG/NBD's chance, then
// buys at a rate that is gamma (r + x, alpha + T), leaves after a purchase with a chance that is beta (a, b + x + 1),
// and orders leave 8 about a mean that is normal, about 20 by 6 before any order was seen.

/// Other futures of customers of `SimulatedBase` with the same past.
///
/// @param pace  days a day is drawn as
/// @param ahead days
record Futures(Snapshot known, Drawn drawn, int pace, int ahead) {

    /// @param alpha in days
    record Drawn(double r, double alpha, double a, double b) {}

    Snapshot.Outcome draw(RandomGenerator random) {
        double[] orders = new double[known.size()];
        double[] margin = new double[known.size()];
        for (int i = 0; i < orders.length; i++) {
            int x = known.repeats(i);
            double time = drawn.alpha * pace + known.observedDays(i);
            double before = drawn.alpha * pace + known.lastDays(i);
            double left = drawn.a / (drawn.b + x) * Math.pow(time / before, drawn.r + x);
            if (random.nextDouble() * (1 + left) > 1) {
                continue;
            }
            double rate = SimulatedBase.gamma(random, drawn.r + x) / time;
            double leaves = SimulatedBase.gamma(random, drawn.a);
            leaves /= leaves + SimulatedBase.gamma(random, drawn.b + x + 1);
            double own = own(random, x + 1, known.all().margin()[i]);
            double now = 0;
            do {
                now -= Math.log(1 - random.nextDouble()) / rate;
                if (now <= ahead) {
                    orders[i]++;
                    margin[i] += own + 8 * random.nextGaussian();
                }
            } while (now <= ahead && random.nextDouble() >= leaves);
        }
        return new Snapshot.Outcome(orders, margin);
    }

    private static double own(RandomGenerator random, int orders, double mean) {
        double known = 1 / 36.0 + orders / 64.0;
        return (20 / 36.0 + orders * mean / 64.0) / known + random.nextGaussian() / Math.sqrt(known);
    }
}
