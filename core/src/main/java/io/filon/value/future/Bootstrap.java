package io.filon.value.future;

import io.filon.stats.Poisson;
import io.filon.value.model.Estimates;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

// Rubin's weights in Poisson form: a group of c customers gets a Poisson (c) number of them. What each replica would
// have learnt is one Newton's step from the estimate (Davidson and MacKinnon, 1999). Fits made anew, to the end, run
// along the long tails of a likelihood of few customers and scatter more than estimates do: on bases drawn from known
// parameters by 29 % (variance) in what those who bought once will order.

/// What would have been learnt had other customers of the same kind come.
final class Bootstrap {

    private Bootstrap() {}

    /// By replica, how far the logarithms of the parameters would have been off the estimates.
    static double[][] steps(PurchaseModel model, Estimates estimates, PurchaseHistories histories, int replicas) {
        RandomGenerator random = new SplittableRandom(1);
        return Stream.generate(() -> model.step(drawn(histories, random), estimates))
                .limit(replicas)
                .toArray(double[][]::new);
    }

    private static PurchaseHistories drawn(PurchaseHistories histories, RandomGenerator random) {
        double[] weights = new double[histories.groups()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Poisson.draw(random, histories.customers(i));
        }
        return histories.weighted(weights);
    }
}
