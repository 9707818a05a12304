package io.filon.value.contest;

import io.filon.value.contest.Contest.Origin;
import io.filon.value.contest.ContestResult.Entry;
import io.filon.value.contest.ContestResult.Part;
import io.filon.value.contest.ContestResult.Round;
import io.filon.value.model.Estimates;
import java.util.ArrayList;
import java.util.List;

/// The second round: what customers leave after the costs of their orders. The winner of the first round times what an
/// order leaves, three ways, against last year's value, the past rate and the mean.
final class ValueRound {

    private static final List<String> RULES = ValueRules.NAMES;
    private static final List<String> WORTHS = List.of("mean_margin", "normal_normal", "gamma_gamma");

    private final int customers;
    private final int orders;

    /// @param orders which contestant of the first round multiplies
    ValueRound(int customers, int orders) {
        this.customers = customers;
        this.orders = orders;
    }

    Round run(List<Origin> past, Origin test) {
        Chooser chooser = new Chooser(RULES.size() + WORTHS.size(), customers);
        for (Origin origin : past) {
            List<double[]> losses = new ArrayList<>();
            List<double[]> forecasts = forecasts(origin);
            for (double[] forecast : forecasts) {
                losses.add(squares(forecast, origin.outcome().margin()));
            }
            chooser.add(origin.known(), losses, forecasts, origin.outcome().margin());
        }
        List<double[]> forecasts = forecasts(test);
        List<Entry> entries = new ArrayList<>();
        for (int c = 0; c < forecasts.size(); c++) {
            double loss = past.isEmpty() ? Double.NaN : chooser.loss(c);
            entries.add(new Entry(name(c), c < RULES.size(), loss, part(forecasts.get(c), test)));
        }
        int winner = past.isEmpty() ? -1 : chooser.choose();
        boolean able = winner >= 0 && forecasts.get(winner).length > 0;
        winner = able ? winner : richest(forecasts);
        return new Round(entries, winner, chooser.misses(winner));
    }

    private String name(int c) {
        return c < RULES.size() ? RULES.get(c) : WORTHS.get(c - RULES.size());
    }

    /// Normal-normal where it can be had, else the mean margin.
    private static int richest(List<double[]> forecasts) {
        return forecasts.get(RULES.size() + 1).length > 0 ? RULES.size() + 1 : RULES.size();
    }

    private static Part part(double[] forecast, Origin test) {
        return forecast.length == 0
                ? new Part.Absent("not_identified")
                : new Part.Took(
                        new Estimates(List.of(), Double.NaN),
                        Accuracy.of(
                                forecast,
                                test.outcome().margin(),
                                test.outcome().orders()),
                        0);
    }

    /// Forecasts of every contestant; empty arrays of who could not learn.
    private List<double[]> forecasts(Origin origin) {
        List<double[]> result = new ArrayList<>();
        RULES.forEach(rule -> result.add(ValueRules.value(rule, origin.known(), origin.days())));
        double[] expected = origin.forecasts().get(orders);
        List<OrderWorth> worths = OrderWorth.learn(origin.known());
        for (String name : WORTHS) {
            result.add(worths.stream()
                    .filter(worth -> worth.name().equals(name) && expected.length > 0)
                    .findFirst()
                    .map(worth -> times(expected, worth.ofAll(origin.known())))
                    .orElse(new double[0]));
        }
        return result;
    }

    static double[] times(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] * b[i];
        }
        return result;
    }

    private static double[] squares(double[] forecast, double[] actual) {
        double[] result = new double[forecast.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (forecast[i] - actual[i]) * (forecast[i] - actual[i]);
        }
        return result;
    }
}
