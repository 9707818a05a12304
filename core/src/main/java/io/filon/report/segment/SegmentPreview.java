package io.filon.report.segment;

import io.filon.report.Language;
import io.filon.segment.Base;
import io.filon.segment.Members;
import io.filon.segment.Segment;
import io.filon.segment.history.Decisions;
import io.filon.segment.profile.Actionable;
import io.filon.segment.profile.Between;
import io.filon.segment.profile.Figures;
import io.filon.segment.profile.Next12m;
import io.filon.segment.profile.Overview;
import io.filon.segment.profile.Profile;
import io.filon.segment.profile.Reach;
import io.filon.store.Sql;
import io.filon.text.Phrase;
import io.filon.workspace.Settings;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `filon segment preview` shows; as JSON as it is.
///
/// @param checks    what it takes to act on it, each with what was found
/// @param examples  members who left most in the last 12 months
public record SegmentPreview(
        SegmentCount count, Profile profile, String actionable, List<Check> checks, List<Example> examples) {

    /// @param verdict `yes`, `no` or `not_known`
    public record Check(String code, String verdict, Phrase says) {}

    /// @param net12m             contribution after acquisition of the last 12 months
    /// @param daysSinceLastOrder null for whoever never bought
    public record Example(
            String customerId,
            BigDecimal net12m,
            BigDecimal netTotal,
            long ordersTotal,
            @Nullable Long daysSinceLastOrder) {}

    public static SegmentPreview of(Base base, Segment segment, Settings.Segments settings, int rows, Language lang) {
        Members members = base.members(segment);
        Reach reach = Reach.of(base);
        Profile profile = Profile.of(members.numbers(), base.index().present(), Figures.of(base), reach);
        Actionable actionable = Actionable.of(
                members.numbers(), reach, Overview.past(base, new Decisions(base.store()), segment, members), settings);
        return new SegmentPreview(
                SegmentCount.of(base, segment, lang),
                profile,
                SegmentList.word(actionable.verdict()),
                actionable.checks().stream()
                        .map(check -> new Check(check.code(), SegmentList.word(check.verdict()), check.says()))
                        .toList(),
                examples(base, segment, rows));
    }

    private static List<Example> examples(Base base, Segment segment, int rows) {
        return base.store()
                .query(
                        Sql.of("select customer_facts.customer_id, net_12m as net12m, net_total, orders_total, "
                                        + "days_since_last_order from customer_facts join (")
                                .then(base.select(segment.rule()))
                                .then(Sql.of(") as members on members.customer_id = customer_facts.customer_id "
                                        + "order by net_12m desc nulls last, customer_facts.customer_id limit "
                                        + rows)),
                        Example.class);
    }

    public String text(Language lang) {
        StringBuilder text = new StringBuilder(count.text(lang)).append('\n');
        var mean = profile.meanNet12m();
        line(
                text,
                lang,
                "mean",
                mean == null
                        ? lang.say("segment.preview.too_few", io.filon.stats.MeanRange.FEWEST)
                        : lang.say(
                                "segment.preview.range",
                                money(mean.mean(), lang),
                                money(mean.low(), lang),
                                money(mean.high(), lang)));
        line(text, lang, "net", lang.money(profile.net()));
        line(text, lang, "net_sales", lang.money(profile.netSales()));
        line(text, lang, "gross_margin", lang.money(profile.grossMargin()));
        Double rate = profile.costToServeRate();
        line(
                text,
                lang,
                "cost_to_serve",
                rate == null
                        ? lang.money(profile.costToServe())
                        : lang.say("segment.preview.of_sales", lang.money(profile.costToServe()), lang.share(rate)));
        predicted(text, lang);
        text.append('\n').append(reachTable(lang)).append('\n');
        text.append(lang.say("segment.preview.actionable", lang.word("segment.verdict", actionable)))
                .append('\n');
        checks.forEach(check -> text.append("  ").append(lang.say(check.says())).append('\n'));
        if (!examples.isEmpty()) {
            text.append('\n').append(exampleTable(lang));
        }
        return text.toString();
    }

    private void predicted(StringBuilder text, Language lang) {
        Next12m next = profile.next12m();
        if (next == null) {
            line(text, lang, "predicted", lang.say("segment.preview.not_foretold"));
            return;
        }
        Between orders = next.ordersRange();
        Between value = next.valueRange();
        line(
                text,
                lang,
                "predicted",
                between(lang, lang.money(next.value()), lang.money(value.low()), lang.money(value.high())));
        line(
                text,
                lang,
                "orders",
                between(lang, count(next.orders(), lang), count(orders.low(), lang), count(orders.high(), lang)));
    }

    private static String between(Language lang, String expected, String low, String high) {
        return lang.say("segment.preview.between", expected, low, high);
    }

    private static String count(BigDecimal orders, Language lang) {
        return lang.count(Math.round(orders.doubleValue()));
    }

    private static void line(StringBuilder text, Language lang, String what, String said) {
        text.append(lang.say("segment.preview." + what))
                .append(": ")
                .append(said)
                .append('\n');
    }

    private static String money(double amount, Language lang) {
        return lang.money(BigDecimal.valueOf(amount));
    }

    private String reachTable(Language lang) {
        TextTable table = new TextTable(
                1,
                List.of("channel", "address", "allowed", "refused", "not_stated").stream()
                        .map(word -> lang.say("segment.reach." + word))
                        .toList());
        for (Reach.Reached reached : profile.reach()) {
            table.add(List.of(
                    lang.word("segment.channel", SegmentList.word(reached.channel())),
                    lang.count(reached.withAddress()),
                    lang.count(reached.allowed()),
                    lang.count(reached.refused()),
                    lang.count(reached.notStated())));
        }
        return table.print();
    }

    private String exampleTable(Language lang) {
        TextTable table = new TextTable(
                1,
                List.of("customer", "net", "net_total", "orders", "days").stream()
                        .map(word -> lang.say("segment.example." + word))
                        .toList());
        for (Example example : examples) {
            Long days = example.daysSinceLastOrder();
            table.add(List.of(
                    example.customerId(),
                    lang.money(example.net12m()),
                    lang.money(example.netTotal()),
                    lang.count(example.ordersTotal()),
                    days == null ? "–" : lang.count(days)));
        }
        return table.print();
    }
}
