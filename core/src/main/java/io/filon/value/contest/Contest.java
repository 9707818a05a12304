package io.filon.value.contest;

import io.filon.progress.Progress;
import io.filon.value.contest.ContestResult.Churn;
import io.filon.value.contest.ContestResult.Entry;
import io.filon.value.contest.ContestResult.Part;
import io.filon.value.contest.ContestResult.Round;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.model.Estimates;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

// The chooser is fixed (METHOD 4): Poisson deviance for orders, squared error for value, averaged over origins earlier
// than the one that measures; the simplest contestant within one standard error wins. Deviance is infinite for a
// forecast of zero that is followed by a purchase, so forecasts are scored as at least a twentieth of the contestant's
// own mean: a rule that says "gone" pays for being wrong, and not without end. What is printed is not floored.

/// Tries models and rules of thumb on the past of the company, and says who foretold best.
public final class Contest {

    private static final double LEAST_OF_MEAN = 0.05;

    private final PurchaseLog log;
    private final List<PurchaseModel> models;
    private final Progress progress;

    public Contest(PurchaseLog log, List<PurchaseModel> models, Progress progress) {
        this.log = log;
        this.models = List.copyOf(models);
        this.progress = progress;
    }

    /// Everything after `test` is held out.
    public ContestResult upTo(int test) {
        return run(Origins.upTo(log.firstDay(), test, log.lastDay() - test));
    }

    /// Holds out the last `horizonDays`, less where the history is short.
    public ContestResult ahead(int horizonDays) {
        return run(Origins.within(log.firstDay(), log.lastDay(), horizonDays));
    }

    private static List<OrderContestant> contestants(List<PurchaseModel> models) {
        List<OrderContestant> all = new ArrayList<>(OrderContestant.rules());
        models.forEach(model -> all.add(new OrderContestant.Model(model)));
        return all;
    }

    private ContestResult run(Origins origins) {
        List<OrderContestant> contestants = contestants(models);
        progress.phase("progress.contest", (origins.choosing().size() + 1L) * contestants.size());
        List<Origin> past = new ArrayList<>();
        for (int day : origins.choosing()) {
            past.add(origin(day, origins.chooseDays(), contestants));
        }
        Origin test = origin(origins.test(), origins.testDays(), contestants);
        Chooser chooser = new Chooser(contestants.size(), log.size(), past, Contest::deviance);
        int winner = past.isEmpty() ? fallback(contestants, test) : chooser.choose(test::tookPart);
        List<Entry> entries = new ArrayList<>();
        for (int c = 0; c < contestants.size(); c++) {
            double loss = past.isEmpty() ? Double.NaN : chooser.loss(c);
            entries.add(new Entry(
                    contestants.get(c).name(), contestants.get(c) instanceof OrderContestant.Rule, loss, test.part(c)));
        }
        Round values = new ValueRound(log.size(), winner).run(past, test);
        return new ContestResult(
                origins,
                test.known.size(),
                test.known.newcomers(),
                new Round(entries, winner, chooser.misses(winner)),
                values,
                churn(contestants, past, test, winner));
    }

    /// Without an earlier day to choose by: the first model of leaving that could be fitted, else the mean.
    private static int fallback(List<OrderContestant> contestants, Origin test) {
        for (int c = 0; c < contestants.size(); c++) {
            if (contestants.get(c) instanceof OrderContestant.Model(PurchaseModel model)
                    && model.leaves()
                    && test.learnt.get(c) instanceof Fit.Fitted<Learnt>) {
                return c;
            }
        }
        return 0;
    }

    private Origin origin(int day, int days, List<OrderContestant> contestants) {
        Snapshot known = Snapshot.of(log, day);
        List<Fit<Learnt>> learnt = new ArrayList<>();
        List<double[]> forecasts = new ArrayList<>();
        List<Double> seconds = new ArrayList<>();
        for (OrderContestant contestant : contestants) {
            long start = System.nanoTime();
            Fit<Learnt> fit = contestant.learn(known);
            seconds.add((System.nanoTime() - start) / 1e9);
            learnt.add(fit);
            forecasts.add(
                    fit instanceof Fit.Fitted<Learnt>(Learnt one) ? one.ordersByGroup(known, days) : new double[0]);
            progress.advance(1);
        }
        return new Origin(known, days, known.outcome(log, days), learnt, forecasts, seconds);
    }

    private static double[] deviance(double[] forecast, double[] actual) {
        double least =
                Math.max(1e-6, LEAST_OF_MEAN * Arrays.stream(forecast).average().orElse(0));
        double[] result = new double[forecast.length];
        for (int i = 0; i < forecast.length; i++) {
            double expected = Math.max(least, forecast[i]);
            double y = actual[i];
            result[i] = 2 * ((y > 0 ? y * Math.log(y / expected) : 0) - y + expected);
        }
        return result;
    }

    private static Churn churn(List<OrderContestant> contestants, List<Origin> past, Origin test, int winner) {
        int whose = contestants.get(winner) instanceof OrderContestant.Model ? winner : fallback(contestants, test);
        if (!(contestants.get(whose) instanceof OrderContestant.Model(PurchaseModel model))) {
            return new Churn.Unknown();
        }
        Recalibration before = new Recalibration();
        Recalibration all = new Recalibration();
        Recalibration.Cases latest = cases(test, whose);
        all.learn(latest);
        for (Origin origin : past) {
            if (origin.learnt.get(whose) instanceof Fit.Fitted<Learnt>) {
                Recalibration.Cases cases = cases(origin, whose);
                before.learn(cases);
                all.learn(cases);
            }
        }
        return new Churn.Chances(
                model,
                all.settle(),
                Recalibration.reliability(new Recalibration.Bend.None(), latest, test.known),
                Recalibration.reliability(before.settle(), latest, test.known));
    }

    private static Recalibration.Cases cases(Origin origin, int whose) {
        FittedModel model = ((Learnt.ByModel) origin.learnt.get(whose).orThrow()).model();
        return Recalibration.cases(model, origin.known, origin.days, origin.outcome.orders());
    }

    /// One day of the past, what everybody made of it and what came.
    ///
    /// @param forecasts by contestant and group of histories; empty of who could not learn
    record Origin(
            Snapshot known,
            int days,
            Snapshot.Outcome outcome,
            List<Fit<Learnt>> learnt,
            List<double[]> forecasts,
            List<Double> seconds)
            implements Chooser.Day {

        boolean tookPart(int contestant) {
            return forecasts.get(contestant).length > 0;
        }

        @Override
        public double[] forecast(int contestant) {
            return tookPart(contestant) ? known.histories().spread(forecasts.get(contestant)) : new double[0];
        }

        @Override
        public double[] actual() {
            return outcome.orders();
        }

        Part part(int c) {
            return switch (learnt.get(c)) {
                case Fit.TooFew<Learnt> few -> new Part.Absent("too_few");
                case Fit.NotIdentified<Learnt> lost -> new Part.Absent("not_identified");
                case Fit.Fitted<Learnt>(Learnt one) ->
                    new Part.Took(
                            one instanceof Learnt.ByModel(FittedModel model)
                                    ? model.estimates()
                                    : new Estimates(List.of(), Double.NaN),
                            Accuracy.of(forecast(c), outcome.orders(), outcome.orders()),
                            seconds.get(c));
            };
        }
    }
}
