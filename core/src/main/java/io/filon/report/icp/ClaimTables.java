package io.filon.report.icp;

import io.filon.icp.claim.Answer;
import io.filon.icp.claim.Lift;
import io.filon.icp.claim.Measured;
import io.filon.icp.claim.Reality;
import io.filon.icp.claim.Tolerance;
import io.filon.icp.claim.Verdict;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A persona's claims in words: what is believed, what the data say, and what to do next.
final class ClaimTables {

    private final RuleWords words;

    ClaimTables(RuleWords words) {
        this.words = words;
    }

    Icp.Persona persona(Reality reality) {
        Reality.Shares shares = reality.shares();
        return new Icp.Persona(
                reality.name(),
                reality.job(),
                reality.budgetShare(),
                reality.spentShare(),
                reality.members(),
                Figures.figure(shares.customers()),
                Figures.figure(shares.stars()),
                Figures.figure(shares.revenue()),
                Figures.figure(shares.contribution()),
                Figures.figure(reality.net()),
                reality.answers().stream().map(this::claim).toList());
    }

    private Icp.Believed claim(Answer answer) {
        Phrase subject = subject(answer);
        Lift lift = answer.lift();
        Tolerance shown = answer.kind().equals("trait") ? null : answer.tolerance();
        return new Icp.Believed(
                answer.persona(),
                answer.kind(),
                subject,
                answer.byDefinition()
                        ? "by_definition"
                        : answer.verdict().name().toLowerCase(Locale.ROOT),
                sentence(answer, subject),
                answer.declared(),
                shown == null ? null : shown.low(),
                shown == null ? null : shown.high(),
                Figures.figure(answer.measured()),
                lift == null ? null : Figures.figure(lift.stars()),
                lift == null ? null : lift.all(),
                lift == null ? null : Figures.figure(lift.times()),
                Figures.figure(answer.money()),
                answer.needed(),
                next(answer));
    }

    private Phrase subject(Answer answer) {
        String about = answer.kind().equals("trait") && answer.rule() != null
                ? words.persona(answer.rule())
                : answer.subject();
        return Phrase.of("icp.claim." + answer.kind(), new Value.Name(about), declared(answer));
    }

    private static Value declared(Answer answer) {
        Double declared = answer.declared();
        if (declared == null) {
            return new Value.Name("");
        }
        return switch (answer.kind()) {
            case "net_per_customer", "revenue_per_customer" -> Figures.amount(declared);
            case "orders_per_year", "days_between_orders" -> new Value.Decimal(declared, 1);
            default -> new Value.Share(declared);
        };
    }

    private static Phrase sentence(Answer answer, Phrase subject) {
        Measured measured = answer.measured();
        if (measured == null) {
            return Phrase.of("icp.answer.unmeasured", new Value.Name(answer.persona()), new Value.Said(subject));
        }
        String key = answer.verdict() == Verdict.TOO_FEW && answer.needed() >= Tolerance.MOST
                ? "never"
                : answer.verdict().name().toLowerCase(Locale.ROOT);
        return Phrase.of(
                "icp.answer." + key,
                new Value.Name(answer.persona()),
                new Value.Said(subject),
                said(answer, measured),
                new Value.Count(answer.needed()));
    }

    /// What the data say, in the unit of the claim.
    static Value said(Answer answer, Measured measured) {
        Lift lift = answer.lift();
        return switch (answer.kind()) {
            case "trait" -> lift == null ? Figures.number(measured) : trait(lift);
            case "net_per_customer", "revenue_per_customer" -> Figures.money(measured);
            case "orders_per_year", "days_between_orders" -> Figures.number(measured);
            default -> Figures.share(measured);
        };
    }

    private static Value trait(Lift lift) {
        return new Value.Said(Phrase.of(
                "icp.trait.measured",
                Figures.share(lift.stars()),
                new Value.Share(lift.all()),
                Figures.number(lift.times())));
    }

    private static Phrase next(Answer answer) {
        if (!answer.collect().isEmpty()) {
            return Phrase.of("icp.next." + answer.collect());
        }
        @Nullable Measured money = answer.money();
        if (answer.byDefinition() || money == null) {
            return Phrase.of(answer.byDefinition() ? "icp.next.by_definition" : "icp.next.none");
        }
        return Phrase.of(
                "icp.next.stake",
                Figures.amount(money.value()),
                Figures.amount(money.low()),
                Figures.amount(money.high()));
    }
}
