package io.filon.report.html;

import io.filon.niche.Criterion;
import io.filon.niche.Figure;
import io.filon.niche.Niche;
import io.filon.niche.Niches;
import io.filon.niche.Range;
import io.filon.niche.path.ExpansionPath;
import io.filon.niche.path.ExpansionPath.Step;
import io.filon.niche.path.Neighbour;
import io.filon.report.Language;
import io.filon.report.market.MarketWords;
import io.filon.report.niche.NicheReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the section on niches says easier in Java than in a template, and what its charts draw.
public record NicheView(NicheReport report, Language lang) {

    private static final int SHOWN = 8;
    private static final int DETAILED = 5;

    /// A figure of a niche, as people read it; `range`, `origin` and `points` are empty where it cannot be known.
    public record Line(String name, String value, String range, String origin, String points) {}

    /// A share with its bar.
    public record Part(String label, double share, String said) {}

    /// @param apart how unlike the first niche it is, 0..1
    record Spot(int place, String label, double apart, double gain, double customers, String said) {}

    /// @param low,high months
    record Span(String label, double low, double high, String text) {}

    /// @param map   the niches with something to gain, best first
    /// @param order places in `map` of the niches taken one after the other
    /// @param path  when each is taken
    record Charts(List<Spot> map, List<Integer> order, List<Span> path) {
        static final Charts NONE = new Charts(List.of(), List.of(), List.of());
    }

    static Charts charts(@Nullable NicheReport report, Language lang) {
        return report == null ? Charts.NONE : new NicheView(report, lang).charts();
    }

    private Niches found() {
        return report.found();
    }

    public List<Niche> niches() {
        return found().niches().stream().limit(SHOWN).toList();
    }

    public List<Niche> detailed() {
        return found().niches().stream().limit(DETAILED).toList();
    }

    public String name(Niche niche) {
        return niche.name().in(lang.locale());
    }

    public String name(String key) {
        return found().niche(key)
                .map(this::name)
                .orElseGet(() -> found().leftOut().stream()
                        .filter(out -> out.key().equals(key))
                        .map(out -> out.name().in(lang.locale()))
                        .findFirst()
                        .orElse(key));
    }

    public String money(double amount) {
        return lang.money(NicheReport.rounded(amount));
    }

    public String between(Range range) {
        return range.low() == range.high()
                ? ""
                : lang.say("page.market.between", money(range.low()), money(range.high()));
    }

    public String count(double customers) {
        return lang.number(customers, customers < 10 ? 1 : 0);
    }

    /// Of whom it could have at the end, how many it has.
    public String dominance(Niche niche) {
        Range share = niche.share().ofWinnable();
        return share == null ? lang.unknown() : lang.share(share.value());
    }

    public List<Line> figures(Niche niche) {
        List<Line> lines = new ArrayList<>();
        for (Criterion criterion : Criterion.values()) {
            Figure figure = niche.figures().get(criterion);
            if (figure != null) {
                lines.add(line(criterion, figure, niche.points().get(criterion)));
            }
        }
        return lines;
    }

    private Line line(Criterion criterion, Figure figure, @Nullable Double points) {
        String name = lang.word("niche.criterion", criterion.name().toLowerCase(Locale.ROOT));
        Range range = figure.range();
        return range == null
                ? new Line(name, lang.say("niche.why." + figure.why(), figure.cases()), "", "", "")
                : new Line(
                        name,
                        number(criterion, range.value()),
                        lang.say(
                                "page.market.between", number(criterion, range.low()), number(criterion, range.high())),
                        lang.word("market.origin", figure.origin()),
                        points == null ? "" : lang.number(points, 0));
    }

    private String number(Criterion criterion, double value) {
        return switch (criterion) {
            case VALUE, SERVICE, EFFORT -> money(value);
            case SIZE -> count(value);
            case PAYBACK -> lang.number(value, 1);
            case WIN_RATE, RETENTION, REFERRAL, JOB -> lang.share(value);
        };
    }

    /// The first niche's shares beside that of the whole market; empty where nobody counted.
    public List<Part> shares() {
        List<Part> parts = new ArrayList<>();
        found().leader().ifPresent(leader -> {
            Range winnable = leader.share().ofWinnable();
            Double there = leader.share().ofAll();
            Double market = found().market().ofAll();
            if (winnable != null && there != null && market != null) {
                parts.add(part("page.niche.share.winnable", winnable.value(), leader));
                parts.add(part("page.niche.share.there", there, leader));
                parts.add(part("page.niche.share.market", market, leader));
            }
        });
        return parts;
    }

    private Part part(String key, double share, Niche niche) {
        return new Part(lang.say(key, name(niche)), share, new MarketWords(lang).penetration(share));
    }

    public boolean drawsMap() {
        return charts().map.size() > 1;
    }

    public List<Step> steps() {
        ExpansionPath path = found().path();
        return path == null ? List.of() : path.steps();
    }

    public String step(Step step) {
        return lang.say(
                        step.reached() ? "page.niche.step" : "page.niche.step.cut",
                        count(step.newCustomers()),
                        money(step.worth()),
                        lang.share(ExpansionPath.ENOUGH),
                        step.endsAt())
                + (step.nearest().isEmpty()
                        ? ""
                        : " " + lang.say("page.niche.step.near", name(step.nearest()), lang.share(step.near())));
    }

    /// Who goes on from one niche to another more than chance would have it.
    public List<String> moves() {
        Set<List<Object>> said = new HashSet<>(); // the strongest of those with the same two things
        return found().neighbours().stream()
                .filter(Neighbour::goesOn)
                .sorted(Comparator.comparingDouble((Neighbour near) -> near.moved() == null ? 0 : -near.moved()))
                .filter(near -> said.add(List.of(String.valueOf(near.fromThing()), String.valueOf(near.toThing()))))
                .limit(SHOWN)
                .map(near -> lang.capital(lang.say(
                        "niche.move",
                        name(near.from()),
                        name(near.to()),
                        near.moves(),
                        lang.number(near.byChance(), 0))))
                .toList();
    }

    private Charts charts() {
        List<Niche> drawn =
                niches().stream().filter(niche -> niche.gain().value() > 0).toList();
        List<Spot> map = IntStream.range(0, drawn.size())
                .mapToObj(i -> spot(i, drawn.get(i), drawn.getFirst()))
                .toList();
        List<String> keys = drawn.stream().map(Niche::key).toList();
        return new Charts(
                map.size() < 2 ? List.of() : map,
                steps().stream()
                        .map(step -> keys.indexOf(step.niche()))
                        .filter(place -> place >= 0)
                        .toList(),
                steps().stream()
                        .map(step -> new Span(
                                name(step.niche()),
                                step.afterMonths(),
                                step.afterMonths() + step.months(),
                                lang.say(
                                        "page.niche.span",
                                        lang.number(step.afterMonths(), 1),
                                        lang.number(step.afterMonths() + step.months(), 1),
                                        money(step.worth()))))
                        .toList());
    }

    private Spot spot(int i, Niche niche, Niche leader) {
        return new Spot(
                i + 1,
                name(niche),
                i == 0 ? 0 : 1 - near(leader.key(), niche.key()),
                niche.gain().value(),
                niche.newCustomers().value(),
                lang.say(
                        "page.niche.spot",
                        money(niche.gain().value()),
                        count(niche.newCustomers().value()),
                        lang.share(niche.firstChance())));
    }

    private double near(String one, String other) {
        return found().neighbours().stream()
                .filter(near -> near.from().equals(one) && near.to().equals(other))
                .mapToDouble(Neighbour::near)
                .findFirst()
                .orElse(0);
    }
}
