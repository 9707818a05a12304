package io.filon.report.priority;

import io.filon.report.Language;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The cells of the matrix in words, alike on page and terminal.
public record PriorityWords(Language lang) {

    /// A return beyond which the exact percentage says nothing.
    private static final double ENDLESS = 1000;

    /// *Esfuerzo requerido*: the method's word, and what a contact costs.
    public String effort(Priority.Line line) {
        return lang.say(
                "priority.effort",
                lang.word("priority.effort", line.effort()),
                lang.exactMoney(line.contactCost()),
                lang.word("priority.cost", line.costOrigin()));
    }

    /// *Potencial de ingreso*: the method's word where it has one, and the sales expected.
    public String potential(Priority.Line line) {
        String sales = lang.money(line.potential());
        return line.methodPotential().isEmpty()
                ? sales
                : lang.say("priority.potential", lang.word("priority.potential", line.methodPotential()), sales);
    }

    /// What of the potential is left before the contacts are paid.
    public String margin(Priority.Line line) {
        return lang.say("priority.margin", lang.money(line.potentialMargin()));
    }

    /// *ROI esperado* with its range.
    public String roi(Priority.Line line) {
        return lang.say(
                "priority.range",
                share(line.roi().value()),
                share(line.roi().low()),
                share(line.roi().high()));
    }

    /// What the method says of it; empty where it says nothing.
    public String method(Priority.Line line) {
        Double roi = line.methodRoi();
        return roi == null ? "" : lang.say("priority.method", lang.share(roi), String.valueOf(line.methodRank()));
    }

    public String range(Priority.Amount amount) {
        return lang.say(
                "priority.range", lang.money(amount.value()), lang.money(amount.low()), lang.money(amount.high()));
    }

    /// *Respuesta bruta*, who would have bought anyway included; empty where nobody was contacted.
    public String gross(Priority.Line line) {
        Double rate = line.grossRate();
        return rate == null ? "" : lang.say("priority.gross", lang.share(rate), line.grossContacts());
    }

    /// What stands behind a line: method, gross response, test, sensitivity, and where measurement and method
    /// differ.
    public List<String> details(Priority.Line line) {
        List<String> details = new ArrayList<>();
        Phrase differs = line.differs();
        if (differs != null) {
            details.add(lang.say(differs));
        }
        for (String said : List.of(method(line), gross(line))) {
            if (!said.isEmpty()) {
                details.add(said);
            }
        }
        details.add(lang.say(line.sensitivity()));
        details.add(lang.say(line.settle()));
        if (line.letGo()) {
            details.add(lang.say("priority.let_go", lang.share(line.payingChance())));
        }
        return details;
    }

    /// Who sleeps, in one line.
    public String dormant(Priority.Dormant dormant) {
        BigDecimal expected = dormant.expectedEach();
        return lang.say(
                expected == null ? "priority.dormant.line.unknown" : "priority.dormant.line",
                lang.capital(lang.word("lifecycle", dormant.stage())),
                lang.word("priority.chance", dormant.chance()),
                dormant.customers(),
                lang.money(dormant.pastEach()),
                lang.share(dormant.buyingChance()),
                lang.money(expected),
                lang.say(dormant.action()));
    }

    private String share(double value) {
        return Math.abs(value) < ENDLESS
                ? lang.share(value)
                : lang.say("priority.times", lang.count(Math.round(value)));
    }
}
