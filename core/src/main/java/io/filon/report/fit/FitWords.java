package io.filon.report.fit;

import io.filon.fit.Attribute;
import io.filon.fit.FitModel;
import io.filon.fit.FitReport;
import io.filon.fit.FitTerms;
import io.filon.report.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a fit filter says of itself, sentence by sentence, for the terminal and the page alike.
public record FitWords(Language lang) {

    private static final int STRONGEST = 12;

    /// What a fact adds to the expected money, or takes off.
    public record Weight(String said, double value) {}

    /// On what it learnt and was checked.
    public List<String> learnt(FitModel model) {
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
        return lines;
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

    public String tells(FitModel model) {
        FitReport report = model.report();
        return lang.say(
                model.attributes().isEmpty() ? "fit.nothing_tells" : "fit.tells",
                report.aucLow() == null
                        ? lang.share(report.auc())
                        : range(report.auc(), report.aucLow(), report.aucHigh()),
                model.attributes().size(),
                money(model.base()));
    }

    /// From where leads are accepted, and under which they are not prioritised.
    public List<String> thresholds(FitModel model) {
        Double from = model.acceptFrom();
        if (from == null) {
            return List.of(lang.say("fit.accept_all"));
        }
        Double under = model.declineUnder();
        return List.of(
                lang.say(
                        model.report().shadowPrice() > 0 ? "fit.accept_from" : "fit.accept_from.room",
                        money(from),
                        money(model.report().shadowPrice())),
                under == null ? lang.say("fit.decline_none") : lang.say("fit.decline_under", money(under)));
    }

    public String mean(FitReport.Group group) {
        return group.leads() == 0 ? "–" : mean(group.mean(), group.low(), group.high());
    }

    String mean(double mean, @Nullable Double low, @Nullable Double high) {
        return low == null || high == null
                ? lang.say("fit.mean.few", money(mean))
                : lang.say("priority.range", money(mean), money(low), money(high));
    }

    public String againstAll(FitReport report) {
        return lang.say("fit.against_all", money(report.filtered()), money(report.acceptAll()));
    }

    public String rejected(FitReport.Rejected rejected) {
        return rejected.leads() == 0
                ? lang.say("fit.rejected.none")
                : lang.say(
                        "fit.rejected",
                        rejected.leads(),
                        rejected.paying(),
                        money(rejected.money()),
                        money(rejected.saved()));
    }

    /// Served shares of a hundred in steps of twenty, with nobody left out.
    public List<FitReport.Point> steps(FitReport report) {
        return report.curve().stream()
                .filter(point -> Math.round(point.share() * 20) % 4 == 0 && point.share() > 0)
                .toList();
    }

    /// The facts that move the expected money most, in either direction, strongest first.
    public List<Weight> weights(FitModel model) {
        List<Weight> weights = new ArrayList<>();
        for (Attribute attribute : model.attributes()) {
            for (int bin = 0; bin < attribute.weights().size(); bin++) {
                weights.add(new Weight(
                        named(attribute.header()) + ": " + said(attribute, bin),
                        attribute.weights().get(bin)));
            }
        }
        return weights.stream()
                .sorted(Comparator.comparingDouble((Weight weight) -> -Math.abs(weight.value)))
                .limit(STRONGEST)
                .toList();
    }

    /// A fact of ours in words; a column as its file writes it.
    private String named(String header) {
        return lang.messages().has("attribute." + header) ? lang.word("attribute", header) : header;
    }

    private String namedFirst(String headerAndValue) {
        int end = headerAndValue.indexOf(": ");
        return end < 0 ? headerAndValue : named(headerAndValue.substring(0, end)) + headerAndValue.substring(end);
    }

    private String said(Attribute attribute, int bin) {
        if (bin == attribute.weights().size() - 1) {
            return lang.unknown();
        }
        if (!attribute.values().isEmpty()) {
            return bin < attribute.values().size() ? attribute.values().get(bin) : lang.say("fit.other");
        }
        List<Double> cuts = attribute.cuts();
        if (bin == cuts.size()) {
            return cuts.isEmpty() ? lang.say("fit.any") : lang.say("fit.over", lang.number(cuts.getLast(), 2));
        }
        return bin == 0
                ? lang.say("fit.up_to", lang.number(cuts.getFirst(), 2))
                : lang.say("fit.between", lang.number(cuts.get(bin - 1), 2), lang.number(cuts.get(bin), 2));
    }

    public List<String> columns(FitReport report) {
        List<String> lines = new ArrayList<>();
        for (FitReport.Leaky leaky : report.leaky()) {
            Double auc = leaky.auc();
            lines.add(lang.say("fit.leaky." + leaky.why(), named(leaky.header()), lang.share(auc)));
        }
        if (!report.withheld().isEmpty()) {
            lines.add(lang.say(
                    "fit.withheld", report.withheld().stream().map(this::named).collect(Collectors.joining(", "))));
        }
        return lines;
    }

    public List<String> levers(FitReport report, FitTerms terms) {
        FitReport.Levers levers = report.levers();
        List<String> lines = new ArrayList<>();
        if (!levers.notFor().isEmpty()) {
            lines.add(lang.say(
                    "fit.lever.message",
                    levers.notFor().stream().map(this::namedFirst).collect(Collectors.joining("; "))));
        }
        Double minimum = levers.minimum();
        if (minimum != null && minimum > 0) {
            lines.add(lang.say("fit.lever.minimum", money(minimum)));
        }
        Double dearer = levers.dearer();
        if (dearer != null) {
            lines.add(lang.say("fit.lever.price", lang.share(dearer)));
        }
        if (!levers.ask().isEmpty()) {
            lines.add(lang.say(terms.business() ? "fit.lever.ask.business" : "fit.lever.ask", named(levers.ask())));
        }
        return lines;
    }

    public List<String> fairness(FitReport report) {
        List<String> lines = new ArrayList<>();
        if (report.fairness().isEmpty()) {
            return List.of(lang.say("fit.fair.none"));
        }
        for (FitReport.Fair fair : report.fairness()) {
            lines.add(lang.say(
                    "fit.fair",
                    named(fair.header()),
                    fair.group(),
                    fair.leads(),
                    range(fair.accepted(), fair.acceptedLow(), fair.acceptedHigh()),
                    mean(fair.mean(), fair.meanLow(), fair.meanHigh()),
                    range(fair.missed(), fair.missedLow(), fair.missedHigh())));
        }
        return lines;
    }

    public String drawn(FitModel model) {
        return lang.say(model.drawnShare() > 0 ? "fit.drawn" : "fit.drawn.none", lang.share(model.drawnShare()));
    }

    public String decision(FitModel.Decision decision, FitTerms terms) {
        String code = decision.name().toLowerCase(Locale.ROOT);
        return lang.word(
                "fit.decision", terms.business() && decision == FitModel.Decision.DECLINE ? "decline.business" : code);
    }

    private String range(@Nullable Double share, @Nullable Double low, @Nullable Double high) {
        return share == null ? "–" : lang.say("priority.range", lang.share(share), lang.share(low), lang.share(high));
    }

    public String money(double amount) {
        return lang.money(BigDecimal.valueOf(amount));
    }
}
