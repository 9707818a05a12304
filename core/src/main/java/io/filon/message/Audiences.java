package io.filon.message;

import io.filon.message.declared.Proposition;
import io.filon.message.declared.Propositions;
import io.filon.message.declared.Propositions.Declared;
import io.filon.message.declared.Register;
import io.filon.message.evidence.Group;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.segment.Owners;
import io.filon.segment.Segment;
import io.filon.store.Sql;
import io.filon.text.Messages;
import io.filon.value.Valuation;
import io.filon.workspace.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who is spoken to: one segment somebody named, those the company declares propositions for, or those that own
/// customers.
public final class Audiences {

    /// In the order of the playbook's priorities.
    private static final List<String> STAGES = List.of("active_vip", "at_risk", "dormant_high_value");

    private static final int FEW = 3;

    private final Base base;
    private final Propositions propositions;
    private final Locale reader;

    public Audiences(Base base, Propositions propositions, Locale reader) {
        this.base = base;
        this.propositions = propositions;
        this.reader = reader;
    }

    /// @param typed    as somebody named the segment
    /// @param register null for the one declared, else the usual one of the reader's language
    public Audience of(Segment segment, String typed, @Nullable Register register) {
        Declared declared = propositions
                .of(List.of(
                        segment.key(), segment.name().spanish(), segment.name().english(), typed))
                .orElseGet(
                        () -> new Declared("propositions/" + segment.key() + ".yaml", Proposition.none(segment.key())));
        return audience(segment, declared, register);
    }

    private Audience audience(Segment segment, Declared declared, @Nullable Register register) {
        Register stated = declared.proposition().register();
        Register chosen = register != null ? register : stated != null ? stated : Register.usual(reader);
        Group group = new Group(segment.key(), segment.name().in(reader), segment.definition());
        return new Audience(group, base.select(segment.rule()), declared, chosen);
    }

    /// Those of `propositions/*.yaml`, in their order; without any, the first few that own customers: the company's
    /// own, then the stages worth most effort.
    ///
    /// @throws io.filon.problem.FilonException when a proposition is for a segment there is not
    public List<Audience> important(Library library, Settings settings) {
        List<Audience> audiences = new ArrayList<>();
        propositions
                .byFile()
                .forEach((file, proposition) -> audiences.add(
                        audience(library.find(proposition.segment()), new Declared(file, proposition), null)));
        if (audiences.isEmpty()) {
            Owners.order(library, settings.segments()).stream()
                    .sorted(Comparator.comparingInt(segment -> STAGES.indexOf(segment.key())))
                    .filter(segment -> !Valuation.STAGES.contains(segment.key()) || STAGES.contains(segment.key()))
                    .limit(FEW)
                    .forEach(segment -> audiences.add(of(segment, "", null)));
        }
        return List.copyOf(audiences);
    }

    /// Where nobody keeps segments: the stages of the lifecycle worth most effort.
    public static List<Audience> ofStages(Messages messages) {
        return STAGES.stream()
                .map(stage -> new Audience(
                        new Group(stage, messages.say("segment.%s.name".formatted(stage)), "stage, orders, hiatus"),
                        Sql.of("select customer_id from lifecycle where stage = ?", stage),
                        new Declared("propositions/" + stage + ".yaml", Proposition.none(stage)),
                        Register.usual(messages.locale())))
                .toList();
    }
}
