package io.filon.report.html;

import static java.util.Map.entry;

import io.filon.report.Audit;
import io.filon.report.Language;
import io.filon.report.icp.Icp;
import io.filon.report.priority.Priority;
import io.filon.report.priority.PriorityWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the page's script draws, already in the reader's words.
///
/// @param language  tag for writing numbers on axes, `es-ES`
/// @param words     the few words on the charts
/// @param behaviour what customers do
/// @param served    what the fit filter would have left
/// @param bars      by the chart's name
record ChartData(
        String language,
        String currency,
        Map<String, String> words,
        List<Bar> bridge,
        Whale whale,
        List<YearBar> years,
        BehaviourCharts behaviour,
        List<Bubble> priorities,
        MarketView.Charts market,
        NicheView.Charts niches,
        List<FitView.Served> served,
        Map<String, List<BehaviourCharts.Bar>> bars) {

    /// A bar from one height to another; `subtotal` bars start at 0.
    record Bar(String label, String money, BigDecimal from, BigDecimal to, boolean subtotal) {}

    /// @param points shares of buyers and of profit, with the low and high of the assumed costs
    record Whale(@Nullable Double peak, String tail, List<Audit.Point> points) {}

    record YearBar(String year, BigDecimal revenue, BigDecimal net) {}

    /// A segment: what a contact costs, what contacting all leaves, and how many they are.
    record Bubble(String label, BigDecimal cost, BigDecimal net, String said, long customers) {}

    static ChartData of(Audit audit, Language language) {
        Audit.WhaleCurve curve = audit.whaleCurve();
        boolean falls = curve.destroyedByTail().signum() > 0 && curve.tailShows();
        return new ChartData(
                language.locale().toLanguageTag(),
                audit.currency(),
                words(language),
                bridge(audit.ladder(), language),
                new Whale(
                        falls ? curve.peakBuyerShare() : null,
                        language.say("page.whale.tail", language.money(curve.destroyedByTail())),
                        curve.points()),
                audit.base().byYear().stream()
                        .map(year -> new YearBar(String.valueOf(year.year()), year.revenue(), year.net()))
                        .toList(),
                BehaviourCharts.of(audit.behaviour(), language),
                bubbles(audit.priority(), language),
                MarketView.charts(audit.market(), language),
                NicheView.charts(audit.niches(), language),
                FitView.curve(audit.fit()),
                Map.of(
                        "fit", FitView.weights(audit.fit(), language),
                        "contradictions", contradictions(audit.icp(), language),
                        "allocation", allocation(audit.priority(), language)));
    }

    /// A name for the script and the sentence it stands for.
    private static Map<String, String> words(Language language) {
        return Map.ofEntries(
                entry("x", language.say("page.whale.x")),
                entry("net", language.say("page.whale.y")),
                entry("peak", language.say("page.whale.peak")),
                entry("revenue", language.say("page.years.revenue")),
                entry("yearNet", language.say("page.years.net")),
                entry("priorityX", language.say("priority.chart.x")),
                entry("priorityY", language.say("priority.chart.y")),
                entry("servedX", language.say("fit.page.curve.x")),
                entry("byScore", language.say("fit.page.curve.score")),
                entry("hindsight", language.say("fit.page.curve.hindsight")),
                entry("random", language.say("fit.page.curve.random")),
                entry("likely", language.say("page.market.likely")),
                entry("months", language.say("page.niche.months")),
                entry("apart", language.say("page.niche.map.x")),
                entry("gain", language.say("page.niche.map.y")));
    }

    private static List<Bubble> bubbles(@Nullable Priority priority, Language language) {
        PriorityWords words = new PriorityWords(language);
        return priority == null
                ? List.of()
                : priority.matrix().stream()
                        .map(line -> new Bubble(
                                line.rank() + ". " + language.capital(language.say(line.name())),
                                line.contactCost(),
                                line.netGain().value(),
                                words.range(line.netGain()),
                                line.customers()))
                        .toList();
    }

    private static List<BehaviourCharts.Bar> contradictions(@Nullable Icp icp, Language language) {
        return icp == null ? List.of() : new IcpView(language).contradictions(icp);
    }

    private static List<BehaviourCharts.Bar> allocation(@Nullable Priority priority, Language language) {
        return priority == null
                ? List.of()
                : priority.allocation().shares().stream()
                        .filter(share -> share.contacts() > 0)
                        .map(share -> bar(
                                language.capital(language.say(share.name())),
                                share.cost().doubleValue(),
                                language.money(share.cost())))
                        .toList();
    }

    static BehaviourCharts.Bar bar(String label, double value, String said) {
        return new BehaviourCharts.Bar(label, value, value, value, said, said);
    }

    private static List<Bar> bridge(List<Audit.Step> steps, Language language) {
        List<Bar> bars = new ArrayList<>();
        BigDecimal height = BigDecimal.ZERO;
        for (Audit.Step step : steps) {
            boolean rung = step.subtotal() || bars.isEmpty();
            BigDecimal from = rung ? BigDecimal.ZERO : height;
            height = rung ? step.amount() : height.add(step.amount());
            if (rung || step.amount().signum() != 0) {
                bars.add(new Bar(
                        language.capital(language.word("step", step.step())),
                        language.money(step.amount()),
                        from,
                        height,
                        rung));
            }
        }
        return bars;
    }

    /// Safe inside a script element: every `<` is written as an escape, so no text can close it or open a comment.
    String json() {
        return JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .writeValueAsString(this)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
