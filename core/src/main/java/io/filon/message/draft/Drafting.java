package io.filon.message.draft;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Propositions.Declared;
import io.filon.message.declared.Register;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Findings;
import io.filon.message.evidence.Group;
import io.filon.problem.FilonException;
import io.filon.store.Sql;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Drafts what to say to a group, after [io.filon.message.evidence.GroupTables#make].
///
/// @param reader   who reads the draft; the text itself follows its register
/// @param smallest customers a group needs: fewer could be told one from another
public record Drafting(Findings findings, Locale reader, String currency, int smallest) {

    /// @throws FilonException when the group is empty or too small, or the offer leaves less than it must
    public Draft draft(Group group, Declared declared, Register register) {
        long customers =
                findings.store().number(Sql.of("select count(*) from message_people where segment = ?", group.key()));
        if (customers == 0) {
            throw new FilonException("message.empty", group.name());
        }
        if (customers < smallest) {
            throw new FilonException("message.too_small", group.name(), customers, smallest);
        }
        Proposition proposition = declared.proposition();
        List<Phrase> missing = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>(findings.of(group));
        evidence.addAll(Declarations.of(declared, register));
        Copy copy = new Copy(register, reader, currency);
        OfferNet net = offerNet(group, declared, missing);
        Sentence offer = null;
        if (net != null && proposition.offer() != null) {
            evidence.add(net.evidence(declared.file()));
            String said = proposition.offer().in(register).replaceFirst("[.]$", "");
            offer = new Sentence(copy.say("copy.offer", said), List.of("offer"));
        }
        Leads leads = new Leads(copy, proposition, register, findings.jobName());
        List<Variant> variants = new Writer(leads, evidence, offer).variants();
        missing(proposition, leads, evidence, missing);
        return new Draft(group, customers, register, declared, evidence, net, variants, missing);
    }

    /// Null where nothing is offered, or nobody knows what an order of theirs costs.
    private @Nullable OfferNet offerNet(Group group, Declared declared, List<Phrase> missing) {
        Proposition.Offer offer = declared.proposition().offer();
        if (offer == null) {
            return null;
        }
        OfferNet net = OfferNet.of(findings.store(), group, offer).orElse(null);
        if (net == null) {
            missing.add(Phrase.of("message.missing.orders"));
            return null;
        }
        if (!net.holds()) {
            throw new FilonException(List.of(Refused.offer(net, declared.file(), reader, currency)));
        }
        return net;
    }

    private static void missing(Proposition proposition, Leads leads, List<Evidence> evidence, List<Phrase> missing) {
        if (leads.of(Role.RELEVANCE, evidence).isEmpty()) {
            missing.add(Phrase.of("message.missing.relevance"));
        }
        if (leads.of(Role.VALUE, evidence).isEmpty()) {
            missing.add(Phrase.of("message.missing.value"));
        }
        if (proposition.capabilities().isEmpty()) {
            missing.add(Phrase.of("message.missing.capabilities"));
        } else if (proposition.alternatives().isEmpty()) {
            missing.add(Phrase.of("message.missing.alternatives"));
        } else if (leads.of(Role.DIFFERENCE, evidence).isEmpty()) {
            missing.add(Phrase.of("message.missing.difference"));
        }
        proposition.capabilities().forEach((key, capability) -> {
            if (Standing.of(key, proposition).grade() == Standing.Grade.COMMON) {
                missing.add(Phrase.of("message.missing.common", new Value.Name(capability.text())));
            }
        });
        if (proposition.offer() == null) {
            missing.add(Phrase.of("message.missing.offer"));
        }
    }
}
