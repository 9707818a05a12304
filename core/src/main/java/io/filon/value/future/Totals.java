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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

// A total is unsure in three ways: what chance does to each customer, which averages out; how well the past pins the
// model down, had by bootstrap; and how well it pins down what an order leaves. Rules of thumb have no such theory:
// theirs is how far their totals were off at earlier days, few as these are (Student's t). What is paid later is worth
// less today: with E(t) the value expected up to t, the value today is exp(-δ H) E(H) + δ ∫ exp(-δ t) E(t) dt.

/// All customers together, and any group of them.
final class Totals {

    private static final double TEN_PERCENT_A_YEAR = Math.log(1.1) / 365;
    private static final double EIGHT_OF_TEN = 1.2815515655446004;

    /// Nine of ten on one side, by how many differences are known; the last for all beyond.
    private static final double[] STUDENT = {3.078, 1.886, 1.638, 1.533, 1.476, 1.440};

    private final Foretelling foretelling;
    private final Foretelling.Done done;
    private final Columns columns;
    private final Optional<Learning> learning;

    Totals(List<PurchaseModel> models, Foretelling foretelling, Foretelling.Done done) {
        this.foretelling = foretelling;
        this.done = done;
        this.columns = done.columns();
        String chosen = foretelling.contest().orders().chosen().name();
        this.learning = models.stream()
                .filter(model -> foretelling.learnt() instanceof Learnt.ByModel
                        && !byRule()
                        && model.name().equals(chosen))
                .findFirst()
                .map(model -> Learning.of(
                        model,
                        ((Learnt.ByModel) foretelling.learnt()).model(),
                        part(),
                        foretelling.pains().replicas()));
    }

    /// Whether a rule of thumb says what customers leave.
    private boolean byRule() {
        return !(foretelling.learnt() instanceof Learnt.ByModel)
                || ValueRules.NAMES.contains(
                        foretelling.contest().values().chosen().name());
    }

    Total total() {
        double value = Arrays.stream(columns.value()).sum();
        double orders = Arrays.stream(columns.orders()).sum();
        double half = half(value, orders);
        return new Total(orders, value, value - half, value + half, discounted(value));
    }

    /// Half of the range.
    private double half(double value, double orders) {
        if (byRule()) {
            return pastMisses() * Math.abs(value);
        }
        double byLearning = learning.map(one -> one.ofTotal(foretelling.days())).orElse(0.0);
        return EIGHT_OF_TEN
                * Math.sqrt(Arrays.stream(done.variance()).sum()
                        + value * value * byLearning
                        + Math.pow(orders * sharedPart() * marginError(), 2));
    }

    /// How far the rule's totals were off, widened for how few they are; 1 where nothing is known.
    private double pastMisses() {
        double[] misses = misses(foretelling.contest());
        if (misses.length == 0) {
            return 1;
        }
        double squares = Arrays.stream(misses).map(miss -> miss * miss).sum() / misses.length;
        return STUDENT[Math.min(misses.length, STUDENT.length) - 1] * Math.sqrt(squares);
    }

    /// Only those that were known on the day from which it is foretold.
    private double[] misses(ContestResult contest) {
        return contest.origins().test() < foretelling.known().until()
                ? contest.values().allMisses()
                : contest.values().earlierMisses();
    }

    GroupError groups() {
        if (byRule()) {
            return new GroupError(
                    done.variance(), new double[][] {scaled(columns.value(), pastMisses() / EIGHT_OF_TEN)});
        }
        List<double[]> shared = new ArrayList<>();
        learning.ifPresent(one -> {
            for (FittedModel[] pair : one.apart(GroupError.PARTS - 1)) {
                shared.add(between(pair[0], pair[1]));
            }
            if (shared.isEmpty()) { // all move alike
                shared.add(scaled(columns.value(), Math.sqrt(one.ofTotal(foretelling.days()))));
            }
        });
        double error = marginError();
        double[] margin = new double[columns.orders().length];
        for (int i = 0; i < margin.length; i++) {
            margin[i] =
                    columns.orders()[i] * sharedPart(foretelling.known().all().orders()[i]) * error;
        }
        shared.add(margin);
        return new GroupError(done.variance(), shared.toArray(double[][]::new));
    }

    /// How far each customer's value moves from one model to another.
    private double[] between(FittedModel low, FittedModel high) {
        var histories = foretelling.known().histories();
        double[] from = low.expectedOrders(histories, foretelling.days());
        double[] to = high.expectedOrders(histories, foretelling.days());
        double[] result = new double[columns.margin().length];
        for (int i = 0; i < result.length; i++) {
            int group = histories.groupOf(i);
            result[i] = (to[group] - from[group]) * foretelling.season().factor() * columns.margin()[i];
        }
        return result;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    /// Standard error of the mean margin of an order, customers being what is drawn.
    private double marginError() {
        OrderValues all = foretelling.known().all();
        double orders = 0;
        double margin = 0;
        for (int i = 0; i < all.size(); i++) {
            orders += all.orders()[i];
            margin += all.orders()[i] * all.margin()[i];
        }
        double squares = 0;
        for (int i = 0; i < all.size(); i++) {
            double off = all.orders()[i] * (all.margin()[i] - margin / orders);
            squares += off * off;
        }
        return Math.sqrt(squares) / orders;
    }

    /// The same of an average order.
    private double sharedPart() {
        double orders = 0;
        double shared = 0;
        for (int days : foretelling.known().all().orders()) {
            orders += days;
            shared += days * sharedPart(days);
        }
        return shared / orders;
    }

    /// How much of an order's expected margin is the base's, not the customer's own.
    private double sharedPart(int orders) {
        return foretelling.worth() instanceof OrderWorth.Normal(NormalNormal.Margin model) ? 1 - model.own(orders) : 1;
    }

    private Part part() {
        return Part.of(foretelling.known(), columns.margin());
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
