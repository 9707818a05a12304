package io.filon.report.message;

import io.filon.report.Language;
import io.filon.report.message.Proposal.Judged;
import io.filon.report.message.Proposal.Known;
import io.filon.report.message.Proposal.Line;
import io.filon.report.message.Proposal.Message;
import io.filon.report.message.Proposal.Test;
import java.util.List;

/// A proposition, or a judged text, as plain text.
public final class ProposalText {

    private final Language lang;
    private final StringBuilder text = new StringBuilder();

    public ProposalText(Language language) {
        this.lang = language;
    }

    public String write(Proposal proposal) {
        text.setLength(0);
        line(lang.say(
                "message.title",
                proposal.name(),
                proposal.customers(),
                lang.word("message.register", proposal.register())));
        part("relevance", proposal.relevance());
        part("value", proposal.value());
        part("difference", proposal.differentiation());
        Proposal.Offer offer = proposal.offer();
        if (offer != null) {
            line("");
            line(lang.say("message.part.offer"));
            line("  "
                    + lang.say(
                            offer.low().compareTo(offer.high()) == 0 ? "message.offer.few" : "message.offer",
                            offer.text(),
                            lang.exactMoney(offer.after()),
                            lang.exactMoney(offer.low()),
                            lang.exactMoney(offer.high()),
                            lang.exactMoney(offer.before()),
                            lang.exactMoney(offer.minimum())));
        }
        int number = 1;
        for (Message message : proposal.messages()) {
            message(number++, message);
        }
        if (proposal.messages().isEmpty()) {
            line("");
            line(lang.say("message.none"));
        }
        if (!proposal.missing().isEmpty()) {
            line("");
            line(lang.say("message.part.missing"));
            proposal.missing().forEach(missing -> line("  " + lang.say(missing)));
        }
        for (Judged judged : proposal.texts()) {
            line("");
            line(lang.say("message.own", judged.text().replace('\n', ' ')));
            judged(judged);
        }
        return text.toString();
    }

    public String write(Judged judged) {
        text.setLength(0);
        judged(judged);
        return text.toString();
    }

    private void part(String part, List<Known> known) {
        line("");
        line(lang.say("message.part." + part));
        known.forEach(each -> line("  [%s] %s".formatted(each.id(), lang.say(each.says()))));
        if (known.isEmpty()) {
            line("  " + lang.say("message.part.nothing"));
        }
    }

    private void message(int number, Message message) {
        line("");
        line(lang.say("message.variant", number, lang.word("message.angle", message.angle())));
        line("  " + cited(message.headline()));
        message.body().forEach(sentence -> line("  " + cited(sentence)));
        Line offer = message.offer();
        if (offer != null) {
            line("  " + cited(offer));
        }
        line("  " + lang.say("message.channel", lang.say(message.channel())));
        line("  " + lang.say("message.moment", lang.capital(lang.say(message.moment()))));
    }

    private static String cited(Line sentence) {
        return sentence.evidence().isEmpty()
                ? sentence.text()
                : "%s [%s]".formatted(sentence.text(), String.join(", ", sentence.evidence()));
    }

    private void judged(Judged judged) {
        line(lang.say(judged.refused() ? "message.refused" : "message.passed"));
        judged.refusals().forEach(refusal -> line("  - " + lang.say(refusal.says())));
        for (Test test : judged.tests()) {
            line("  "
                    + lang.say(
                            "message.test",
                            lang.say("message.part." + test.part()),
                            lang.word("message.grade", test.grade()),
                            lang.say(test.says())));
        }
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
