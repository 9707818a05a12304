package io.filon.value.contest;

import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseModel;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/// Somebody who foretells how often each customer will buy: a model, or a rule of thumb that any shopkeeper knows.
public sealed interface OrderContestant {

    String name();

    record Model(PurchaseModel model) implements OrderContestant {
        @Override
        public String name() {
            return model.name();
        }
    }

    /// @param rates from what is known to the purchase days to expect a day of each of its customers
    record Rule(String name, Function<Snapshot, IntToDoubleFunction> rates) implements OrderContestant {}

    /// The rules of thumb, simplest first.
    static List<OrderContestant> rules() {
        return List.of(
                new Rule("mean", known -> {
                    double mean = known.histories().totalRepeats() / totalDays(known);
                    return i -> mean;
                }),
                new Rule("past_rate", known -> i -> pastRate(known, i)),
                new Rule("past_rate_13_weeks", known -> i -> seenWithin(13, known, i) ? pastRate(known, i) : 0),
                new Rule("past_rate_26_weeks", known -> i -> seenWithin(26, known, i) ? pastRate(known, i) : 0));
    }

    private static boolean seenWithin(int weeks, Snapshot known, int i) {
        return known.hiatusDays(i) <= weeks * 7;
    }

    private static double pastRate(Snapshot known, int i) {
        return known.repeats(i) / (double) Math.max(1, known.observedDays(i));
    }

    private static double totalDays(Snapshot known) {
        double days = 0;
        for (int group = 0; group < known.histories().groups(); group++) {
            days += known.histories().customers(group) * known.histories().observedDays(group);
        }
        return Math.max(1, days);
    }

    /// Learns from what is known on a day.
    default Fit<Learnt> learn(Snapshot known) {
        return switch (this) {
            case Rule rule -> new Fit.Fitted<>(new Learnt.ByRule(rule));
            case Model(PurchaseModel model) ->
                switch (model.fit(known.histories())) {
                    case Fit.Fitted<FittedModel>(FittedModel fitted) -> new Fit.Fitted<>(new Learnt.ByModel(fitted));
                    case Fit.NotIdentified<FittedModel>(String parameter, Fit.Reason reason) ->
                        new Fit.NotIdentified<>(parameter, reason);
                    case Fit.TooFew<FittedModel>(long needed, long had) -> new Fit.TooFew<>(needed, had);
                };
        };
    }

    /// What a contestant made of the past.
    sealed interface Learnt {
        record ByModel(FittedModel model) implements Learnt {}

        record ByRule(Rule rule) implements Learnt {}

        /// Purchase days to expect of each customer in the next `days`.
        default double[] orders(Snapshot known, double days) {
            return known.histories().spread(ordersByGroup(known, days));
        }

        /// The same, one entry a group of histories.
        default double[] ordersByGroup(Snapshot known, double days) {
            return switch (this) {
                case ByModel(FittedModel model) -> model.expectedOrders(known.histories(), days);
                case ByRule(Rule rule) -> byRule(rule, known, days);
            };
        }

        private static double[] byRule(Rule rule, Snapshot known, double days) {
            IntToDoubleFunction rates = rule.rates().apply(known);
            double[] byGroup = new double[known.histories().groups()];
            boolean[] done = new boolean[byGroup.length];
            for (int i = 0; i < known.size(); i++) {
                int group = known.histories().groupOf(i);
                if (!done[group]) {
                    byGroup[group] = rates.applyAsDouble(i) * days;
                    done[group] = true;
                }
            }
            return byGroup;
        }
    }
}
