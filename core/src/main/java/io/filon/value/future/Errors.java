package io.filon.value.future;

import io.filon.value.contest.ContestResult;
import io.filon.value.contest.ContestResult.Round;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.ValueRules;
import io.filon.value.future.Prediction.Columns;
import io.filon.value.model.FittedModel;
import io.filon.value.model.NormalNormal;
import io.filon.value.model.OrderValues;
import io.filon.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

// What is foretold of many is unsure in three ways: what chance does to each customer, which averages out; how well the
// past pins the model down, had by bootstrap; and how well it pins down what an order leaves. Rules of thumb have no
// such theory: theirs is how far their totals were off at earlier days, few as these are (Student's t).

/// By how much the orders and the value of any group of customers may be off.
final class Errors {

    private static final double EIGHT_OF_TEN = 1.2815515655446004;

    /// Nine of ten on one side, by how many differences are known; the last for all beyond.
    private static final double[] STUDENT = {3.078, 1.886, 1.638, 1.533, 1.476, 1.440};

    private final Foretelling foretelling;
    private final Foretelling.Done done;
    private final Columns columns;
    private final List<double[]> shifts;

    Errors(List<PurchaseModel> models, Foretelling foretelling, Foretelling.Done done) {
        this.foretelling = foretelling;
        this.done = done;
        this.columns = done.columns();
        String chosen = foretelling.contest().orders().chosen().name();
        Optional<PurchaseModel> winner =
                models.stream().filter(model -> model.name().equals(chosen)).findFirst();
        this.shifts = winner.isPresent() && foretelling.learnt() instanceof Learnt.ByModel(FittedModel fitted)
                ? shifts(winner.get(), fitted)
                : List.of();
    }

    GroupError ofOrders() {
        return foretelling.learnt() instanceof Learnt.ByModel
                ? new GroupError(done.orderVariance(), shifts.toArray(double[][]::new))
                : byRule(
                        done.orderVariance(),
                        columns.orders(),
                        foretelling.contest().orders());
    }

    GroupError ofValue() {
        ContestResult contest = foretelling.contest();
        if (!(foretelling.learnt() instanceof Learnt.ByModel)
                || ValueRules.NAMES.contains(contest.values().chosen().name())) {
            return byRule(done.variance(), columns.value(), contest.values());
        }
        List<double[]> shared = new ArrayList<>();
        shifts.forEach(shift -> shared.add(times(shift, columns.margin())));
        double error = marginError();
        double[] margin = new double[columns.orders().length];
        for (int i = 0; i < margin.length; i++) {
            margin[i] = columns.orders()[i] * sharedPart(i) * error;
        }
        shared.add(margin);
        return new GroupError(done.variance(), shared.toArray(double[][]::new));
    }

    /// How far each customer's orders move with each independent part of what the model is unsure of.
    private List<double[]> shifts(PurchaseModel winner, FittedModel fitted) {
        double[] one = new double[columns.orders().length];
        Arrays.fill(one, 1);
        Learning learning = Learning.of(
                winner,
                fitted,
                Part.of(foretelling.known(), one),
                foretelling.pains().replicas());
        List<FittedModel[]> parts = learning.apart(GroupError.OF_ORDERS);
        return parts.isEmpty() // more parameters than can be told apart: all move alike
                ? List.of(scaled(columns.orders(), Math.sqrt(learning.ofTotal(foretelling.days()))))
                : parts.stream().map(pair -> between(pair[0], pair[1])).toList();
    }

    private double[] between(FittedModel low, FittedModel high) {
        var histories = foretelling.known().histories();
        double[] from = low.expectedOrders(histories, foretelling.days());
        double[] to = high.expectedOrders(histories, foretelling.days());
        double[] result = new double[columns.orders().length];
        for (int i = 0; i < result.length; i++) {
            int group = histories.groupOf(i);
            result[i] = (to[group] - from[group]) * foretelling.season().factor();
        }
        return result;
    }

    private GroupError byRule(double[] chance, double[] foretold, Round round) {
        return new GroupError(chance, new double[][] {scaled(foretold, pastMisses(round) / EIGHT_OF_TEN)});
    }

    /// How far the rule's totals were off, widened for how few they are; 1 where nothing is known. Only those that were
    /// known on the day from which it is foretold.
    private double pastMisses(Round round) {
        double[] misses =
                foretelling.contest().origins().test() < foretelling.known().until()
                        ? round.allMisses()
                        : round.earlierMisses();
        if (misses.length == 0) {
            return 1;
        }
        double squares = Arrays.stream(misses).map(miss -> miss * miss).sum() / misses.length;
        return STUDENT[Math.min(misses.length, STUDENT.length) - 1] * Math.sqrt(squares);
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

    /// How much of an order's expected margin is the base's, not the customer's own.
    private double sharedPart(int customer) {
        int orders = foretelling.known().all().orders()[customer];
        return foretelling.worth() instanceof OrderWorth.Normal(NormalNormal.Margin model) ? 1 - model.own(orders) : 1;
    }

    private static double[] times(double[] a, double[] b) {
        double[] result = new double[a.length];
        Arrays.setAll(result, i -> a[i] * b[i]);
        return result;
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
