package io.filon.report.market;

import io.filon.market.Found;
import io.filon.market.size.Sizing;
import io.filon.report.Language;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A market's size as plain text: sentences, groups, the numbers used and which of them matter most.
public final class MarketText {

    private static final int GROUPS = 15;
    private static final Set<String> SHARES =
            Set.of("served_share", "deciding", "win_rate", "churn", "growth", "universe");

    private final Language lang;
    private final StringBuilder text = new StringBuilder();

    public MarketText(Language language) {
        this.lang = language;
    }

    public String write(MarketReport report) {
        text.setLength(0);
        report.said().forEach(said -> line(lang.say(said.sentence())));
        groups(report.market().groups());
        inputs(report.market());
        Sizing.Result result = report.market().result();
        if (result != null && report.market().canWin()) {
            influences(result);
        }
        return text.toString();
    }

    private void groups(List<Found.Group> groups) {
        line("");
        line(lang.say("market.groups"));
        groups.stream()
                .limit(GROUPS)
                .forEach(group -> line("  "
                        + lang.say(
                                "market.group",
                                group.name(),
                                lang.count(Math.round(group.count())),
                                group.customers(),
                                penetration(group.penetration()),
                                money(group.sales()),
                                group.deals(),
                                lang.share(group.winRate()),
                                group.served() > 0 ? 1 : 0)));
        if (groups.size() > GROUPS) {
            line("  " + lang.say("market.groups.more", groups.size() - GROUPS));
        }
    }

    /// A share, or how many of 100,000 where it would read as none.
    private String penetration(@Nullable Double share) {
        return share == null || share >= 0.001 || share == 0
                ? lang.share(share)
                : lang.say("market.of_many", lang.number(share * 100_000, 1));
    }

    private void inputs(Found market) {
        line("");
        line(lang.say("market.inputs"));
        market.inputs().forEach((name, input) -> {
            if (!market.unsaid().contains(name)) {
                line("  "
                        + lang.say(
                                input.isCertain() ? "market.input.certain" : "market.input",
                                lang.word("market.name", name),
                                number(name, input.value()),
                                number(name, input.low()),
                                number(name, input.high()),
                                lang.word("market.origin", input.origin().name().toLowerCase(Locale.ROOT)),
                                input.source().isEmpty() ? "" : lang.say("market.source", input.source())));
            }
        });
        line("  " + lang.say("market.tie", lang.number(market.tie(), 1)));
    }

    private void influences(Sizing.Result result) {
        List<Sizing.Influence> moving = result.influences().stream()
                .filter(influence -> influence.swing() > 0)
                .toList();
        if (moving.isEmpty()) {
            return;
        }
        line("");
        line(lang.say("market.influences"));
        moving.forEach(influence -> line("  "
                + lang.say(
                        "market.influence",
                        lang.word("market.name", influence.input()),
                        money(influence.atLow()),
                        money(influence.atHigh()))));
    }

    private String number(String name, double value) {
        if (name.equals("value")) {
            return money(value);
        }
        return SHARES.contains(name) ? lang.share(value) : lang.number(value, 1);
    }

    private String money(@Nullable Double amount) {
        return amount == null ? lang.unknown() : lang.money(MarketReport.rounded(amount));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
