package io.filon.report.icp;

import io.filon.discovery.lens.LensAttribute;
import io.filon.icp.Bridge;
import io.filon.icp.Gap;
import io.filon.icp.IcpAudit;
import io.filon.icp.claim.Measured;
import io.filon.icp.operating.Advice;
import io.filon.icp.operating.Operating;
import io.filon.icp.propose.Draft;
import io.filon.report.Language;
import io.filon.report.icp.Icp.Said;
import io.filon.report.section.ApartTables;
import io.filon.rule.NamedRule;
import io.filon.rule.read.RuleYaml;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Runs the ICP audit over a store and says it in words.
public final class IcpTables {

    /// A quarter of a year: by then the audience has bought again or not.
    private static final int REVIEW_MONTHS = 3;

    private final Store store;
    private final Settings settings;
    private final Language language;

    public IcpTables(Store store, Settings settings, Language language) {
        this.store = store;
        this.settings = settings;
        this.language = language;
    }

    public Icp icp(List<Persona> personas) {
        return of(new IcpAudit(store, settings, personas).run());
    }

    Icp of(IcpAudit.Result result) {
        LocalDate asOf =
                LocalDate.parse(store.text(Sql.of("select as_of from run")).orElseThrow());
        RuleWords words = new RuleWords(result.rules(), language);
        ClaimTables claims = new ClaimTables(words);
        ServedTables served = new ServedTables(store, language);
        List<Icp.Persona> personas =
                result.realities().stream().map(claims::persona).toList();
        Icp.Ideal attract = ideal(result.attract(), words, result.advice());
        List<Icp.Served> groups = result.served().stream().map(served::served).toList();
        List<Icp.Draft> drafts =
                result.drafts().stream().map(draft -> draft(draft, words)).toList();
        Icp.Board board = new BoardTables(language).board(asOf, personas, result, attract, groups);
        return new Icp(
                asOf,
                asOf.plusMonths(REVIEW_MONTHS),
                personas,
                gap(result.gap()),
                attract,
                ideal(result.grow(), words, List.of()),
                drafts,
                result.bridges().stream().map(bridge -> bridge(bridge, words)).toList(),
                groups,
                board);
    }

    private static Icp.Gap gap(Gap gap) {
        Measured share = gap.uncoveredShare();
        Phrase sentence = share == null
                ? Phrase.of("icp.gap.none")
                : Phrase.of(
                        "icp.gap",
                        Figures.share(share),
                        new Value.Count(gap.uncovered()),
                        new Value.Count(gap.stars()),
                        Figures.money(gap.uncoveredNet()));
        return new Icp.Gap(
                gap.stars(), gap.uncovered(), Figures.figure(share), Figures.figure(gap.uncoveredNet()), sentence);
    }

    private Icp.Ideal ideal(Operating operating, RuleWords words, List<Advice> advice) {
        String state = operating.state().name().toLowerCase(Locale.ROOT);
        List<Icp.Alternative> groups = operating.groups().stream()
                .map(group -> new Icp.Alternative(
                        group.rest()
                                ? language.say("icp.rest", words.lens(group.rule(), operating))
                                : words.lens(group.rule(), operating),
                        group.customers(),
                        Figures.figure(group.net())))
                .toList();
        return new Icp.Ideal(
                operating.lens(),
                state,
                summary(operating, state),
                operating.groups().isEmpty() ? "" : RuleYaml.print(new NamedRule("ICP", operating.rule())),
                operating.windowDays(),
                operating.customers(),
                operating.checked(),
                operating.share(),
                Figures.figure(operating.inside()),
                Figures.figure(operating.everybody()),
                Figures.figure(operating.personas()),
                Figures.figure(operating.overAll()),
                Figures.figure(operating.overPersonas()),
                groups,
                operating.start(),
                operating.weights().stream().map(this::weight).toList(),
                operating.curve().stream()
                        .map(point -> new Icp.CurvePoint(
                                point.share(), Figures.known(point.net()), Figures.figure(point.netShare())))
                        .toList(),
                advice(groups, advice));
    }

    private static Phrase summary(Operating operating, String state) {
        boolean few = operating.groups().isEmpty();
        return Phrase.of(
                "icp.ideal." + state,
                Figures.money(operating.inside()),
                Figures.money(operating.everybody()),
                Figures.money(operating.personas()),
                new Value.Count(few ? operating.customers() : operating.windowDays()),
                new Value.Count(operating.checked()),
                new Value.Share(operating.share()),
                Figures.money(operating.overAll()));
    }

    private static List<Said> advice(List<Icp.Alternative> groups, List<Advice> advice) {
        List<Said> said = new ArrayList<>();
        for (Advice one : advice) {
            Value value = one.spoken()
                    ? new Value.Word("icp.value." + one.value())
                    : ApartTables.value(one.attribute(), false, one.value(), false);
            said.add(new Said(Phrase.of(
                    "icp.advice." + one.aspect(),
                    new Value.Said(Phrase.of("icp.attribute." + one.attribute(), value)),
                    Figures.share(one.inside()),
                    new Value.Share(one.all()))));
        }
        groups.stream()
                .findFirst()
                .ifPresent(
                        group -> said.add(new Said(Phrase.of("icp.advice.message", new Value.Name(group.sentence())))));
        return said;
    }

    private Icp.Weight weight(Operating.Weight weight) {
        String value = switch (weight.kind()) {
            case "is" -> weight.value();
            case "at_most" -> "≤ " + language.number(weight.high(), 2);
            case "above" -> "> " + language.number(weight.low(), 2);
            default -> language.number(weight.low(), 2) + " – " + language.number(weight.high(), 2);
        };
        LensAttribute of = weight.of();
        boolean spoken = of.spoken() && weight.kind().equals("is");
        return new Icp.Weight(of.fact(), ApartTables.label(of.attribute(), of.named(), value, spoken), weight.points());
    }

    private static Icp.Draft draft(Draft draft, RuleWords words) {
        Measured times = draft.lift() == null ? null : draft.lift().times();
        return new Icp.Draft(
                draft.name(),
                draft.usable() ? words.persona(draft.rule()) : "",
                draft.origin(),
                draft.usable(),
                draft.customers(),
                draft.stars(),
                Figures.figure(times),
                Figures.figure(draft.net()),
                draft.yaml());
    }

    private static Said bridge(Bridge bridge, RuleWords words) {
        @Nullable Measured gain = bridge.gain();
        return new Said(Phrase.of(
                "icp.bridge." + bridge.crossing().name().toLowerCase(Locale.ROOT),
                new Value.Name(bridge.name()),
                new Value.Name(words.persona(bridge.missing())),
                Figures.money(bridge.net()),
                new Value.Count(bridge.customers()),
                Figures.money(bridge.usual()),
                Figures.money(gain)));
    }
}
