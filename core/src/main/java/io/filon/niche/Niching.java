package io.filon.niche;

import io.filon.market.Found;
import io.filon.market.MarketPlan;
import io.filon.niche.Niches.LeftOut;
import io.filon.niche.People.Column;
import io.filon.segment.Base;
import io.filon.segment.Library;
import io.filon.store.Store;
import io.filon.workspace.Persona;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// Looks for niches in a company's customers, and compares them.
///
/// Needs the tables of *intake*, *value* and *behaviour*, those of *discovery* if there are any, and, for how many
/// there are, what *market* found. The same tables, terms and seed give the same answer.
public final class Niching {

    private final Store store;
    private final Terms terms;
    private final Candidates candidates;
    private final People people;
    private @Nullable MarketPlan plan;
    private @Nullable Found found;
    private List<String> columns = List.of();

    public Niching(Store store, Terms terms) {
        this.store = store;
        this.terms = terms;
        this.people = People.read(store, terms.least());
        this.candidates = new Candidates(people, terms.least());
    }

    /// With the company's own segments.
    public Niching segments(Base base, Library library) {
        candidates.segments(base, library);
        return this;
    }

    /// With the customers the company imagines; their members are known since *value*.
    public Niching personas(List<Persona> personas) {
        candidates.personas(personas);
        return this;
    }

    /// With how many there are.
    ///
    /// @param universeColumns in their order
    public Niching market(MarketPlan plan, List<String> universeColumns, Found found) {
        this.plan = plan;
        this.found = found;
        this.columns =
                universeColumns.stream().filter(plan.match()::containsKey).toList();
        return this;
    }

    public Niches run() {
        candidates.hidden(store);
        List<Column> told = candidates.facts(terms.fixedTraits());
        RoaringBitmap buyers = people.buyers();
        Beliefs beliefs = new Beliefs(people, told, terms.least());
        Reach reach = new Reach(people, plan, columns, found);
        List<LeftOut> leftOut = new ArrayList<>(candidates.leftOut());
        List<Candidate> served = new ArrayList<>();
        for (Candidate candidate : candidates.found()) {
            if (reach.counted() && reach.cells(candidate).isEmpty()) {
                leftOut.add(new LeftOut(
                        candidate.key(), candidate.name(), candidates.customers(candidate), "not_served", ""));
            } else {
                served.add(candidate);
            }
        }
        List<Candidate> kept = new Folding(beliefs, buyers).fold(served, leftOut);
        Comparison comparison = new Comparison(terms, people, beliefs, reach, buyers);
        return new Ordering(terms, comparison, new Nearness(people, told, terms.least()), reach)
                .niches(comparison.of(kept, leftOut), leftOut, people, buyers);
    }
}
