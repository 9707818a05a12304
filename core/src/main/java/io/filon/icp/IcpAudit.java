package io.filon.icp;

import io.filon.discovery.lens.Lens;
import io.filon.icp.claim.ClaimAudit;
import io.filon.icp.claim.Measured;
import io.filon.icp.claim.MoneyShare;
import io.filon.icp.claim.People;
import io.filon.icp.claim.Reality;
import io.filon.icp.operating.Advice;
import io.filon.icp.operating.Operating;
import io.filon.icp.operating.OperatingIcp;
import io.filon.icp.propose.Draft;
import io.filon.icp.propose.Drafts;
import io.filon.icp.serve.BadFit;
import io.filon.icp.serve.Served;
import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.value.PersonaRules;
import io.filon.workspace.Persona;
import io.filon.workspace.Settings;
import java.util.BitSet;
import java.util.List;

/// The imagined customer beside the real one, in five steps: star customers, every claim, the gap, who is missing, and
/// the operating ICP to attract and to grow.
///
/// Needs the tables of *value* and *discovery*. Star customers and values are those of orders and of the outcome
/// window, never predicted. The same tables give the same answer.
public final class IcpAudit {

    private final Store store;
    private final Settings settings;
    private final List<Persona> personas;

    public IcpAudit(Store store, Settings settings, List<Persona> personas) {
        this.store = store;
        this.settings = settings;
        this.personas = List.copyOf(personas);
    }

    /// @param attract whom to look for, by what is known at the first contact (or the first order)
    /// @param advice  what customers of that ICP do more than others
    /// @param grow    in whom to invest, behaviour allowed
    /// @param served  what each group takes to be served, those that lose first
    /// @param rules   what the personas' rules may ask, to say them in words
    public record Result(
            List<Reality> realities,
            Gap gap,
            Operating attract,
            List<Advice> advice,
            Operating grow,
            List<Draft> drafts,
            List<Bridge> bridges,
            List<Served> served,
            PersonaRules rules) {

        public Result {
            realities = List.copyOf(realities);
            drafts = List.copyOf(drafts);
            bridges = List.copyOf(bridges);
            advice = List.copyOf(advice);
            served = List.copyOf(served);
        }
    }

    public Result run() {
        PersonaRules rules = PersonaRules.of(store, personas);
        People people = People.of(store);
        ClaimAudit claims = new ClaimAudit(store, people, rules);
        List<Reality> realities = personas.stream().map(claims::of).toList();
        BitSet covered = people.chosen(store, Sql.of("select distinct customer_id from persona_members"));
        OperatingIcp operating = new OperatingIcp(store);
        Operating attract = operating.of(operating.attract());
        Operating grow = operating.of(Lens.GROW);
        return new Result(
                realities,
                gap(people, covered),
                attract,
                attract.groups().isEmpty() ? List.of() : Advice.of(store, attract),
                grow,
                new Drafts(store, people, covered, rules).of(attract),
                new Bridges(store, people, rules).of(personas),
                new BadFit(store, settings).groups(),
                rules);
    }

    private static Gap gap(People people, BitSet covered) {
        BitSet uncovered = (BitSet) people.stars().clone();
        uncovered.andNot(covered);
        double left =
                people.stars().stream().mapToDouble(i -> people.starNet()[i]).sum();
        Measured share = MoneyShare.of(people.starNet(), people.stars(), uncovered)
                .map(found -> found.within(0, 1))
                .orElse(null);
        return new Gap(
                people.stars().cardinality(),
                uncovered.cardinality(),
                share,
                share == null
                        ? null
                        : new Measured(
                                share.value() * left, share.low() * left, share.high() * left, share.customers()),
                people.size(),
                covered.cardinality());
    }
}
