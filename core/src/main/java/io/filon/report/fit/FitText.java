package io.filon.report.fit;

import io.filon.fit.FitModel;
import io.filon.fit.FitReport;
import io.filon.fit.FitTerms;
import io.filon.fit.LiveReport;
import io.filon.report.Language;
import java.util.ArrayList;
import java.util.List;

/// How a fit filter did, for a terminal.
public final class FitText {

    private static final String INDENT = "   ";

    private final Language lang;
    private final FitWords words;

    public FitText(Language language) {
        this.lang = language;
        this.words = new FitWords(language);
    }

    public String write(FitModel model) {
        FitReport report = model.report();
        FitTerms terms = model.terms();
        List<String> lines = new ArrayList<>(words.learnt(model));
        lines.add("");
        lines.add(words.tells(model));
        lines.addAll(words.thresholds(model));
        for (FitReport.Group group : report.decisions()) {
            lines.add(INDENT
                    + lang.say(
                            "fit.group",
                            words.decision(group.decision(), terms),
                            group.leads(),
                            words.mean(group),
                            words.money(group.total())));
        }
        lines.add(words.againstAll(report));
        lines.add(lang.say("fit.rejected.title"));
        lines.add(INDENT + words.rejected(report.rejected()));
        lines.add(lang.say("fit.curve.title"));
        for (FitReport.Point point : words.steps(report)) {
            lines.add(INDENT
                    + lang.say(
                            "fit.curve",
                            lang.share(point.share()),
                            words.money(point.byScore()),
                            words.money(point.hindsight())));
        }
        lines.addAll(words.columns(report));
        lines.add(lang.say("fit.before"));
        words.levers(report, terms).forEach(lever -> lines.add(INDENT + lever));
        if (report.fairness().isEmpty()) {
            lines.addAll(words.fairness(report));
        } else {
            lines.add(lang.say("fit.fair.title"));
            words.fairness(report).forEach(group -> lines.add(INDENT + group));
        }
        lines.add(words.drawn(model));
        lines.add(lang.say("fit.legal"));
        return String.join("\n", lines) + "\n";
    }

    /// What became of the leads it decided about.
    public String write(LiveReport live, FitModel model) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say("fit.live", live.decided(), live.known()));
        Double accepted = live.accepted();
        if (accepted != null) {
            lines.add(lang.say("fit.live.accepted", words.mean(accepted, live.acceptedLow(), live.acceptedHigh())));
        }
        lines.add(lang.say("fit.rejected.title"));
        Double rejected = live.rejected();
        lines.add(INDENT
                + (live.declined() == 0
                        ? lang.say("fit.rejected.none")
                        : rejected == null
                                ? lang.say(
                                        "fit.live.bounds",
                                        live.declined(),
                                        live.drawn(),
                                        words.money(live.low()),
                                        words.money(live.high()))
                                : lang.say(
                                        "fit.live.rejected",
                                        live.declined(),
                                        live.drawn(),
                                        words.money(rejected),
                                        words.money(live.low()),
                                        words.money(live.high()),
                                        lang.share(live.payingShare()))));
        lines.add(drift(live));
        if (model.drawnShare() == 0) {
            lines.add(lang.say("fit.drawn.none", lang.share(0.0)));
        }
        return String.join("\n", lines) + "\n";
    }

    /// Whether leads like those it learnt from still come.
    public String drift(LiveReport live) {
        return lang.say(
                live.drifted() ? "fit.drift" : "fit.no_drift",
                lang.number(live.drift(), 2),
                lang.number(live.driftLimit(), 2));
    }
}
