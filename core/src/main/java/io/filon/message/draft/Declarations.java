package io.filon.message.draft;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Propositions.Declared;
import io.filon.message.declared.Register;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Figure;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the company declares, as evidence: its facts, and its capabilities as they stand against the alternatives.
final class Declarations {

    private Declarations() {}

    static List<Evidence> of(Declared declared, Register register) {
        Proposition proposition = declared.proposition();
        List<Evidence> evidence = new ArrayList<>();
        proposition.facts().forEach((key, fact) -> {
            Figure figure = new Figure(fact.value(), fact.low(), fact.high(), fact.unit(), fact.better());
            Phrase says = Phrase.of(
                    "message.evidence.fact",
                    new Value.Name(fact.in(register).replace("{value}", "…")),
                    number(fact.value(), fact),
                    number(fact.low(), fact),
                    number(fact.high(), fact),
                    new Value.Name(fact.source()));
            evidence.add(Evidence.declared("fact." + key, Role.VALUE, key, figure, declared.file(), says));
        });
        proposition.capabilities().forEach((key, capability) -> {
            Standing standing = Standing.of(key, proposition);
            Phrase says = Phrase.of(
                    "message.evidence.capability." + standing.grade().name().toLowerCase(Locale.ROOT),
                    new Value.Name(capability.in(register)),
                    new Value.Name(String.join(", ", standing.lacking())),
                    new Value.Name(capability.source()));
            evidence.add(Evidence.declared("capability." + key, Role.DIFFERENCE, key, null, declared.file(), says));
        });
        return evidence;
    }

    private static Value number(double number, Proposition.Fact fact) {
        return switch (fact.unit()) {
            case SHARE -> new Value.Share(number);
            case MONEY -> OfferNet.money(number);
            default -> new Value.Decimal(number, 2);
        };
    }
}
