package io.filon.report.fit;

import io.filon.fit.FitModel;
import io.filon.fit.FitReport;
import io.filon.fit.FitTerms;
import io.filon.fit.LiveReport;
import io.filon.report.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How a fit filter did, for a terminal.
public final class FitText {

    private static final String INDENT = "   ";

    private final Language lang;

    public FitText(Language language) {
        this.lang = language;
    }

    public String write(FitModel model) {
        FitReport report = model.report();
        FitTerms terms = model.terms();
        List<String> lines = new ArrayList<>();
        lines.add(lang.say("fit.learnt", model.version(), report.fitted(), report.tuned(), report.tested()));
        lines.add(lang.say(terms.dated() ? "fit.periods.dated" : "fit.periods.file"));
        if (report.notYet() > 0) {
            lines.add(lang.say("fit.not_yet", report.notYet(), terms.horizonDays()));
        }
        if (report.undated() > 0) {
            lines.add(lang.say("fit.undated", report.undated()));
        }
        lines.addAll(assumed(terms));
        lines.add("");
        lines.add(lang.say(
                model.attributes().isEmpty() ? "fit.nothing_tells" : "fit.tells",
                lang.share(report.auc()),
                model.attributes().size(),
                money(model.base())));
        if (model.acceptFrom() == null) {
            lines.add(lang.say("fit.accept_all"));
        } else {
            lines.add(lang.say("fit.accept_from", money(model.acceptFrom()), money(report.shadowPrice())));
            Double under = model.declineUnder();
            lines.add(under == null ? lang.say("fit.decline_none") : lang.say("fit.decline_under", money(under)));
        }
        for (FitReport.Group group : report.decisions()) {
            lines.add(INDENT
                    + lang.say(
                            "fit.group",
                            decision(group.decision(), terms),
                            group.leads(),
                            mean(group),
                            money(group.total())));
        }
        lines.add(lang.say("fit.against_all", money(report.filtered()), money(report.acceptAll())));
        lines.add(lang.say("fit.rejected.title"));
        FitReport.Rejected rejected = report.rejected();
        lines.add(INDENT
                + (rejected.leads() == 0
                        ? lang.say("fit.rejected.none")
                        : lang.say(
                                "fit.rejected",
                                rejected.leads(),
                                rejected.paying(),
                                money(rejected.money()),
                                money(rejected.saved()))));
        lines.addAll(curve(report));
        lines.addAll(columns(report));
        lines.addAll(levers(report, terms));
        lines.addAll(fairness(report));
        lines.add(lang.say(model.drawnShare() > 0 ? "fit.drawn" : "fit.drawn.none", lang.share(model.drawnShare())));
        lines.add(lang.say("fit.legal"));
        return String.join("\n", lines) + "\n";
    }

    private List<String> assumed(FitTerms terms) {
        List<String> lines = new ArrayList<>();
        if (!terms.costOrigin().equals("files")) {
            lines.add(lang.say("fit.terms.cost", money(terms.cost()), lang.word("fit.origin", terms.costOrigin())));
        }
        if (terms.worth() > 0) {
            lines.add(lang.say("fit.terms.worth", money(terms.worth())));
        } else if (!terms.marginOrigin().equals("files")) {
            lines.add(lang.say(
                    "fit.terms.margin", lang.share(terms.margin()), lang.word("fit.origin", terms.marginOrigin())));
        }
        if (terms.capacity() < 100) {
            lines.add(lang.say("fit.terms.capacity", lang.share(terms.capacity() / 100)));
        }
        return lines;
    }

    private String mean(FitReport.Group group) {
        Double low = group.low();
        Double high = group.high();
        if (group.leads() == 0) {
            return "–";
        }
        return low == null || high == null
                ? lang.say("fit.mean.few", money(group.mean()))
                : lang.say("priority.range", money(group.mean()), money(low), money(high));
    }

    private List<String> curve(FitReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say("fit.curve.title"));
        for (FitReport.Point point : report.curve()) {
            if (Math.round(point.share() * 20) % 4 == 0 && point.share() > 0) {
                lines.add(INDENT
                        + lang.say(
                                "fit.curve",
                                lang.share(point.share()),
                                money(point.byScore()),
                                money(point.hindsight())));
            }
        }
        return lines;
    }

    private List<String> columns(FitReport report) {
        List<String> lines = new ArrayList<>();
        for (FitReport.Leaky leaky : report.leaky()) {
            Double auc = leaky.auc();
            lines.add(lang.say("fit.leaky." + leaky.why(), leaky.header(), lang.share(auc)));
        }
        if (!report.withheld().isEmpty()) {
            lines.add(lang.say("fit.withheld", String.join(", ", report.withheld())));
        }
        return lines;
    }

    private List<String> levers(FitReport report, FitTerms terms) {
        FitReport.Levers levers = report.levers();
        List<String> lines = new ArrayList<>();
        lines.add(lang.say("fit.before"));
        if (!levers.notFor().isEmpty()) {
            lines.add(INDENT + lang.say("fit.lever.message", String.join("; ", levers.notFor())));
        }
        Double minimum = levers.minimum();
        if (minimum != null && minimum > 0) {
            lines.add(INDENT + lang.say("fit.lever.minimum", money(minimum)));
        }
        Double dearer = levers.dearer();
        if (dearer != null) {
            lines.add(INDENT + lang.say("fit.lever.price", lang.share(dearer)));
        }
        if (!levers.ask().isEmpty()) {
            lines.add(INDENT + lang.say(terms.business() ? "fit.lever.ask.business" : "fit.lever.ask", levers.ask()));
        }
        return lines;
    }

    private List<String> fairness(FitReport report) {
        List<String> lines = new ArrayList<>();
        if (report.fairness().isEmpty()) {
            return List.of(lang.say("fit.fair.none"));
        }
        lines.add(lang.say("fit.fair.title"));
        for (FitReport.Fair fair : report.fairness()) {
            lines.add(INDENT
                    + lang.say(
                            "fit.fair",
                            fair.header(),
                            fair.group(),
                            fair.leads(),
                            range(fair.accepted(), fair.acceptedLow(), fair.acceptedHigh()),
                            money(fair.mean()),
                            range(fair.missed(), fair.missedLow(), fair.missedHigh())));
        }
        return lines;
    }

    /// What became of the leads it decided about.
    public String write(LiveReport live, FitModel model) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say("fit.live", live.decided(), live.known()));
        Double accepted = live.accepted();
        if (accepted != null) {
            lines.add(lang.say("fit.live.accepted", money(accepted)));
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
                                        money(live.low()),
                                        money(live.high()))
                                : lang.say(
                                        "fit.live.rejected",
                                        live.declined(),
                                        live.drawn(),
                                        money(rejected),
                                        money(live.low()),
                                        money(live.high()),
                                        lang.share(live.payingShare()))));
        lines.add(lang.say(
                live.drifted() ? "fit.drift" : "fit.no_drift",
                lang.number(live.drift(), 2),
                lang.number(live.driftLimit(), 2)));
        if (model.drawnShare() == 0) {
            lines.add(lang.say("fit.drawn.none", lang.share(0.0)));
        }
        return String.join("\n", lines) + "\n";
    }

    String decision(FitModel.Decision decision, FitTerms terms) {
        String code = decision.name().toLowerCase(Locale.ROOT);
        return lang.word(
                "fit.decision", terms.business() && decision == FitModel.Decision.DECLINE ? "decline.business" : code);
    }

    private String range(@Nullable Double share, @Nullable Double low, @Nullable Double high) {
        return share == null ? "–" : lang.say("priority.range", lang.share(share), lang.share(low), lang.share(high));
    }

    private String money(double amount) {
        return lang.money(BigDecimal.valueOf(amount));
    }
}
