package io.filon.message.check;

import io.filon.message.check.Checked.Kind;
import io.filon.message.check.Checked.Refusal;
import io.filon.message.declared.Proposition.Offer;
import io.filon.message.declared.Register;
import io.filon.message.draft.Copy;
import io.filon.message.draft.Draft;
import io.filon.message.draft.OfferNet;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Judges a text for one group, whoever wrote it, against what is known of the group and declared for it.
///
/// It reads words, not meaning: a claim in words it does not know passes unseen, and a number is taken to speak of
/// what its own sentence names nearest to it. So it says what it found behind each number.
///
/// @param store holds the customers' names, and what orders of the group leave
public record Checker(Store store, Draft draft, Locale reader, String currency) {

    public Checked check(String text) {
        Plain plain = Plain.of(text);
        boolean english = plain.isEnglish();
        Topics topics = new Topics();
        Subject subject = new Subject(draft, topics, english);
        Register said = english ? Register.EN : draft.register() == Register.TU ? Register.TU : Register.USTED;
        NumberCheck numbers = new NumberCheck(
                subject, new Copy(said, reader, currency), offer -> OfferNet.of(store, draft.group(), offer));
        List<Refusal> refusals = new ArrayList<>();
        for (PersonalData.Kind kind : new PersonalData(store).in(plain, subject.declared())) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            refusals.add(new Refusal(Kind.PERSONAL_DATA, word, Phrase.of("message.check.personal." + word)));
        }
        numbers.check(PersonalData.withoutPhones(plain));
        refusals.addAll(numbers.refusals());
        refusals.addAll(new ClaimCheck(subject).check(plain));
        freeShipping(plain, subject, refusals);
        return new Checked(
                refusals.stream().distinct().toList(),
                new Grades(subject, plain).of(numbers.backed()),
                numbers.backed());
    }

    /// Whether a text holds what belongs to one person.
    public boolean holdsPersonalData(String text) {
        return !new PersonalData(store).in(Plain.of(text), "").isEmpty();
    }

    /// Sending for nothing is an offer too.
    private void freeShipping(Plain text, Subject subject, List<Refusal> refusals) {
        Offer offer = draft.proposition().offer();
        boolean declared = (offer != null && offer.freeShipping())
                || subject.topics().speaksOf("free_shipping", subject.declared());
        if (declared || !subject.topics().speaksOf("free_shipping", text.plain())) {
            return;
        }
        Offer asSaid = new Offer("", "", null, true, null, 0, offer == null ? 0 : offer.minimumNet());
        boolean costs = OfferNet.of(store, draft.group(), asSaid)
                .map(net -> !net.holds())
                .orElse(false);
        Value quote = new Value.Word("message.check.free_shipping");
        refusals.add(
                costs
                        ? new Refusal(Kind.OFFER_UNDER_COST, "", Phrase.of("message.check.free_under_cost", quote))
                        : new Refusal(Kind.OFFER_NOT_DECLARED, "", Phrase.of("message.check.not_offered", quote)));
    }
}
