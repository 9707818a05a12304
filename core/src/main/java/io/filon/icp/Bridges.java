package io.filon.icp;

import io.filon.icp.Bridge.Crossing;
import io.filon.icp.claim.Measured;
import io.filon.icp.claim.People;
import io.filon.rule.Rule;
import io.filon.stats.MeanRange;
import io.filon.store.Store;
import io.filon.value.PersonaRules;
import io.filon.workspace.Persona;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Looks beside each persona: who already buys that lacks only one of its traits, and whether they are worth following.
final class Bridges {

    private final Store store;
    private final People people;
    private final PersonaRules rules;

    Bridges(Store store, People people, PersonaRules rules) {
        this.store = store;
        this.people = people;
        this.rules = rules;
    }

    /// One bridge a persona with two traits or more: over the neighbours that leave most.
    List<Bridge> of(List<Persona> personas) {
        Measured usual = mean(people.whole());
        List<Bridge> bridges = new ArrayList<>();
        if (usual == null) {
            return bridges;
        }
        for (Persona persona : personas) {
            if (persona.who().rule() instanceof Rule.All all && all.rules().size() > 1) {
                bridges.add(best(persona, all.rules(), usual));
            }
        }
        return bridges;
    }

    private Bridge best(Persona persona, List<Rule> traits, Measured usual) {
        List<BitSet> having = traits.stream()
                .map(trait -> people.chosen(store, rules.members(trait)))
                .toList();
        BitSet members = people.chosen(store, rules.members(persona.who().rule()));
        members.and(people.whole());
        Bridge best = null;
        for (int lacking = 0; lacking < traits.size(); lacking++) {
            BitSet neighbours = (BitSet) people.whole().clone();
            for (int trait = 0; trait < traits.size(); trait++) {
                if (trait == lacking) {
                    neighbours.andNot(having.get(trait));
                } else {
                    neighbours.and(having.get(trait));
                }
            }
            Bridge bridge = bridge(persona.name(), traits.get(lacking), neighbours, members, usual);
            if (best == null || value(bridge) > value(best)) {
                best = bridge;
            }
        }
        return Objects.requireNonNull(best);
    }

    private static double value(Bridge bridge) {
        return bridge.net() == null ? Double.NEGATIVE_INFINITY : bridge.net().value();
    }

    private Bridge bridge(String name, Rule missing, BitSet neighbours, BitSet members, Measured usual) {
        Measured net = mean(neighbours);
        Measured persona = mean(members);
        Crossing crossing = crossing(net, persona, usual);
        return new Bridge(
                name, missing, neighbours.cardinality(), net, persona, usual, gain(net, persona, members), crossing);
    }

    /// Worth it: the neighbours leave more than the usual customer, beyond chance, and more than the persona.
    private static Crossing crossing(@Nullable Measured net, @Nullable Measured persona, Measured usual) {
        if (net == null) {
            return Crossing.TOO_FEW;
        }
        boolean more = persona == null || net.value() > persona.value();
        if (more && net.low() > Math.max(0, usual.value())) {
            return Crossing.WORTH;
        }
        return !more || net.high() < Math.max(0, usual.high()) ? Crossing.NOT_WORTH : Crossing.TOO_FEW;
    }

    /// The two ranges are of different customers, so their ends are put together as independent ones.
    private static @Nullable Measured gain(@Nullable Measured net, @Nullable Measured persona, BitSet members) {
        if (net == null || persona == null) {
            return null;
        }
        double times = members.cardinality();
        double more = net.value() - persona.value();
        double below = Math.hypot(net.value() - net.low(), persona.high() - persona.value());
        double above = Math.hypot(net.high() - net.value(), persona.value() - persona.low());
        return new Measured(times * more, times * (more - below), times * (more + above), members.cardinality());
    }

    private @Nullable Measured mean(BitSet of) {
        double[] net = of.stream().mapToDouble(i -> people.net()[i]).toArray();
        return net.length < MeanRange.FEWEST ? null : Measured.of(MeanRange.of(net), net.length);
    }
}
