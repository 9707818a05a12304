package io.filon.report.terminal;

import io.filon.report.Audit;
import io.filon.report.Language;
import io.filon.report.change.Change;
import io.filon.report.terminal.TerminalLines.Line;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The audit on one screen of a terminal: what to do first, told in full, then the totals in lines of about 80 columns.
///
/// Without colour the text holds no control characters, so it can be piped and compared.
public final class TerminalReport {

    /// Rungs worth a place on one line.
    private static final List<String> RUNGS = List.of("net_sales", "gross_margin", "contribution", "net");

    private final Language lang;
    private final TerminalLines lines;

    /// @param colour whether the terminal shows colours; false when the output is not a terminal
    public TerminalReport(Language language, boolean colour) {
        this.lang = language;
        this.lines = new TerminalLines(colour);
    }

    /// @param written the files the run left, named in the last line
    public String write(Audit audit, List<Path> written) {
        List<Line> totals = totals(audit);
        if (!written.isEmpty()) {
            totals.addAll(lines.wrapped(lang.say(
                    "terminal.written",
                    String.join(", ", written.stream().map(Path::toString).toList()))));
        }
        List<Line> screen = new ArrayList<>(List.of(title(audit)));
        screen.addAll(findings(audit));
        screen.addAll(totals);
        return lines.print(screen);
    }

    private Line title(Audit audit) {
        String company = audit.company().isBlank() ? "Filón" : audit.company();
        return lines.strong(lang.say("terminal.title", company, lang.date(audit.asOf()), audit.currency()));
    }

    private List<Line> findings(Audit audit) {
        List<Line> result = new ArrayList<>();
        int number = 0;
        for (Audit.Finding finding : audit.findings()) {
            number++;
            result.addAll(lines.finding(number, lang.say(finding.sentence())));
            if (audit.change() == null) { // what changed since an earlier audit takes this line's place on the screen
                result.addAll(lines.indented(lang.capital(lang.say(finding.certainty())) + "."));
            }
            result.addAll(lines.indented("→ " + advice(finding)));
        }
        return result.isEmpty() ? lines.wrapped(lang.say("terminal.no_findings")) : result;
    }

    private String advice(Audit.Finding finding) {
        String next = lang.say(finding.nextStep());
        return finding.list().isEmpty()
                ? next
                : next.replaceFirst("\\.$", "") + " (" + lang.say("terminal.list", finding.list()) + ").";
    }

    private List<Line> totals(Audit audit) {
        List<Line> result = new ArrayList<>();
        Audit.Base base = audit.base();
        result.addAll(lines.wrapped(
                base.orders() > 0
                        ? lang.say("terminal.base", base.buyers(), base.orders(), lang.money(base.revenue()))
                        : lang.capital(others(base))));
        if (base.hasPurchases()) {
            result.addAll(lines.wrapped(ladder(audit)));
            result.addAll(lines.wrapped(whale(audit)));
            result.addAll(lines.wrapped(stars(audit.stars())));
            if (!audit.hidden().lenses().isEmpty()) {
                result.addAll(lines.wrapped(HiddenLine.of(audit.hidden(), lang)));
            }
            if (audit.icp() != null) {
                result.addAll(lines.wrapped(IcpLine.of(audit.icp(), lang)));
            }
            if (!audit.lifecycle().isEmpty()) {
                result.addAll(lines.wrapped(
                        lang.say("terminal.lifecycle", audit.stars().windowDays())));
            }
            result.addAll(
                    lines.columns(audit.lifecycle().stream().map(this::stage).toList()));
        }
        if (audit.behaviour().tells()) {
            result.addAll(lines.wrapped(BehaviourLine.of(audit.behaviour(), lang)));
        }
        if (audit.market() != null && audit.change() == null) {
            result.addAll(lines.wrapped(MarketLine.of(audit.market(), lang)));
            if (audit.niches() != null) {
                result.addAll(lines.wrapped(NicheLine.of(audit.niches(), lang)));
            }
        }
        Change change = audit.change();
        if (change != null) {
            result.addAll(lines.wrapped(ChangeLine.of(change, lang)));
        }
        result.addAll(lines.wrapped(doubts(audit)));
        return result;
    }

    private String ladder(Audit audit) {
        return lang.capital(String.join(
                " → ",
                audit.ladder().stream()
                        .filter(step -> RUNGS.contains(step.step()))
                        .map(step -> rung(step.step()) + " " + lang.money(step.amount()))
                        .toList()));
    }

    private String rung(String step) {
        return step.equals("net") ? lang.say("terminal.net") : lang.word("step", step);
    }

    private String whale(Audit audit) {
        Audit.WhaleCurve curve = audit.whaleCurve();
        if (curve.why() != null) {
            return lang.say(curve.why());
        }
        return curve.lossMakingBuyers() == 0
                ? lang.say("terminal.whale.no_losses", lang.share(curve.topTenthNetShare()))
                : lang.say(
                        "terminal.whale",
                        lang.share(curve.topTenthNetShare()),
                        curve.lossMakingBuyers(),
                        lang.money(curve.destroyedByTail()));
    }

    private String stars(Audit.Stars stars) {
        return stars.why() != null
                ? lang.say(stars.why())
                : lang.say(
                        "terminal.stars",
                        stars.customers(),
                        stars.candidates(),
                        lang.money(stars.net()),
                        lang.share(stars.netShare()));
    }

    private TerminalLines.Bar stage(Audit.Stage stage) {
        BigDecimal stake = stage.netLastActiveYear();
        return new TerminalLines.Bar(
                lang.word("terminal.stage", stage.stage()), lang.count(stage.customers()), stake, lang.money(stake));
    }

    private String others(Audit.Base base) {
        List<String> parts = new ArrayList<>();
        parts.add(lang.say("page.read.customers", base.customers()));
        if (base.deals() > 0) {
            parts.add(lang.say("page.read.deals", base.deals(), base.dealsWon(), lang.money(base.wonValue())));
        }
        if (base.leads() > 0) {
            parts.add(lang.say("page.read.leads", base.leads()));
        }
        if (base.events() > 0) {
            parts.add(lang.say("page.read.events", base.events()));
        }
        return String.join(" · ", parts);
    }

    private String doubts(Audit audit) {
        long grave =
                audit.doubts().stream().filter(doubt -> doubt.severity() == 1).count();
        long rejected =
                audit.sources().stream().mapToLong(Audit.Source::rowsRejected).sum();
        String doubts = switch (audit.doubts().size()) {
            case 0 -> lang.say("terminal.no_doubts");
            case 1 -> lang.say("terminal.doubt", grave);
            default -> lang.say("terminal.doubts", audit.doubts().size(), grave);
        };
        return rejected == 0 ? doubts : doubts + " " + lang.say("terminal.rejected", rejected);
    }
}
