package io.filon.report.icp;

import io.filon.icp.Bridge;
import io.filon.icp.IcpAudit;
import io.filon.icp.operating.Operating;
import io.filon.icp.propose.Draft;
import io.filon.report.Language;
import io.filon.report.icp.Icp.Said;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The one page for the board: the three contradictions with most money behind them, and three decisions.
final class BoardTables {

    private static final int THREE = 3;

    private final Language language;

    BoardTables(Language language) {
        this.language = language;
    }

    Icp.Board board(
            LocalDate asOf,
            List<Icp.Persona> personas,
            IcpAudit.Result result,
            Icp.Ideal attract,
            List<Icp.Served> served) {
        return new Icp.Board(
                Phrase.of("icp.board.title", new Value.Day(asOf)),
                contradictions(personas),
                decisions(personas, result, attract, served));
    }

    private List<Said> contradictions(List<Icp.Persona> personas) {
        Set<String> said = new HashSet<>();
        return personas.stream()
                .flatMap(persona -> persona.contradictions().stream())
                .sorted(Comparator.comparingDouble(BoardTables::stake).reversed())
                .filter(claim -> !claim.kind().equals("trait") || said.add(language.say(claim.subject())))
                .limit(THREE)
                .map(claim -> new Said(claim.sentence()))
                .toList();
    }

    private static double stake(Icp.Believed claim) {
        Icp.Figure money = claim.money();
        return money == null ? 0 : money.value();
    }

    private static List<Said> decisions(
            List<Icp.Persona> personas, IcpAudit.Result result, Icp.Ideal attract, List<Icp.Served> served) {
        List<Said> decisions = new ArrayList<>();
        redirect(personas, result.attract(), attract).ifPresent(decisions::add);
        result.drafts().stream()
                .filter(Draft::usable)
                .findFirst()
                .ifPresent(draft -> decisions.add(new Said(Phrase.of(
                        "icp.decision.adopt", new Value.Name(draft.name()), new Value.Count(draft.stars())))));
        served.stream()
                .filter(Icp.Served::loses)
                .findFirst()
                .ifPresent(group -> decisions.add(new Said(Phrase.of(
                        "icp.decision.bad_fit",
                        new Value.Said(group.name()),
                        new Value.Count(group.customers()),
                        total(group)))));
        result.bridges().stream()
                .filter(bridge -> bridge.crossing() == Bridge.Crossing.NOT_WORTH)
                .forEach(bridge ->
                        decisions.add(new Said(Phrase.of("icp.decision.bridge", new Value.Name(bridge.name())))));
        personas.stream()
                .flatMap(persona -> persona.claims().stream())
                .filter(claim -> claim.verdict().equals("unmeasured"))
                .forEach(claim -> decisions.add(new Said(Phrase.of(
                        "icp.decision.collect", new Value.Name(claim.persona()), new Value.Said(claim.subject())))));
        return decisions.stream().limit(THREE).toList();
    }

    private static Optional<Said> redirect(List<Icp.Persona> personas, Operating operating, Icp.Ideal attract) {
        if (operating.overPersonas() == null
                || operating.overPersonas().low() <= 0
                || attract.groups().isEmpty()) {
            return Optional.empty();
        }
        return personas.stream()
                .max(Comparator.comparingDouble(BoardTables::effort))
                .map(persona -> new Said(Phrase.of(
                        "icp.decision.redirect",
                        new Value.Name(persona.name()),
                        new Value.Name(attract.groups().getFirst().sentence()),
                        Figures.money(Objects.requireNonNull(operating.overPersonas())))));
    }

    private static double effort(Icp.Persona persona) {
        return persona.budgetShare() != null
                ? persona.budgetShare()
                : persona.spentShare() != null ? persona.spentShare() : 0;
    }

    private static Value total(Icp.Served group) {
        Icp.Figure total = group.total();
        return new Value.Said(Phrase.of(
                "icp.range", Figures.amount(total.value()), Figures.amount(total.low()), Figures.amount(total.high())));
    }
}
