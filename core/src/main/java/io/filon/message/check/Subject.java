package io.filon.message.check;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Proposition.Alternative;
import io.filon.message.draft.Draft;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// What a text is judged against: a draft's evidence and declarations, in the language of the text.
///
/// @param english language of the text
record Subject(Draft draft, Topics topics, boolean english) {

    /// A piece of evidence that a sentence speaks of, and how far from a place in it.
    record Spoken(Evidence evidence, int distance) {}

    Proposition proposition() {
        return draft.proposition();
    }

    /// What the company wrote of it, in the text's language; empty for what is measured.
    String written(Evidence evidence) {
        Proposition proposition = proposition();
        if (evidence.id().equals("goods")) {
            return evidence.about();
        }
        if (evidence.id().startsWith("fact.")) {
            Proposition.Fact fact = proposition.facts().get(evidence.about());
            return fact == null ? "" : either(fact.text(), fact.textEn());
        }
        if (evidence.id().startsWith("capability.")) {
            return capability(evidence.about());
        }
        return "";
    }

    String capability(String key) {
        Proposition.Capability capability = proposition().capabilities().get(key);
        return capability == null ? "" : either(capability.text(), capability.textEn());
    }

    String offer() {
        Proposition.Offer offer = proposition().offer();
        return offer == null ? "" : either(offer.text(), offer.textEn());
    }

    private String either(String spanish, String inEnglish) {
        return english && !inEnglish.isEmpty() ? inEnglish : spanish;
    }

    Optional<Spoken> spoken(Evidence evidence, String sentence, int place) {
        OptionalInt distance = topics.distance(evidence, written(evidence), sentence, place);
        return distance.isPresent() ? Optional.of(new Spoken(evidence, distance.getAsInt())) : Optional.empty();
    }

    /// Capabilities that a sentence speaks of, by their keys.
    List<String> capabilities(String sentence) {
        return proposition().capabilities().keySet().stream()
                .filter(key -> Topics.mentions(capability(key), sentence))
                .toList();
    }

    /// Alternatives that a sentence names.
    List<String> alternatives(String sentence) {
        return proposition().alternatives().stream()
                .map(Alternative::name)
                .filter(name -> sentence.contains(Plain.words(name)))
                .toList();
    }

    /// Everything the company wrote itself.
    String declared() {
        return Plain.words(Stream.concat(
                        Stream.of(offer()),
                        Stream.concat(
                                proposition().capabilities().keySet().stream().map(this::capability),
                                draft.with(Role.VALUE).stream().map(this::written)))
                .filter(Objects::nonNull)
                .reduce("", (all, text) -> all + "\n" + text));
    }
}
