package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.section.Hidden;
import io.filon.report.section.Hidden.Group;
import java.util.Comparator;
import java.util.List;

/// The hidden segments in one line: how many hold up, and the one with most money behind it.
final class HiddenLine {

    private HiddenLine() {}

    static String of(Hidden hidden, Language lang) {
        List<Group> more = hidden.lenses().stream()
                .flatMap(lens -> lens.profitable().stream())
                .toList();
        long less =
                hidden.lenses().stream().mapToLong(lens -> lens.losing().size()).sum();
        String best = more.stream()
                .max(Comparator.comparing(Group::extra))
                .map(group -> lang.say("terminal.hidden.best", lang.say(group.sentence())))
                .orElse("");
        return more.isEmpty() && less == 0
                ? lang.say("terminal.hidden.none")
                : lang.say("terminal.hidden", more.size(), less, best);
    }
}
