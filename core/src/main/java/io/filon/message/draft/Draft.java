package io.filon.message.draft;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Propositions.Declared;
import io.filon.message.declared.Register;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Group;
import io.filon.text.Phrase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What could be said to a group, and what for: relevance, value in numbers, what sets the company apart.
///
/// @param declared what the company declares for it
/// @param offer    what an order leaves with the offer; null when none is declared or nobody knows
/// @param variants up to three; none where nothing can be told
/// @param missing  what is not known or not declared, and what to do about it
public record Draft(
        Group group,
        long customers,
        Register register,
        Declared declared,
        List<Evidence> evidence,
        @Nullable OfferNet offer,
        List<Variant> variants,
        List<Phrase> missing) {

    public Draft {
        evidence = List.copyOf(evidence);
        variants = List.copyOf(variants);
        missing = List.copyOf(missing);
    }

    public Proposition proposition() {
        return declared.proposition();
    }

    public List<Evidence> with(Role role) {
        return evidence.stream().filter(each -> each.role() == role).toList();
    }

    public Draft with(List<Variant> others) {
        return new Draft(group, customers, register, declared, evidence, offer, others, missing);
    }
}
