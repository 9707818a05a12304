package io.filon.value.future;

import io.filon.progress.Progress;
import io.filon.value.contest.Contest;
import io.filon.value.contest.ContestResult;
import io.filon.value.contest.OrderContestant;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.OrderContestant.Rule;
import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contest.Snapshot;
import io.filon.value.future.Prediction.Chances;
import io.filon.value.future.Prediction.Model;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseModel;
import java.util.ArrayList;
import java.util.List;

/// Foretells what every customer will be worth: holds a contest on the past, learns the winner from all that is known,
/// and asks it about the days ahead.
public final class FutureValue {

    private final PurchaseLog log;
    private final Question question;
    private final Progress progress;

    public FutureValue(PurchaseLog log, Question question, Progress progress) {
        this.log = log;
        this.question = question;
        this.progress = progress;
    }

    public Prediction predict() {
        Contest contest = new Contest(log, question.models(), progress);
        return switch (question.learning()) {
            case Question.Learning.Everything() -> {
                int days = question.horizonDays() == 0 ? Question.YEAR : question.horizonDays();
                yield predict(contest.ahead(days), log.lastDay(), days);
            }
            case Question.Learning.Until(int day) -> {
                int held = Math.max(1, log.lastDay() - day);
                yield predict(contest.upTo(day), day, question.horizonDays() == 0 ? held : question.horizonDays());
            }
        };
    }

    private Prediction predict(ContestResult contest, int until, int days) {
        progress.phase("progress.predicting", 0);
        Snapshot known = Snapshot.of(log, until);
        List<Model> fits = fits(known);
        Learnt learnt = learnt(contest.orders().chosen().name(), fits);
        Chances chances = learnt instanceof Learnt.ByModel(FittedModel model) ? new Chances.Of(model) : first(fits);
        List<OrderWorth> worths = OrderWorth.learn(known);
        String chosen = contest.values().chosen().name();
        OrderWorth worth = worths.stream()
                .filter(one -> one.name().equals(chosen))
                .findFirst()
                .orElseGet(() -> worths.get(Math.min(1, worths.size() - 1)));
        Season season = Season.of(log, until, days);
        Foretelling foretelling =
                new Foretelling(log, known, contest, learnt, chances, worths, worth, season, days, question.pains());
        Foretelling.Done done = foretelling.all();
        Errors errors = new Errors(question.models(), foretelling, done);
        GroupError orderError = errors.ofOrders();
        GroupError valueError = errors.ofValue();
        return new Prediction(
                known,
                days,
                contest,
                fits,
                learnt,
                chances,
                worth,
                worths.stream().map(one -> beside(one, known)).toList(),
                season,
                done.columns(),
                new Totals(foretelling, done.columns()).of(orderError, valueError),
                orderError,
                valueError);
    }

    private static Prediction.Worth beside(OrderWorth worth, Snapshot known) {
        double observed = 0;
        double modelled = 0;
        int negative = 0;
        double[] margins = worth.ofAll(known);
        for (int i = 0; i < known.size(); i++) {
            double expected = margins[i];
            observed += known.all().orders()[i] * known.all().margin()[i];
            modelled += known.all().orders()[i] * expected;
            negative += expected < 0 ? 1 : 0;
        }
        return new Prediction.Worth(worth.name(), observed, modelled, negative, margins);
    }

    private List<Model> fits(Snapshot known) {
        List<Model> fits = new ArrayList<>();
        for (PurchaseModel model : question.models()) {
            long start = System.nanoTime();
            Fit<FittedModel> fit = model.fit(known.histories());
            fits.add(new Model(model, fit, (System.nanoTime() - start) / 1e9));
        }
        return fits;
    }

    /// The winner; where the model that won cannot be fitted to all that is known, the mean.
    private static Learnt learnt(String name, List<Model> fits) {
        for (Model model : fits) {
            if (model.name().equals(name) && model.fit() instanceof Fit.Fitted<FittedModel>(FittedModel fitted)) {
                return new Learnt.ByModel(fitted);
            }
        }
        List<OrderContestant> rules = OrderContestant.rules();
        return new Learnt.ByRule((Rule) rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElse(rules.getFirst()));
    }

    /// Of the first model in which customers can leave, else of one in which they cannot.
    private Chances first(List<Model> fits) {
        Chances found = new Chances.Unknown();
        for (int i = fits.size() - 1; i >= 0; i--) {
            boolean better = question.models().get(i).leaves() || found instanceof Chances.Unknown;
            if (better && fits.get(i).fit() instanceof Fit.Fitted<FittedModel>(FittedModel one)) {
                found = new Chances.Of(one);
            }
        }
        return found;
    }
}
