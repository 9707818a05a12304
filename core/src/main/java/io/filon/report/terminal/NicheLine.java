package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.niche.NicheReport;

/// Which niche to take first, in one line.
final class NicheLine {

    private NicheLine() {}

    static String of(NicheReport report, Language lang) {
        return report.found()
                .leader()
                .map(niche -> lang.say(
                        "terminal.niche." + report.found().verdict(),
                        niche.name().in(lang.locale()),
                        lang.share(niche.firstChance())))
                .orElseGet(() -> lang.say("terminal.niche.no_niche"));
    }
}
