package io.filon.report.value;

import io.filon.report.Language;
import io.filon.report.value.ValueReport.Holdout;
import io.filon.report.value.ValueReport.Model;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The contest and the total on one screen of a terminal, in the reader's words.
public final class ValueText {

    private static final int NAME = 34;

    private final Language lang;

    public ValueText(Language language) {
        this.lang = language;
    }

    public String write(ValueReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say(
                "value.learnt",
                lang.count(report.summary().customers()),
                lang.count(report.summary().repeatCustomers()),
                lang.count(report.summary().repeatPurchases()),
                lang.date(report.learntUntil())));
        if (report.summary().newcomersLeftOut() > 0) {
            lines.add(lang.say("value.newcomers", report.summary().newcomersLeftOut()));
        }
        lines.add("");
        if (report.summary().repeatPurchases() == 0) {
            lines.add(lang.say("value.nobody_returned"));
            return String.join("\n", lines) + "\n";
        }
        lines.addAll(table(report));
        lines.add("");
        lines.add(lang.say(report.ruleWon() ? "value.rule_won" : "value.model_won", name(report.chosen())));
        lines.add(lang.say("value.value_won", name(report.valueChosen())));
        lines.addAll(doubts(report));
        lines.add("");
        lines.add(lang.say(
                "value.total",
                lang.count(report.horizonDays()),
                money(report.total().value()),
                money(report.total().low()),
                money(report.total().high()),
                lang.number(report.total().expectedOrders(), 0),
                lang.number(report.total().ordersLow(), 0),
                lang.number(report.total().ordersHigh(), 0)));
        lines.add(lang.say("value.discounted", money(report.total().discounted())));
        return String.join("\n", lines) + "\n";
    }

    private List<String> table(ValueReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say("value.contest", lang.date(report.testedFrom()), lang.count(report.testedDays())));
        lines.add("  "
                + row(
                        lang.say("value.column.name"),
                        lang.say("value.column.bias"),
                        lang.say("value.column.rmse"),
                        lang.say("value.column.mae"),
                        lang.say("value.column.auc"),
                        lang.say("value.column.top")));
        for (Model model : report.models()) {
            String mark = model.name().equals(report.chosen()) ? "* " : "  ";
            Holdout holdout = model.holdout();
            lines.add(
                    holdout == null
                            ? mark + pad(name(model.name())) + lang.say("value.problem." + model.problem())
                            : mark
                                    + row(
                                            name(model.name()),
                                            signed(holdout.biasPercent()),
                                            lang.number(holdout.rmse(), 3),
                                            lang.number(holdout.mae(), 3),
                                            lang.share(holdout.aucActive()),
                                            lang.share(holdout.topDecileShare())));
        }
        return lines;
    }

    private List<String> doubts(ValueReport report) {
        List<String> lines = new ArrayList<>();
        if (report.origins().isEmpty()) {
            lines.add(lang.say("value.no_origin"));
        } else {
            lines.add(lang.say("value.chosen_from", report.origins().size(), lang.count(report.chooseDays())));
        }
        if (report.testedDays() < report.horizonDays()) {
            lines.add(lang.say(
                    "value.tested_shorter", lang.count(report.testedDays()), lang.count(report.horizonDays())));
        }
        if (report.season().corrected()) {
            lines.add(lang.say(
                    "value.season",
                    lang.number(report.season().factor(), 2),
                    report.season().years()));
        } else if (report.horizonDays() < 365) {
            lines.add(lang.say("value.no_season"));
        }
        ValueReport.Churn churn = report.churn();
        if (churn != null) {
            lines.add(lang.say(
                    "value.churn",
                    lang.number(100 * gap(churn.setRight()), 0),
                    lang.number(100 * gap(churn.plain()), 0)));
        }
        return lines;
    }

    /// How far the chances of each tenth of the base are from what happened in it, on average.
    private static double gap(ValueReport.Reliability reliability) {
        return reliability.deciles().stream()
                .mapToDouble(decile -> Math.abs(decile.forecast() - decile.actual()))
                .average()
                .orElse(0);
    }

    private String row(String name, String... cells) {
        StringBuilder line = new StringBuilder(pad(name));
        for (String cell : cells) {
            line.append(" ".repeat(Math.max(1, 10 - cell.length()))).append(cell);
        }
        return line.toString();
    }

    private static String pad(String name) {
        return name + " ".repeat(Math.max(1, NAME - name.length()));
    }

    private String name(String code) {
        return lang.word("value.name", code);
    }

    private String signed(double percent) {
        return (percent > 0 ? "+" : "") + lang.number(percent, 1) + " %";
    }

    private String money(double amount) {
        return lang.money(BigDecimal.valueOf(amount));
    }
}
