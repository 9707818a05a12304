package io.filon.report.priority;

import io.filon.report.Language;
import java.util.ArrayList;
import java.util.List;

/// The matrix and the budget for a terminal.
public final class PriorityText {

    private static final String INDENT = "   ";

    private final Language lang;
    private final PriorityWords words;

    public PriorityText(Language language) {
        this.lang = language;
        this.words = new PriorityWords(language);
    }

    public String write(Priority priority) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say(priority.lead()));
        lines.add("");
        for (Priority.Line line : priority.matrix()) {
            lines.addAll(segment(line));
        }
        lines.add("");
        lines.add(lang.say("priority.plan.title"));
        lines.add(lang.say(priority.allocation().sentence()));
        for (Priority.Share share : priority.allocation().shares()) {
            lines.add(INDENT
                    + lang.say(
                            "priority.plan.line",
                            lang.capital(lang.say(share.name())),
                            lang.word("priority.advice", share.advice()),
                            share.contacts(),
                            share.heldOut(),
                            lang.money(share.cost()),
                            words.range(share.net())));
        }
        if (!priority.dormants().isEmpty()) {
            lines.add("");
            lines.add(lang.say("priority.dormant.title"));
            priority.dormants().forEach(dormant -> lines.add(INDENT + words.dormant(dormant)));
        }
        lines.add("");
        priority.notes().forEach(note -> lines.add(lang.say(note.sentence())));
        return String.join("\n", lines) + "\n";
    }

    private List<String> segment(Priority.Line line) {
        List<String> lines = new ArrayList<>();
        lines.add(lang.say(
                "priority.line",
                line.rank(),
                lang.capital(lang.say(line.name())),
                line.customers(),
                words.effort(line),
                words.potential(line),
                words.roi(line)));
        lines.add(INDENT + lang.say("priority.line.next", words.range(line.nextEuro()), words.range(line.netGain())));
        lines.add(INDENT + lang.say(line.basis()));
        words.details(line).forEach(detail -> lines.add(INDENT + detail));
        return lines;
    }
}
