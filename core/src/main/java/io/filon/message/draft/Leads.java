package io.filon.message.draft;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Register;
import io.filon.message.evidence.Evidence;
import io.filon.message.evidence.Evidence.Role;
import io.filon.message.evidence.Figure;
import io.filon.message.evidence.Rounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a message may lead with: each piece of evidence that can be said to a customer, as a headline and a sentence.
final class Leads {

    /// @param angle    what kind of thing it is
    /// @param headline without a full stop
    record Lead(String angle, Role role, Sentence headline, Sentence body) {}

    private static final List<String> RELEVANT = List.of("job", "goods", "barrier", "stage");

    /// In this order they persuade: what is declared for this group, its money, its word.
    private static final List<String> VALUES =
            List.of("saving_money", "saving_share", "satisfied", "repurchase", "kept", "served");

    private final Copy copy;
    private final Proposition proposition;
    private final Register register;
    private final UnaryOperator<String> jobName;

    Leads(Copy copy, Proposition proposition, Register register, UnaryOperator<String> jobName) {
        this.copy = copy;
        this.proposition = proposition;
        this.register = register;
        this.jobName = jobName;
    }

    /// Those of a role, the strongest first.
    List<Lead> of(Role role, List<Evidence> evidence) {
        List<Lead> leads = new ArrayList<>();
        evidence.stream()
                .filter(each -> each.role() == role)
                .sorted(Comparator.comparingInt(Leads::place))
                .forEach(each -> lead(each).ifPresent(leads::add));
        return leads;
    }

    private static int place(Evidence evidence) {
        List<String> order = evidence.role() == Role.VALUE ? VALUES : RELEVANT;
        return order.indexOf(evidence.id()); // what is declared is in no list, so it comes first
    }

    private Optional<Lead> lead(Evidence evidence) {
        return switch (evidence.role()) {
            case VALUE -> value(evidence);
            case RELEVANCE -> relevance(evidence);
            case DIFFERENCE -> difference(evidence);
            case OFFER, REACH -> Optional.empty();
        };
    }

    private Optional<Lead> value(Evidence evidence) {
        Figure figure = evidence.figure();
        if (figure == null || !Sayable.is(evidence)) {
            return Optional.empty();
        }
        return Rounded.of(figure).map(rounded -> {
            if (evidence.id().startsWith("fact.")) {
                Proposition.Fact fact = proposition.facts().get(evidence.about());
                String said =
                        fact == null ? "" : Copy.capital(fact.in(register).replace("{value}", copy.amount(rounded)));
                return lead("value", evidence, said, Copy.stopped(said));
            }
            String number = copy.of(rounded, Sayable.OF_PEOPLE.contains(evidence.id()));
            String key = "copy.value." + evidence.id();
            return lead("value", evidence, copy.say(key + ".headline", number), copy.say(key + ".body", number));
        });
    }

    private Optional<Lead> relevance(Evidence evidence) {
        if (!RELEVANT.contains(evidence.id())) {
            return Optional.empty();
        }
        String name = evidence.id().equals("job") ? jobName.apply(evidence.about()) : evidence.about();
        String key = "copy." + evidence.id();
        if (!evidence.id().equals("goods")) {
            key = copy.has(key + "." + evidence.about() + ".body")
                    ? key + "." + evidence.about()
                    : evidence.id().equals("job") ? "copy.job.other" : "";
        }
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(lead(
                        evidence.id(), evidence, copy.say(key + ".headline", name), copy.say(key + ".body", name)));
    }

    private Optional<Lead> difference(Evidence evidence) {
        Proposition.Capability capability = proposition.capabilities().get(evidence.about());
        Standing standing = Standing.of(evidence.about(), proposition);
        if (capability == null || !standing.sets()) {
            return Optional.empty();
        }
        String text = capability.in(register);
        String places = copy.places(standing.lacking());
        return Optional.of(lead(
                "difference",
                evidence,
                copy.say("copy.difference.headline", text),
                copy.say("copy.difference.body", text, places)));
    }

    private static Lead lead(String angle, Evidence evidence, String headline, String body) {
        List<String> ids = List.of(evidence.id());
        return new Lead(angle, evidence.role(), new Sentence(headline, ids), new Sentence(body, ids));
    }
}
