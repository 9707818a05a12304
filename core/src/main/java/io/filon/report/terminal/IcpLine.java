package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.icp.Icp;

/// The personas in one line: how many claims the data contradict, and how much no persona covers.
final class IcpLine {

    private IcpLine() {}

    static String of(Icp icp, Language lang) {
        long contradicted = icp.personas().stream()
                .mapToLong(persona -> persona.contradictions().size())
                .sum();
        Icp.Figure uncovered = icp.gap().uncoveredShare();
        return lang.say(
                "terminal.icp",
                contradicted,
                uncovered == null
                        ? lang.unknown()
                        : lang.say("page.icp.range", lang.share(uncovered.low()), lang.share(uncovered.high())));
    }
}
