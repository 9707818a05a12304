package io.filon.message.check;

import io.filon.message.check.Checked.Backed;
import io.filon.message.check.Checked.Kind;
import io.filon.message.check.Checked.Refusal;
import io.filon.message.check.Subject.Spoken;
import io.filon.message.declared.Proposition.Offer;
import io.filon.message.draft.Copy;
import io.filon.message.draft.OfferNet;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Figure.Unit;
import io.filon.message.evidence.Rounded;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks for what stands behind each number of a text.
///
/// A number belongs to the evidence of its unit that its own sentence speaks of nearest to it. What the company wrote
/// itself (an offer, a capability) may be said again with its own numbers.
final class NumberCheck {

    private static final double CLOSE = 1e-6;

    private final Subject subject;
    private final Copy copy;
    private final Function<Offer, Optional<OfferNet>> net;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Backed> backed = new ArrayList<>();

    /// @param net what an order leaves with an offer
    NumberCheck(Subject subject, Copy copy, Function<Offer, Optional<OfferNet>> net) {
        this.subject = subject;
        this.copy = copy;
        this.net = net;
    }

    void check(Plain text) {
        for (FoundNumber number : NumberFinder.in(text, subject.english())) {
            Plain.Part part = text.around(number.start());
            check(number, text.plain(part), number.start() - part.start());
        }
    }

    List<Refusal> refusals() {
        return refusals;
    }

    List<Backed> backed() {
        return backed;
    }

    private void check(FoundNumber number, String sentence, int place) {
        Optional<String> written = written(number, sentence);
        Optional<Spoken> nearest = subject.draft().evidence().stream()
                .filter(evidence -> evidence.role() == Role.VALUE)
                .filter(evidence -> evidence.figure() != null
                        && Backing.sameUnit(number.unit(), evidence.figure().unit()))
                .flatMap(evidence -> subject.spoken(evidence, sentence, place).stream())
                .min(Comparator.comparingInt(Spoken::distance));
        Optional<Evidence> holding = nearest.map(Spoken::evidence).filter(evidence -> Backing.holds(number, evidence));
        if (written.isPresent()) {
            backed.add(new Backed(number.quote(), written.get()));
        } else if (isOffer(number, sentence)) {
            offer(number);
        } else if (holding.isPresent()) {
            backed.add(new Backed(number.quote(), holding.get().id()));
        } else if (nearest.isPresent()) {
            tooStrong(number, nearest.get().evidence());
        } else {
            refuse(Kind.NUMBER_WITHOUT_DATA, number, Phrase.of("message.check.no_data", quoted(number)));
        }
    }

    /// The offer or capability that holds the same number, when the sentence speaks of it.
    private Optional<String> written(FoundNumber number, String sentence) {
        if (holds(subject.offer(), number) && Topics.mentions(subject.offer(), sentence)) {
            return Optional.of("offer");
        }
        return subject.capabilities(sentence).stream()
                .filter(key -> holds(subject.capability(key), number))
                .map(key -> "capability." + key)
                .findFirst();
    }

    private boolean holds(String text, FoundNumber number) {
        return NumberFinder.in(Plain.of(text), subject.english()).stream()
                .anyMatch(other -> other.unit() == number.unit() && close(other.value(), number.value()));
    }

    private boolean isOffer(FoundNumber number, String sentence) {
        Offer offer = subject.proposition().offer();
        boolean priced = offer != null && offer.price() != null;
        return (number.unit() == Unit.SHARE && subject.topics().speaksOf("discount", sentence))
                || (priced && number.unit() == Unit.MONEY && subject.topics().speaksOf("price", sentence));
    }

    private void offer(FoundNumber number) {
        Offer declared = subject.proposition().offer();
        Double said = number.unit() == Unit.SHARE
                ? declared == null ? null : declared.discount()
                : declared == null ? null : declared.price();
        if (said != null && close(said, number.value())) {
            backed.add(new Backed(number.quote(), "offer"));
            return;
        }
        Optional<OfferNet> left = net.apply(asSaid(number, declared));
        if (left.isPresent() && !left.get().holds()) {
            refuse(
                    Kind.OFFER_UNDER_COST,
                    number,
                    Phrase.of(
                            "message.check.under_cost",
                            quoted(number),
                            OfferNet.money(left.get().low()),
                            OfferNet.money(left.get().minimum())));
        } else {
            refuse(Kind.OFFER_NOT_DECLARED, number, Phrase.of("message.check.not_offered", quoted(number)));
        }
    }

    private static Offer asSaid(FoundNumber number, @org.jspecify.annotations.Nullable Offer declared) {
        boolean share = number.unit() == Unit.SHARE;
        return new Offer(
                "",
                "",
                share ? Double.valueOf(number.value()) : null,
                declared != null && declared.freeShipping(),
                share ? null : Double.valueOf(number.value()),
                declared == null || (share && declared.price() != null) ? 0 : declared.cost(),
                declared == null ? 0 : declared.minimumNet());
    }

    private void tooStrong(FoundNumber number, Evidence evidence) {
        String allowed = Optional.ofNullable(evidence.figure())
                .flatMap(Rounded::of)
                .map(copy::amount)
                .orElse("–");
        refuse(
                Kind.NUMBER_TOO_STRONG,
                number,
                Phrase.of(
                        "message.check.too_strong",
                        quoted(number),
                        new Value.Name(allowed),
                        new Value.Said(evidence.says())));
    }

    private void refuse(Kind kind, FoundNumber number, Phrase says) {
        refusals.add(new Refusal(kind, number.quote(), says));
    }

    private static Value quoted(FoundNumber number) {
        return new Value.Name(number.quote());
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(one));
    }
}
