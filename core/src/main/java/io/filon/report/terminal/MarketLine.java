package io.filon.report.terminal;

import io.filon.market.size.Sizing;
import io.filon.report.Language;
import io.filon.report.market.MarketReport;
import io.filon.report.market.MarketWords;

/// The market in one line: the whole, and what of it can be won.
final class MarketLine {

    private MarketLine() {}

    static String of(MarketReport report, Language lang) {
        MarketWords words = new MarketWords(lang);
        Sizing.Result result = report.market().result();
        if (result == null) {
            return lang.say("terminal.market.unknown");
        }
        String total = words.money(result.total().middle());
        return report.market().canWin()
                ? lang.say(
                        "terminal.market",
                        total,
                        report.market().horizonMonths(),
                        words.money(result.obtainable().low()),
                        words.money(result.obtainable().high()))
                : lang.say("terminal.market.total", total);
    }
}
