package io.filon.value.future;

import io.filon.stats.Quadrature;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.future.Prediction.Columns;
import io.filon.value.future.Prediction.Total;
import io.filon.value.model.FittedModel;
import java.util.Arrays;
import java.util.stream.IntStream;

// What is paid later is worth less today: with E(t) the value expected up to t, the value today is
// exp(-δ H) E(H) + δ ∫ exp(-δ t) E(t) dt.

/// All customers together.
record Totals(Foretelling foretelling, Columns columns) {

    private static final double TEN_PERCENT_A_YEAR = Math.log(1.1) / 365;

    Total of(GroupError ofOrders, GroupError ofValue) {
        int[] everybody = IntStream.range(0, columns.value().length).toArray();
        double orders = Arrays.stream(columns.orders()).sum();
        double value = Arrays.stream(columns.value()).sum();
        double ordersHalf = ofOrders.half(everybody);
        double half = ofValue.half(everybody);
        return new Total(
                orders,
                Math.max(0, orders - ordersHalf),
                orders + ordersHalf,
                value,
                value - half,
                value + half,
                discounted(value));
    }

    private double discounted(double value) {
        double days = foretelling.days();
        Part part = Part.of(foretelling.known(), columns.margin());
        Quadrature rule = Quadrature.uniform(8);
        double later = 0;
        for (int i = 0; i < rule.size(); i++) {
            double day = rule.node(i) * days;
            later += rule.weight(i) * Math.exp(-TEN_PERCENT_A_YEAR * day) * comeBy(part, day);
        }
        return value * (Math.exp(-TEN_PERCENT_A_YEAR * days) + TEN_PERCENT_A_YEAR * days * later);
    }

    /// Which share of the value is expected by that day; rules of thumb expect as much of every day.
    private double comeBy(Part part, double day) {
        return foretelling.learnt() instanceof Learnt.ByModel(FittedModel model)
                ? part.comeBy(model, day, foretelling.days())
                : day / foretelling.days();
    }
}
