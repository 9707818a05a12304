package io.filon.report.html;

import io.filon.market.Found;
import io.filon.market.size.Sizing;
import io.filon.market.size.Sizing.Range;
import io.filon.report.Language;
import io.filon.report.market.MarketReport;
import io.filon.report.market.MarketWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the section on the market says easier in Java than in a template, and what its charts draw.
public record MarketView(MarketReport report, Language lang) {

    private static final int GROUPS_DRAWN = 15;

    /// One of the three sizes, with how it is worked out.
    public record Size(String name, Range range, String formula) {}

    /// A number used: what it is, between what it lies, who says so and where.
    public record Used(String name, String value, String range, String origin, String source) {}

    /// A bar from one amount to another.
    ///
    /// @param text what it says when pointed at
    /// @param brief what is written beside it
    public record Influence(String label, double low, double high, String text, String brief) {}

    /// @param likely     what is obtained when every number is what is most likely; null where nothing moves it
    /// @param influences largest first
    /// @param groups     most customers of a hundred first
    record Charts(
            List<Drawn> sizes, @Nullable Double likely, List<Influence> influences, List<BehaviourCharts.Bar> groups) {

        static final Charts NONE = new Charts(List.of(), null, List.of(), List.of());
    }

    /// @param between the range in words; empty where nothing is in doubt
    record Drawn(String label, double value, String said, String between) {}

    static Charts charts(@Nullable MarketReport report, Language lang) {
        return report == null ? Charts.NONE : new MarketView(report, lang).charts();
    }

    private Charts charts() {
        Sizing.Result result = found().result();
        return new Charts(
                sizes().stream()
                        .map(size -> new Drawn(
                                size.name, size.range.middle(), words().money(size.range.middle()), between(size)))
                        .toList(),
                result == null ? null : result.likely(),
                influences(),
                drawnGroups());
    }

    private Found found() {
        return report.market();
    }

    public MarketWords words() {
        return new MarketWords(lang);
    }

    /// The whole market, what of it can be served and what can be won; only what is known.
    public List<Size> sizes() {
        Sizing.Result result = found().result();
        List<Size> sizes = new ArrayList<>();
        if (result != null) {
            sizes.add(size("total", result.total()));
            sizes.add(size("available", result.available()));
            if (found().canWin()) {
                sizes.add(size("obtainable", result.obtainable()));
            }
        }
        return sizes;
    }

    private Size size(String name, Range range) {
        return new Size(
                lang.say("page.market.size." + name),
                range,
                lang.say("page.market.formula." + name, lang.count(found().draws())));
    }

    public String between(Size size) {
        Range range = size.range;
        return range.low() == range.high()
                ? ""
                : lang.say("page.market.between", words().money(range.low()), words().money(range.high()));
    }

    /// The numbers used; what nobody said is told in sentences and left out.
    public List<Used> numbers() {
        MarketWords words = words();
        List<Used> numbers = new ArrayList<>();
        found().inputs().forEach((name, input) -> {
            if (!found().unsaid().contains(name)) {
                numbers.add(new Used(
                        words.name(name),
                        words.number(name, input.value()),
                        input.isCertain()
                                ? ""
                                : lang.say(
                                        "page.market.between",
                                        words.number(name, input.low()),
                                        words.number(name, input.high())),
                        words.origin(input),
                        input.source()));
            }
        });
        return numbers;
    }

    public List<Influence> influences() {
        Sizing.Result result = found().result();
        if (result == null || !found().canWin()) {
            return List.of();
        }
        MarketWords words = words();
        return result.influences().stream()
                .filter(influence -> influence.swing() > 0)
                .map(influence -> new Influence(
                        words.name(influence.input()),
                        Math.min(influence.atLow(), influence.atHigh()),
                        Math.max(influence.atLow(), influence.atHigh()),
                        lang.say(
                                "page.market.influence",
                                words.money(influence.atLow()),
                                words.money(influence.atHigh())),
                        words.money(influence.swing())))
                .toList();
    }

    /// Whether customers could be told apart by group, so that there is something to draw.
    public boolean tellsGroups() {
        return found().groups().size() > 1 && found().groups().stream().anyMatch(group -> group.customers() > 0);
    }

    private List<BehaviourCharts.Bar> drawnGroups() {
        if (!tellsGroups()) {
            return List.of();
        }
        return found().groups().stream()
                .filter(group -> group.penetration() != null)
                .sorted(Comparator.comparingDouble(MarketView::share).reversed())
                .limit(GROUPS_DRAWN)
                .map(group -> new BehaviourCharts.Bar(
                        group.name(),
                        share(group),
                        share(group),
                        share(group),
                        lang.say(
                                "page.market.group",
                                group.customers(),
                                lang.count(Math.round(group.count())),
                                words().penetration(group.penetration())),
                        words().penetration(group.penetration())))
                .toList();
    }

    private static double share(Found.Group group) {
        Double penetration = group.penetration();
        return penetration == null ? 0 : penetration;
    }
}
