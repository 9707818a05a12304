package io.filon.message.draft;

import io.filon.text.Phrase;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One way of saying it.
///
/// @param angle   what it leads with: `value`, `job`, `difference`, `goods`, `barrier`, `stage`, `trigger`
/// @param offer   null when none is declared
/// @param channel through which most can be written to, in words
/// @param moment  when, in words
public record Variant(
        String angle,
        Sentence headline,
        List<Sentence> body,
        @Nullable Sentence offer,
        Phrase channel,
        Phrase moment) {

    public Variant {
        body = List.copyOf(body);
    }

    public String bodyText() {
        return body.stream().map(Sentence::text).collect(Collectors.joining(" "));
    }

    /// All that a customer reads.
    public String text() {
        Sentence offered = offer;
        return Stream.of(headline.text(), bodyText(), offered == null ? "" : offered.text())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// The same in other words: of what each sentence rests on, the whole text now does.
    public Variant rephrased(String newHeadline, String newBody, String newOffer) {
        List<String> all = Stream.concat(body.stream(), Stream.of(headline))
                .flatMap(sentence -> sentence.evidence().stream())
                .distinct()
                .sorted()
                .toList();
        Sentence offered = offer;
        return new Variant(
                angle,
                new Sentence(newHeadline, headline.evidence()),
                List.of(new Sentence(newBody, all)),
                offered == null
                        ? null
                        : new Sentence(newOffer.isEmpty() ? offered.text() : newOffer, offered.evidence()),
                channel,
                moment);
    }
}
