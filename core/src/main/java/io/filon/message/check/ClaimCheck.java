package io.filon.message.check;

import io.filon.message.check.Checked.Kind;
import io.filon.message.check.Checked.Refusal;
import io.filon.message.draft.Standing;
import io.filon.message.draft.Standing.Grade;
import io.filon.message.evidence.Evidence.Role;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/// Looks for what stands behind *the only one*, *unlike them* and *the best*.
final class ClaimCheck {

    private final Subject subject;
    private final List<Refusal> refusals = new ArrayList<>();

    ClaimCheck(Subject subject) {
        this.subject = subject;
    }

    List<Refusal> check(Plain text) {
        for (MatchResult claim : Claims.only(text)) {
            only(quote(text, claim), text.plain(text.around(claim.start())));
        }
        for (MatchResult claim : Claims.unlike(text)) {
            String sentence = text.plain(text.around(claim.start()));
            if (subject.alternatives(sentence).isEmpty()) {
                only(quote(text, claim), sentence);
            } else if (subject.capabilities(sentence).isEmpty()) {
                refuse(Kind.NOT_UNIQUE, quote(text, claim), "message.check.no_capability");
            }
        }
        text.sentences().forEach(part -> compared(text.plain(part)));
        for (MatchResult claim : Claims.best(text)) {
            best(quote(text, claim), claim.group(), text.plain(text.around(claim.start())));
        }
        return refusals;
    }

    private void only(String quote, String sentence) {
        List<String> capabilities = subject.capabilities(sentence);
        if (capabilities.isEmpty()) {
            refuse(Kind.NOT_UNIQUE, quote, "message.check.no_capability");
            return;
        }
        if (capabilities.stream().anyMatch(key -> standing(key).grade() == Grade.UNIQUE)) {
            return;
        }
        String key = capabilities.getFirst();
        Value name = new Value.Name(subject.capability(key));
        refusals.add(new Refusal(
                Kind.NOT_UNIQUE,
                quote,
                standing(key).grade() == Grade.NOT_KNOWN
                        ? Phrase.of("message.check.not_known_unique", new Value.Name(quote), name)
                        : Phrase.of("message.check.others_too", new Value.Name(quote), name, having(key))));
    }

    /// A sentence that sets a capability beside an alternative which has it, or of which nobody knows.
    private void compared(String sentence) {
        for (String name : subject.alternatives(sentence)) {
            for (String key : subject.capabilities(sentence)) {
                if (!standing(key).lacking().contains(name)) {
                    refusals.add(new Refusal(
                            Kind.NOT_UNIQUE,
                            name,
                            Phrase.of(
                                    "message.check.has_it",
                                    new Value.Name(name),
                                    new Value.Name(subject.capability(key)))));
                }
            }
        }
    }

    private void best(String quote, String claim, String sentence) {
        boolean declared = Stream.concat(
                        subject.draft().with(Role.VALUE).stream(), subject.draft().with(Role.DIFFERENCE).stream())
                .map(subject::written)
                .anyMatch(text -> Plain.words(text).contains(claim) && Topics.mentions(text, sentence));
        if (!declared) {
            refuse(Kind.SUPERLATIVE, quote, "message.check.superlative");
        }
    }

    private Standing standing(String capability) {
        return Standing.of(capability, subject.proposition());
    }

    private Value having(String key) {
        List<String> lacking = standing(key).lacking();
        return new Value.Name(String.join(
                ", ",
                subject.proposition().alternatives().stream()
                        .map(alternative -> alternative.name())
                        .filter(name -> !lacking.contains(name))
                        .toList()));
    }

    private void refuse(Kind kind, String quote, String key) {
        refusals.add(new Refusal(kind, quote, Phrase.of(key, new Value.Name(quote))));
    }

    private static String quote(Plain text, MatchResult claim) {
        return text.text().substring(claim.start(), claim.end());
    }
}
