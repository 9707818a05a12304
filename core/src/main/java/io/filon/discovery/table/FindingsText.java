package io.filon.discovery.table;

import io.filon.discovery.confirm.Finding;
import io.filon.discovery.confirm.Findings;
import io.filon.text.Messages;
import java.util.List;
import java.util.stream.Collectors;

/// What a discovery found, as plain text: first what the reader should know, then a paragraph a group.
public final class FindingsText {

    private static final int OTHERS_SHOWN = 3;

    private final FlatTable table;
    private final Findings findings;
    private final Messages messages;
    private final Sentences sentences;
    private final StringBuilder text = new StringBuilder();

    public FindingsText(FlatTable table, Findings findings, Messages messages) {
        this.table = table;
        this.findings = findings;
        this.messages = messages;
        this.sentences = new Sentences(messages.locale(), table.columns());
    }

    /// One use.
    public String write() {
        table.warnings().forEach(warning -> line(messages.say("discover.warned", warning.in(messages))));
        List<Finding> found = findings.findings();
        int confirmed = (int) found.stream().filter(Finding::confirmed).count();
        line(messages.say(
                found.isEmpty() ? "discover.nothing" : "discover.found",
                findings.customers(),
                found.size(),
                confirmed,
                howMany(confirmed, found.size())));
        boolean checked = found.stream().anyMatch(finding -> finding.grade() != Finding.Grade.UNCHECKED);
        boolean dated = found.stream().anyMatch(finding -> finding.periods() >= 2);
        if (checked && !dated) {
            line(messages.say("discover.periods.unknown"));
        }
        int number = 1;
        for (Finding finding : found) {
            line("");
            line("%d. %s"
                    .formatted(
                            number++,
                            sentences.of(
                                    finding,
                                    findings.targetMean(),
                                    table.target().binary())));
            line("   " + sentences.grade(finding) + (dated ? " " + sentences.periods(finding) : ""));
            line("   " + finding.rule());
            others("discover.aliases", finding.aliases());
            others("discover.variants", finding.variants());
        }
        return text.toString();
    }

    /// 0 none, 1 the only one, 2 all, 3 one of several, 4 some.
    private static int howMany(int confirmed, int found) {
        if (confirmed == 0) {
            return 0;
        }
        if (confirmed == found) {
            return found == 1 ? 1 : 2;
        }
        return confirmed == 1 ? 3 : 4;
    }

    private void others(String key, List<String> rules) {
        if (!rules.isEmpty()) {
            String shown = rules.stream().limit(OTHERS_SHOWN).collect(Collectors.joining("; "));
            line("   " + messages.say(key, shown + (rules.size() > OTHERS_SHOWN ? "…" : "")));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
