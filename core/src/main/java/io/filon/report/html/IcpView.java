package io.filon.report.html;

import io.filon.report.Language;
import io.filon.report.icp.Icp;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the section on personas says easier in Java than in a template.
public record IcpView(Language lang) {

    private static final int WEIGHTS_SHOWN = 5;
    private static final int PARTS_SHOWN = 3;
    private static final int CONTRADICTIONS_DRAWN = 10;

    /// A bar of a persona: a share, declared or measured.
    ///
    /// @param range in words; empty where the figure is a count or a declaration
    public record Bar(String label, double share, boolean declared, String range) {}

    /// A fact of the score with what each value gives.
    public record Fact(String fact, List<Icp.Weight> values) {}

    /// The bars of a persona; only what is known.
    public List<Bar> bars(Icp.Persona persona) {
        List<Bar> bars = new ArrayList<>();
        plain(bars, "budget", persona.budgetShare(), true);
        plain(bars, "spent", persona.spentShare(), false);
        measured(bars, "customers", persona.customersShare());
        measured(bars, "stars", persona.starsShare());
        measured(bars, "revenue", persona.revenueShare());
        measured(bars, "contribution", persona.contributionShare());
        return bars;
    }

    private void plain(List<Bar> bars, String key, @Nullable Double share, boolean declared) {
        if (share != null) {
            bars.add(new Bar(lang.say("page.icp.bars." + key), share, declared, ""));
        }
    }

    private void measured(List<Bar> bars, String key, Icp.@Nullable Figure figure) {
        if (figure != null) {
            bars.add(new Bar(
                    lang.say("page.icp.bars." + key),
                    figure.value(),
                    false,
                    lang.say("page.icp.range", lang.share(figure.low()), lang.share(figure.high()))));
        }
    }

    /// What the data say of a claim, in its unit.
    public String measured(Icp.Believed claim) {
        Icp.Figure figure = claim.measured();
        if (figure == null) {
            return lang.say(claim.next());
        }
        return switch (claim.kind()) {
            case "trait" -> lang.say("page.icp.times", numbers(figure));
            case "net_per_customer", "revenue_per_customer" -> money(figure);
            case "orders_per_year", "days_between_orders" -> numbers(figure);
            default -> shares(figure);
        };
    }

    /// Star customers beside all.
    public String starsAndAll(Icp.Believed claim) {
        Icp.Figure stars = claim.starsShare();
        Double all = claim.allShare();
        return stars == null || all == null ? "–" : shares(stars) + " / " + lang.share(all);
    }

    /// The verdict, and what it would take where there is none.
    public String verdict(Icp.Believed claim) {
        String verdict = lang.say("page.icp.verdict." + claim.verdict());
        return claim.needed() > 0 && claim.needed() < 1_000_000
                ? verdict + " (" + lang.say("page.icp.needed", lang.count(rounded(claim.needed()))) + ")"
                : verdict;
    }

    /// Claims that do not hold, by the money at stake.
    List<BehaviourCharts.Bar> contradictions(Icp icp) {
        return icp.personas().stream()
                .flatMap(persona -> persona.contradictions().stream())
                .filter(claim -> claim.money() != null)
                .sorted(Comparator.comparingDouble(IcpView::stake).reversed())
                .limit(CONTRADICTIONS_DRAWN)
                .map(claim -> new BehaviourCharts.Bar(
                        claim.persona() + ": " + lang.say(claim.subject()),
                        stake(claim),
                        stake(claim),
                        stake(claim),
                        money(claim.money()),
                        money(stake(claim))))
                .toList();
    }

    /// Whether there is a contradiction with money behind it to draw.
    public boolean contradicts(Icp icp) {
        return !contradictions(icp).isEmpty();
    }

    private static double stake(Icp.Believed claim) {
        Icp.Figure money = claim.money();
        return money == null ? 0 : money.value();
    }

    private static long rounded(long count) {
        long unit = (long) Math.pow(10, Math.max(0, Long.toString(count).length() - 2));
        return Math.round((double) count / unit) * unit;
    }

    /// What still counts as right; empty where nothing is compared.
    public String tolerance(Icp.Believed claim) {
        Double low = claim.toleranceLow();
        Double high = claim.toleranceHigh();
        if (low == null || high == null) {
            return "";
        }
        return switch (claim.kind()) {
            case "net_per_customer", "revenue_per_customer" -> lang.say("page.icp.tolerance", money(low), money(high));
            case "orders_per_year", "days_between_orders" ->
                lang.say("page.icp.tolerance", lang.number(low, 1), lang.number(high, 1));
            default -> lang.say("page.icp.tolerance", lang.share(Math.max(0, low)), lang.share(Math.min(1, high)));
        };
    }

    public String money(Icp.@Nullable Figure figure) {
        return figure == null
                ? lang.say("icp.few")
                : lang.say("icp.range", money(figure.value()), money(figure.low()), money(figure.high()));
    }

    public String money(double amount) {
        return lang.money(BigDecimal.valueOf(amount));
    }

    public String between(Icp.Figure figure) {
        return lang.say("page.icp.range", money(figure.low()), money(figure.high()));
    }

    public String shares(Icp.Figure figure) {
        return lang.say("icp.range", lang.share(figure.value()), lang.share(figure.low()), lang.share(figure.high()));
    }

    public String numbers(Icp.Figure figure) {
        return lang.say(
                "icp.range",
                lang.number(figure.value(), 1),
                lang.number(figure.low(), 1),
                lang.number(figure.high(), 1));
    }

    public String draftTimes(Icp.Draft draft) {
        Icp.Figure times = draft.times();
        return times == null
                ? ""
                : lang.say(
                        "page.icp.draft.times",
                        lang.number(times.value(), 1),
                        lang.number(times.low(), 1),
                        lang.number(times.high(), 1),
                        money(draft.net()));
    }

    /// The facts that move the score most, and their strongest values.
    public List<Fact> weights(Icp.Ideal ideal) {
        return ideal.weights().stream().collect(Collectors.groupingBy(Icp.Weight::fact)).entrySet().stream()
                .map(each -> new Fact(
                        each.getKey(),
                        each.getValue().stream()
                                .sorted(Comparator.comparingDouble(Icp.Weight::points)
                                        .reversed())
                                .limit(WEIGHTS_SHOWN)
                                .toList()))
                .sorted(Comparator.comparingDouble(
                                (Fact fact) -> -fact.values().getFirst().points())
                        .thenComparing(Fact::fact))
                .toList();
    }

    /// What serving a group takes, largest first.
    public String most(Icp.Served group) {
        return group.parts().stream()
                .limit(PARTS_SHOWN)
                .map(part -> lang.say("icp.cost." + part.cost()) + " " + money(part.amount())
                        + (part.declared() ? " (" + lang.say("page.icp.served.declared") + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    /// How content they are, how often they ask, how many did not buy again.
    public String after(Icp.Served group) {
        return lang.say(
                "page.icp.served.of_all",
                lang.share(group.satisfaction()),
                lang.number(group.tickets(), 2),
                shares(group.gone()),
                lang.share(group.goneOfAll()));
    }
}
