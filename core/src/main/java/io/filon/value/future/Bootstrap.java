package io.filon.value.future;

import io.filon.stats.Poisson;
import io.filon.value.model.Estimates;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

// Rubin's weights in Poisson form: a group of c customers gets a Poisson (c) number of them. Each replica is a fit on
// the same groups from where the estimate stands, so a million customers cost no more than their hundred thousand
// histories.

/// What would have been learnt had other customers of the same kind come.
final class Bootstrap {

    private Bootstrap() {}

    /// What a model learns from bases drawn from the same customers; only what could be learnt.
    static List<FittedModel> replicas(PurchaseModel model, Estimates near, PurchaseHistories histories, int replicas) {
        RandomGenerator random = new SplittableRandom(1);
        List<FittedModel> result = new ArrayList<>();
        for (int r = 0; r < replicas; r++) {
            double[] weights = new double[histories.groups()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = Poisson.draw(random, histories.customers(i));
            }
            Fit<FittedModel> fit = model.refit(histories.weighted(weights), near);
            if (fit instanceof Fit.Fitted<FittedModel>(FittedModel other)) {
                result.add(other);
            }
        }
        return result;
    }
}
