package io.filon.value.future;

import io.filon.stats.Quadrature;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.Snapshot;
import io.filon.value.future.Prediction.Columns;
import io.filon.value.future.Prediction.Total;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseHistories;
import io.filon.value.model.PurchaseModel;
import java.util.Arrays;
import java.util.List;

// A total is unsure in two ways: what chance does to each customer, which averages out, and how well the past pins the
// model down, which does not. The second is had by bootstrap. What is paid later is worth less today: with E(t) the
// value
// expected up to t, the value today is exp(-δ H) E(H) + δ ∫ exp(-δ t) E(t) dt.

/// All customers together.
record Totals(List<PurchaseModel> models, Foretelling foretelling, Foretelling.Done done) {

    private static final double TEN_PERCENT_A_YEAR = Math.log(1.1) / 365;
    private static final double EIGHT_OF_TEN = 1.2815515655446004;

    Total total() {
        Columns columns = done.columns();
        double value = Arrays.stream(columns.value()).sum();
        double orders = Arrays.stream(columns.orders()).sum();
        double spread = Math.sqrt(Arrays.stream(done.variance()).sum() + learningVariance(value));
        return new Total(
                orders, value, value - EIGHT_OF_TEN * spread, value + EIGHT_OF_TEN * spread, discounted(value));
    }

    private double learningVariance(double value) {
        Snapshot known = foretelling.known();
        PurchaseHistories histories = known.histories();
        double repeats = histories.totalRepeats();
        if (!(foretelling.learnt() instanceof Learnt.ByModel(FittedModel fitted))) {
            return value * value / Math.max(1, repeats);
        }
        double[] worth = new double[histories.groups()];
        for (int i = 0; i < known.size(); i++) {
            int group = histories.groupOf(i);
            worth[group] += done.columns().margin()[i]
                    / histories.customers(group)
                    * foretelling.season().factor();
        }
        return models.stream()
                .filter(model -> model.name()
                        .equals(foretelling.contest().orders().chosen().name()))
                .findFirst()
                .map(model -> Bootstrap.variance(
                        model,
                        fitted,
                        histories,
                        worth,
                        foretelling.days(),
                        foretelling.pains().replicas()))
                .orElse(0.0);
    }

    private double discounted(double value) {
        double days = foretelling.days();
        double whole = at(days);
        if (whole == 0) {
            return value;
        }
        Quadrature rule = Quadrature.uniform(8);
        double later = 0;
        for (int i = 0; i < rule.size(); i++) {
            double day = rule.node(i) * days;
            later += rule.weight(i) * Math.exp(-TEN_PERCENT_A_YEAR * day) * at(day) / whole;
        }
        return value * (Math.exp(-TEN_PERCENT_A_YEAR * days) + TEN_PERCENT_A_YEAR * days * later);
    }

    private double at(double days) {
        double[] orders = foretelling.learnt().orders(foretelling.known(), days);
        double sum = 0;
        for (int i = 0; i < orders.length; i++) {
            sum += orders[i] * done.columns().margin()[i];
        }
        return sum;
    }
}
