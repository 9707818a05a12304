package io.filon.report.terminal;

import io.filon.report.Language;
import io.filon.report.section.Hidden;
import io.filon.report.section.Hidden.Group;

/// The hidden segments as plain text, each with what can be done and its rule.
public final class HiddenText {

    private final Language lang;
    private final StringBuilder text = new StringBuilder();

    public HiddenText(Language language) {
        this.lang = language;
    }

    public String write(Hidden hidden) {
        text.setLength(0);
        for (Hidden.Lens lens : hidden.lenses()) {
            line(lang.say("page.hidden." + lens.lens()));
            line(lang.say(lens.summary()));
            lens.profitable().forEach(this::group);
            lens.losing().forEach(this::group);
            lens.leads()
                    .forEach(lead -> line("? "
                            + lang.say("page.hidden.leads.one", lang.say(lead.sentence()), lang.count(lead.needed()))));
            line("");
        }
        return text.toString();
    }

    private void group(Group group) {
        line("• " + lang.say(group.sentence()));
        line("  " + lang.say(group.actionable() ? "page.hidden.yes" : "page.hidden.no") + ": "
                + lang.say(group.action()) + ".");
        group.rule().lines().forEach(rule -> line("  " + rule));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
