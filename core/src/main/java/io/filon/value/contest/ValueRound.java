package io.filon.value.contest;

import io.filon.value.contest.Contest.Origin;
import io.filon.value.contest.ContestResult.Entry;
import io.filon.value.contest.ContestResult.Part;
import io.filon.value.contest.ContestResult.Round;
import io.filon.value.model.Estimates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The second round: what customers leave after the costs of their orders. The winner of the first round times what an
/// order leaves, three ways, against last year's value, the past rate and the mean.
final class ValueRound {

    private static final List<String> RULES = ValueRules.NAMES;
    private static final List<String> WORTHS = OrderWorth.NAMES;

    private final int customers;
    private final int orders;

    /// @param orders which contestant of the first round multiplies
    ValueRound(int customers, int orders) {
        this.customers = customers;
        this.orders = orders;
    }

    Round run(List<Origin> past, Origin test) {
        Day last = new Day(test);
        Chooser chooser = new Chooser(
                RULES.size() + WORTHS.size(),
                customers,
                past.stream().map(Day::new).toList(),
                ValueRound::squares);
        List<Entry> entries = new ArrayList<>();
        for (int c = 0; c < RULES.size() + WORTHS.size(); c++) {
            double loss = past.isEmpty() ? Double.NaN : chooser.loss(c);
            entries.add(new Entry(name(c), c < RULES.size(), loss, part(last.forecast(c), test)));
        }
        int winner = past.isEmpty() ? richest(last) : chooser.choose(last::tookPart);
        return new Round(entries, winner, chooser.misses(winner));
    }

    private static String name(int c) {
        return c < RULES.size() ? RULES.get(c) : WORTHS.get(c - RULES.size());
    }

    /// Normal-normal where it can be had, else the mean margin.
    private static int richest(Day last) {
        return last.tookPart(RULES.size() + 1) ? RULES.size() + 1 : RULES.size();
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

    private final class Day implements Chooser.Day {
        private final Origin origin;
        private final List<OrderWorth> worths;

        Day(Origin origin) {
            this.origin = origin;
            worths = origin.tookPart(orders) ? OrderWorth.learn(origin.known()) : List.of();
        }

        @Override
        public Snapshot known() {
            return origin.known();
        }

        boolean tookPart(int contestant) {
            return contestant < RULES.size() || worth(contestant).isPresent();
        }

        @Override
        public double[] forecast(int contestant) {
            return contestant < RULES.size()
                    ? ValueRules.value(RULES.get(contestant), known(), origin.days())
                    : worth(contestant)
                            .map(worth -> times(origin.forecast(orders), worth.ofAll(known())))
                            .orElse(new double[0]);
        }

        private Optional<OrderWorth> worth(int contestant) {
            return worths.stream()
                    .filter(worth -> worth.name().equals(name(contestant)))
                    .findFirst();
        }

        @Override
        public double[] actual() {
            return origin.outcome().margin();
        }
    }

    private static double[] times(double[] a, double[] b) {
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
