package io.filon.report.value;

import io.filon.report.value.ValueReport.Churn;
import io.filon.report.value.ValueReport.Decile;
import io.filon.report.value.ValueReport.Holdout;
import io.filon.report.value.ValueReport.Model;
import io.filon.report.value.ValueReport.Reliability;
import io.filon.value.contest.Accuracy;
import io.filon.value.contest.ContestResult;
import io.filon.value.contest.ContestResult.Entry;
import io.filon.value.contest.ContestResult.Part;
import io.filon.value.contest.Recalibration;
import io.filon.value.contract.Contracts;
import io.filon.value.future.Prediction;
import io.filon.value.model.Estimates;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From a [Prediction] to the [ValueReport] that shows it.
public final class ValueAssembly {

    private static final Estimates NOTHING = new Estimates(List.of(), Double.NaN);

    private ValueAssembly() {}

    public static ValueReport of(Prediction prediction, Contracts contracts, int lastDay, String currency) {
        ContestResult contest = prediction.contest();
        return new ValueReport(
                LocalDate.ofEpochDay(lastDay),
                LocalDate.ofEpochDay(prediction.known().until()),
                prediction.horizonDays(),
                currency,
                summary(prediction),
                contest.origins().choosing().stream().map(LocalDate::ofEpochDay).toList(),
                contest.origins().chooseDays(),
                LocalDate.ofEpochDay(contest.origins().test()),
                contest.origins().testDays(),
                contest.orders().entries().stream()
                        .map(entry -> model(entry, prediction))
                        .toList(),
                contest.orders().chosen().name(),
                contest.orders().chosen().rule(),
                contest.values().entries().stream()
                        .map(entry -> model(entry, prediction))
                        .toList(),
                contest.values().chosen().name(),
                prediction.worths().stream()
                        .map(worth -> new ValueReport.Margin(
                                worth.name(), worth.observed(), worth.modelled(), worth.negative()))
                        .toList(),
                churn(contest.churn()),
                new ValueReport.Season(
                        prediction.season().factor(),
                        prediction.season().years(),
                        prediction.season().applies() && prediction.season().years() >= 2),
                new ValueReport.Total(
                        prediction.total().orders(),
                        prediction.total().ordersLow(),
                        prediction.total().ordersHigh(),
                        prediction.total().value(),
                        prediction.total().low(),
                        prediction.total().high(),
                        prediction.total().discounted()),
                contracts.terms().stream().map(ContractReport::of).toList());
    }

    private static ValueReport.Summary summary(Prediction prediction) {
        var histories = prediction.known().histories().merged();
        return new ValueReport.Summary(
                histories.size(),
                Math.round(histories.returned()),
                Math.round(histories.totalRepeats()),
                histories.groups(),
                prediction.known().newcomers());
    }

    /// Parameters are those learnt from everything; the hold-out is of the same model learnt at the origin.
    private static Model model(Entry entry, Prediction prediction) {
        String absent = entry.part() instanceof Part.Absent(String reason) ? reason : null;
        for (Prediction.Model fit : prediction.fits()) {
            if (fit.name().equals(entry.name())) {
                return fit.fit() instanceof Fit.Fitted<FittedModel>(FittedModel fitted)
                        ? model(
                                entry,
                                fitted.estimates(),
                                fit.model().ranges(prediction.known().histories(), fitted.estimates()),
                                absent,
                                fit.seconds())
                        : model(entry, NOTHING, List.of(), problem(fit.fit()), fit.seconds());
            }
        }
        return model(entry, NOTHING, List.of(), absent, 0);
    }

    private static Model model(
            Entry entry, Estimates estimates, List<Estimates.Range> ranges, @Nullable String problem, double seconds) {
        Map<String, Double> low = new LinkedHashMap<>();
        Map<String, Double> high = new LinkedHashMap<>();
        ranges.forEach(range -> {
            low.put(range.name(), range.low());
            if (Double.isFinite(range.high())) {
                high.put(range.name(), range.high());
            }
        });
        Map<String, Double> values = new LinkedHashMap<>();
        Map<String, Double> errors = new LinkedHashMap<>();
        estimates.parameters().forEach(parameter -> {
            values.put(parameter.name(), parameter.value());
            errors.put(parameter.name(), parameter.standardError());
        });
        Double logLikelihood = number(estimates.logLikelihood());
        Double aic = logLikelihood == null ? null : 2 * values.size() - 2 * logLikelihood;
        Holdout holdout = entry.part() instanceof Part.Took took ? holdout(took.holdout()) : null;
        return new Model(
                entry.name(),
                entry.rule(),
                values,
                errors,
                low,
                high,
                logLikelihood,
                aic,
                problem,
                number(entry.loss()),
                holdout,
                seconds);
    }

    private static @Nullable String problem(Fit<FittedModel> fit) {
        return switch (fit) {
            case Fit.Fitted<FittedModel> fitted -> null;
            case Fit.TooFew<FittedModel> few -> "too_few";
            case Fit.NotIdentified<FittedModel> lost -> "not_identified";
        };
    }

    private static Holdout holdout(Accuracy accuracy) {
        return new Holdout(
                accuracy.actual(),
                accuracy.biasPercent(),
                accuracy.rmse(),
                accuracy.mae(),
                accuracy.correlation(),
                accuracy.aucActive(),
                accuracy.gini(),
                accuracy.topDecileShare(),
                deciles(accuracy.deciles()));
    }

    private static @Nullable Churn churn(ContestResult.Churn churn) {
        return switch (churn) {
            case ContestResult.Churn.Unknown() -> null;
            case ContestResult.Churn.Chances chances ->
                new Churn(
                        chances.model().name(),
                        chances.bend().name(),
                        reliability(chances.plain()),
                        reliability(chances.setRight()));
        };
    }

    private static Reliability reliability(Recalibration.Reliability reliability) {
        return new Reliability(
                reliability.brier(),
                reliability.base(),
                reliability.auc(),
                reliability.hiatus(),
                deciles(reliability.deciles()));
    }

    private static List<Decile> deciles(List<Accuracy.Decile> deciles) {
        return deciles.stream()
                .map(decile -> new Decile(decile.forecast(), decile.actual()))
                .toList();
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
