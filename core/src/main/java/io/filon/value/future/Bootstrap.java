package io.filon.value.future;

import io.filon.value.model.Estimates;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

// Rubin's weights in Poisson form: a group of c customers gets a Poisson (c) number of them. Each replica is a fit on
// the
// same groups from where the estimate stands, so a million customers cost no more than their hundred thousand
// histories.

/// How much a total would move had other customers of the same kind come.
final class Bootstrap {

    private Bootstrap() {}

    /// Variance of the total that `histories` are expected to buy.
    ///
    /// @param worth by group, multiplies the orders
    static double variance(
            PurchaseModel model,
            FittedModel fitted,
            PurchaseHistories histories,
            double[] worth,
            double days,
            int replicas) {
        Estimates near = fitted.estimates();
        RandomGenerator random = new SplittableRandom(1);
        double mean = 0;
        double squares = 0;
        int done = 0;
        for (int r = 0; r < replicas; r++) {
            double[] weights = new double[histories.groups()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = poisson(random, histories.customers(i));
            }
            Fit<FittedModel> fit = model.refit(histories.weighted(weights), near);
            if (fit instanceof Fit.Fitted<FittedModel>(FittedModel other)) {
                double total = total(other.expectedOrders(histories, days), histories, worth);
                done++;
                double off = total - mean;
                mean += off / done;
                squares += off * (total - mean);
            }
        }
        return done < 2 ? 0 : squares / (done - 1);
    }

    static double total(double[] orders, PurchaseHistories histories, double[] worth) {
        double total = 0;
        for (int i = 0; i < orders.length; i++) {
            total += orders[i] * worth[i] * histories.customers(i);
        }
        return total;
    }

    /// A count with that mean, which is the variance too.
    private static double poisson(RandomGenerator random, double mean) {
        if (mean > 40) {
            return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
