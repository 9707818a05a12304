package io.filon.report.value;

import io.filon.report.Language;
import io.filon.value.contract.Contract;
import io.filon.value.contract.Contracts;
import io.filon.value.contract.Term;
import io.filon.value.contract.Term.Outlook;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// What contracts will bring, in the reader's words: how many stay after each renewal, and what those running will be
/// charged.
public final class ContractText {

    private static final List<Integer> SHOWN = List.of(1, 2, 3, 6, 12, 24, 36);

    private final Language lang;

    public ContractText(Language language) {
        this.lang = language;
    }

    /// Empty without contracts.
    public String write(Contracts contracts) {
        List<String> lines = new ArrayList<>();
        for (Term term : contracts.terms()) {
            lines.add("");
            lines.addAll(lines(ContractReport.of(term), contracts.horizonDays()));
        }
        if (!lines.isEmpty()) {
            lines.add(lang.say("contract.beside"));
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private List<String> lines(ContractReport report, int horizonDays) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say(
                "contract.title",
                lang.count(report.periodDays()),
                lang.count(report.contracts()),
                lang.count(report.running()),
                lang.count(report.ended())));
        for (ContractReport.Kept kept : report.retention()) {
            if (SHOWN.contains(kept.renewal()) && (kept.seen() != null || kept.learnt() != null)) {
                lines.add("  " + kept(kept));
            }
        }
        if (report.value() == null || report.low() == null || report.high() == null) {
            lines.add(lang.say("contract.problem." + report.problem()));
            return lines;
        }
        lines.add(lang.say(
                "contract.total",
                lang.count(horizonDays),
                money(report.value()),
                money(report.low()),
                money(report.high())));
        if (report.unstated() > 0) {
            lines.add(lang.say("contract.unstated", report.unstated()));
        }
        return lines;
    }

    private String kept(ContractReport.Kept kept) {
        Double seen = kept.seen();
        Double learnt = kept.learnt();
        if (seen == null) {
            return lang.say("contract.kept.learnt", kept.renewal(), lang.share(learnt == null ? 0 : learnt));
        }
        return learnt == null
                ? lang.say("contract.kept.seen", kept.renewal(), lang.share(seen))
                : lang.say("contract.kept", kept.renewal(), lang.share(seen), lang.share(learnt));
    }

    /// The arithmetic of one customer's running contracts; empty when there are none.
    public String of(String customer, Contracts contracts) {
        List<String> lines = new ArrayList<>();
        for (Term term : contracts.terms()) {
            for (Outlook outlook : term.outlooks()) {
                if (outlook.contract().customerId().equals(customer)) {
                    lines.add(line(outlook, term.periods(), contracts.horizonDays()));
                }
            }
        }
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private String line(Outlook outlook, int periods, int horizonDays) {
        Contract contract = outlook.contract();
        if (contract.endsOn() != null) {
            return lang.say(
                    "contract.customer.ends",
                    contract.subscriptionId(),
                    lang.date(contract.endsOn()),
                    lang.number(outlook.expected(), 0),
                    amount(outlook.value()));
        }
        return lang.say(
                "contract.customer",
                contract.subscriptionId(),
                contract.renewals(),
                lang.share(outlook.renewal()),
                lang.count(horizonDays),
                lang.number(outlook.expected(), 1),
                lang.count(periods),
                amount(contract.amount() == null ? Double.NaN : contract.amount()),
                amount(outlook.value()),
                amount(outlook.low()),
                amount(outlook.high()));
    }

    private String amount(double amount) {
        return Double.isFinite(amount) ? lang.exactMoney(BigDecimal.valueOf(amount)) : "–";
    }

    private String money(double amount) {
        return lang.money(BigDecimal.valueOf(amount));
    }
}
