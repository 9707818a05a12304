package io.filon.report.html;

import io.filon.fit.FitModel;
import io.filon.fit.FitReport;
import io.filon.report.Language;
import io.filon.report.fit.FitWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page draws of the fit filter.
final class FitView {

    private FitView() {}

    /// Money left if only so many of the best were served.
    ///
    /// @param random as many, drawn by chance
    record Served(double share, double byScore, double hindsight, double random) {}

    /// What each fact adds to the expected money, or takes off.
    static List<BehaviourCharts.Bar> weights(@Nullable FitModel model, Language lang) {
        FitWords words = new FitWords(lang);
        return model == null
                ? List.of()
                : words.weights(model).stream()
                        .map(weight -> ChartData.bar(weight.said(), weight.value(), words.money(weight.value())))
                        .toList();
    }

    static List<Served> curve(@Nullable FitModel model) {
        return model == null ? List.of() : curve(model.report());
    }

    private static List<Served> curve(FitReport report) {
        return report.curve().stream()
                .map(point -> new Served(
                        point.share(), point.byScore(), point.hindsight(), point.share() * report.acceptAll()))
                .toList();
    }
}
