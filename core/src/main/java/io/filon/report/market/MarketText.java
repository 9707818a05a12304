package io.filon.report.market;

import io.filon.market.Found;
import io.filon.market.size.Sizing;
import io.filon.report.Language;
import java.util.List;

/// A market's size as plain text: sentences, groups, the numbers used and which of them matter most.
public final class MarketText {

    private static final int GROUPS = 15;

    private final Language lang;
    private final MarketWords words;
    private final StringBuilder text = new StringBuilder();

    public MarketText(Language language) {
        this.lang = language;
        this.words = new MarketWords(language);
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
                                words.penetration(group.penetration()),
                                words.money(group.sales()),
                                group.deals(),
                                lang.share(group.winRate()),
                                group.served() > 0 ? 1 : 0)));
        if (groups.size() > GROUPS) {
            line("  " + lang.say("market.groups.more", groups.size() - GROUPS));
        }
    }

    private void inputs(Found market) {
        line("");
        line(lang.say("market.inputs"));
        market.inputs().forEach((name, input) -> {
            if (!market.unsaid().contains(name)) {
                line("  "
                        + lang.say(
                                input.isCertain() ? "market.input.certain" : "market.input",
                                words.name(name),
                                words.number(name, input.value()),
                                words.number(name, input.low()),
                                words.number(name, input.high()),
                                words.origin(input),
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
                        words.name(influence.input()),
                        words.money(influence.atLow()),
                        words.money(influence.atHigh()))));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
