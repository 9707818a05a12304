package io.filon.report.message;

import io.filon.message.check.Checked;
import io.filon.message.check.Checker;
import io.filon.message.draft.Draft;
import io.filon.message.draft.OfferNet;
import io.filon.message.draft.Sentence;
import io.filon.message.draft.Variant;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A segment's proposition as a report shows it.
///
/// @param register        `usted`, `tu` or `en`
/// @param relevance       what the group comes for, where it stops, what sets it off
/// @param value           what it gains, in numbers
/// @param differentiation what the company declares it can do, beside the alternatives
/// @param reach           through what and when to speak to it
/// @param offer           null when none is declared, or nobody knows what it leaves
/// @param missing         what is not known or not declared
/// @param texts           the company's own, judged
public record Proposal(
        String segment,
        String name,
        long customers,
        String register,
        List<Known> relevance,
        List<Known> value,
        List<Known> differentiation,
        List<Known> reach,
        @Nullable Offer offer,
        List<Message> messages,
        List<Phrase> missing,
        List<Judged> texts) {

    /// @param low,high hold the true value in 95 of 100 cases; as declared where it is
    /// @param origin   `measured` or `declared`
    /// @param source   table or file
    public record Known(
            String id,
            Phrase says,
            @Nullable Double figure,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String unit,
            long customers,
            String origin,
            String source) {

        static Known of(Evidence evidence) {
            var figure = evidence.figure();
            return new Known(
                    evidence.id(),
                    evidence.says(),
                    figure == null ? null : figure.value(),
                    figure == null ? null : figure.low(),
                    figure == null ? null : figure.high(),
                    figure == null ? null : lower(figure.unit()),
                    evidence.customers(),
                    lower(evidence.origin()),
                    evidence.source());
        }
    }

    /// What an order of the group leaves.
    public record Offer(
            String text, BigDecimal before, BigDecimal after, BigDecimal low, BigDecimal high, BigDecimal minimum) {}

    /// @param evidence ids of what the sentence rests on
    public record Line(String text, List<String> evidence) {
        static Line of(Sentence sentence) {
            return new Line(sentence.text(), sentence.evidence());
        }
    }

    public record Message(
            String angle,
            Line headline,
            List<Line> body,
            @Nullable Line offer,
            Phrase channel,
            Phrase moment,
            List<Test> tests) {}

    /// @param part  `relevance`, `value` or `difference`
    /// @param grade `passes`, `partly`, `fails` or `not_known`
    public record Test(String part, String grade, Phrase says) {}

    /// @param kind as `number_without_data`
    public record Refusal(String kind, String quote, Phrase says) {}

    public record Judged(String text, boolean refused, List<Refusal> refusals, List<Test> tests) {

        public static Judged of(String text, Checked checked) {
            return new Judged(
                    text,
                    checked.isRefused(),
                    checked.refusals().stream()
                            .map(refusal -> new Refusal(lower(refusal.kind()), refusal.quote(), refusal.says()))
                            .toList(),
                    Proposal.tests(checked));
        }
    }

    public static Proposal of(Draft draft, Checker checker) {
        return new Proposal(
                draft.group().key(),
                draft.group().name(),
                draft.customers(),
                lower(draft.register()),
                known(draft, Role.RELEVANCE),
                known(draft, Role.VALUE),
                known(draft, Role.DIFFERENCE),
                known(draft, Role.REACH),
                offer(draft),
                draft.variants().stream()
                        .map(variant -> message(variant, checker))
                        .toList(),
                draft.missing(),
                draft.proposition().texts().stream()
                        .map(text -> text.headline().isEmpty() ? text.body() : text.headline() + "\n" + text.body())
                        .map(text -> Judged.of(text, checker.check(text)))
                        .toList());
    }

    private static List<Known> known(Draft draft, Role role) {
        return draft.with(role).stream().map(Known::of).toList();
    }

    private static @Nullable Offer offer(Draft draft) {
        OfferNet net = draft.offer();
        var declared = draft.proposition().offer();
        return net == null || declared == null
                ? null
                : new Offer(
                        declared.in(draft.register()),
                        cents(net.before()),
                        cents(net.perOrder()),
                        cents(net.low()),
                        cents(net.high()),
                        cents(net.minimum()));
    }

    private static Message message(Variant variant, Checker checker) {
        Sentence offer = variant.offer();
        return new Message(
                variant.angle(),
                Line.of(variant.headline()),
                variant.body().stream().map(Line::of).toList(),
                offer == null ? null : Line.of(offer),
                variant.channel(),
                variant.moment(),
                tests(checker.check(variant.text())));
    }

    private static List<Test> tests(Checked checked) {
        return checked.tests().stream()
                .map(test -> new Test(lower(test.part()), lower(test.grade()), test.says()))
                .toList();
    }

    private static BigDecimal cents(double amount) {
        return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
    }

    static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
