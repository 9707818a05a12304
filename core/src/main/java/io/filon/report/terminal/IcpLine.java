package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.icp.Icp;

/// The personas in one line: how many claims the data contradict, and how much no persona covers.
final class IcpLine {

    /// A wider range of shares says nothing.
    private static final double WIDEST = 0.9;

    private IcpLine() {}

    static String of(Icp icp, Language lang) {
        long contradicted = icp.personas().stream()
                .mapToLong(persona -> persona.contradictions().size())
                .sum();
        Icp.Figure uncovered = icp.gap().uncoveredShare();
        String covered = uncovered == null || uncovered.high() - uncovered.low() > WIDEST
                ? lang.say("terminal.icp.unknown")
                : lang.say("terminal.icp.uncovered", lang.share(uncovered.low()), lang.share(uncovered.high()));
        return lang.say("terminal.icp", contradicted, covered);
    }
}
