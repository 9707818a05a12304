package io.filon.value.future;

import io.filon.stats.Quadrature;
import io.filon.value.contest.ContestResult;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.ValueRules;
import io.filon.value.future.Prediction.Columns;
import io.filon.value.future.Prediction.Total;
import io.filon.value.model.FittedModel;
import io.filon.value.model.NormalNormal;
import io.filon.value.model.OrderValues;
import io.filon.value.model.PurchaseModel;
import java.util.Arrays;
import java.util.List;

// A total is unsure in three ways: what chance does to each customer, which averages out; how well the past pins the
// model down, had by bootstrap; and how well it pins down what an order leaves. Rules of thumb have no such theory:
// theirs is how far their totals were off at earlier days, few as these are (Student's t). What is paid later is worth
// less today: with E(t) the value expected up to t, the value today is exp(-δ H) E(H) + δ ∫ exp(-δ t) E(t) dt.

/// All customers together.
record Totals(List<PurchaseModel> models, Foretelling foretelling, Foretelling.Done done) {

    private static final double TEN_PERCENT_A_YEAR = Math.log(1.1) / 365;
    private static final double EIGHT_OF_TEN = 1.2815515655446004;

    /// Nine of ten on one side, by how many differences are known; the last for all beyond.
    private static final double[] STUDENT = {3.078, 1.886, 1.638, 1.533, 1.476, 1.440};

    Total total() {
        Columns columns = done.columns();
        double value = Arrays.stream(columns.value()).sum();
        double orders = Arrays.stream(columns.orders()).sum();
        double half = half(value, orders);
        return new Total(orders, value, value - half, value + half, discounted(value));
    }

    /// Half of the range.
    private double half(double value, double orders) {
        if (!(foretelling.learnt() instanceof Learnt.ByModel(FittedModel fitted))
                || ValueRules.NAMES.contains(
                        foretelling.contest().values().chosen().name())) {
            return byPastMisses(value);
        }
        return EIGHT_OF_TEN
                * Math.sqrt(Arrays.stream(done.variance()).sum()
                        + value * value * learningVariance(fitted)
                        + orders * orders * worthVariance());
    }

    private double byPastMisses(double value) {
        double[] misses = misses(foretelling.contest());
        if (misses.length == 0) {
            return Math.abs(value);
        }
        double squares = Arrays.stream(misses).map(miss -> miss * miss).sum() / misses.length;
        return STUDENT[Math.min(misses.length, STUDENT.length) - 1] * Math.sqrt(squares) * Math.abs(value);
    }

    /// Only those that were known on the day from which it is foretold.
    private double[] misses(ContestResult contest) {
        return contest.origins().test() < foretelling.known().until()
                ? contest.values().allMisses()
                : contest.values().earlierMisses();
    }

    /// Of the mean margin of an order, customers being what is drawn; as far as it enters.
    private double worthVariance() {
        OrderValues all = foretelling.known().all();
        double orders = 0;
        double margin = 0;
        double shared = 0;
        for (int i = 0; i < all.size(); i++) {
            orders += all.orders()[i];
            margin += all.orders()[i] * all.margin()[i];
            shared += all.orders()[i] * sharedPart(all.orders()[i]);
        }
        double squares = 0;
        for (int i = 0; i < all.size(); i++) {
            double off = all.orders()[i] * (all.margin()[i] - margin / orders);
            squares += off * off;
        }
        return squares / (orders * orders) * (shared / orders) * (shared / orders);
    }

    /// How much of an order's expected margin is the base's, not the customer's own.
    private double sharedPart(int orders) {
        return foretelling.worth() instanceof OrderWorth.Normal(NormalNormal.Margin model) ? 1 - model.own(orders) : 1;
    }

    /// Of a total of 1.
    private double learningVariance(FittedModel fitted) {
        String chosen = foretelling.contest().orders().chosen().name();
        int replicas = foretelling.pains().replicas();
        return models.stream()
                .filter(model -> model.name().equals(chosen))
                .findFirst()
                .map(model -> part().learningVariance(model, fitted, foretelling.days(), replicas))
                .orElse(0.0);
    }

    private Part part() {
        return Part.of(foretelling.known(), done.columns().margin());
    }

    private double discounted(double value) {
        double days = foretelling.days();
        Quadrature rule = Quadrature.uniform(8);
        double later = 0;
        for (int i = 0; i < rule.size(); i++) {
            double day = rule.node(i) * days;
            later += rule.weight(i) * Math.exp(-TEN_PERCENT_A_YEAR * day) * comeBy(day);
        }
        return value * (Math.exp(-TEN_PERCENT_A_YEAR * days) + TEN_PERCENT_A_YEAR * days * later);
    }

    /// Which share of the value is expected by that day; rules of thumb expect as much of every day.
    private double comeBy(double day) {
        return foretelling.learnt() instanceof Learnt.ByModel(FittedModel model)
                ? part().comeBy(model, day, foretelling.days())
                : day / foretelling.days();
    }
}
