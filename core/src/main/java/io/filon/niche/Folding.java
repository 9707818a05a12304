package io.filon.niche;

import io.filon.niche.Beliefs.Mean;
import io.filon.niche.Niches.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

// Candidates overlap: a product in a region, the region, a persona that lives there. From the clearest advantage down,
// each is kept unless one already kept stands for it. Nearly the same people: Jaccard over ALIKE. One inside the other:
// if the rest of the larger is no better than everybody, all that is better about it is in the smaller; if the smaller is
// no better than the rest of the larger, it is a part like any other.

/// Folds candidates that are nearly the same into one.
final class Folding {

    private static final double ALIKE = 0.8;

    /// So much of the smaller has to be in the larger to be a part of it.
    private static final double INSIDE = 0.95;

    /// Standard errors from which on a difference counts: one side, 5 in 100.
    private static final double SEEN = 1.645;

    /// @param clear the edge over its error
    private record Judged(Candidate candidate, RoaringBitmap buyers, double edge, double error, double clear) {}

    private final Beliefs beliefs;
    private final RoaringBitmap buyers;
    private final double perContact;

    Folding(Beliefs beliefs, RoaringBitmap buyers) {
        this.beliefs = beliefs;
        this.buyers = buyers;
        this.perContact = Math.max(0, beliefs.everyone().mean());
    }

    /// @param leftOut gets those that another one stands for
    List<Candidate> fold(List<Candidate> candidates, List<LeftOut> leftOut) {
        List<Judged> order = candidates.stream()
                .map(this::judged)
                .sorted(Comparator.comparingDouble(Judged::clear)
                        .reversed()
                        .thenComparing(one -> one.candidate.kind())
                        .thenComparing(one -> one.candidate.key()))
                .toList();
        List<Judged> kept = new ArrayList<>();
        for (Judged one : order) {
            Optional<LeftOut> folded = kept.stream()
                    .flatMap(other -> standsFor(other, one).stream())
                    .findFirst();
            folded.ifPresentOrElse(leftOut::add, () -> kept.add(one));
        }
        List<Candidate> niches = new ArrayList<>();
        for (Judged one : kept) { // a smaller one may have come after the larger
            Optional<LeftOut> folded =
                    kept.stream().flatMap(other -> carried(one, other).stream()).findFirst();
            folded.ifPresentOrElse(leftOut::add, () -> niches.add(one.candidate));
        }
        return niches;
    }

    private Judged judged(Candidate candidate) {
        RoaringBitmap own = RoaringBitmap.and(candidate.members(), buyers);
        double[] edge = edge(candidate, own);
        return new Judged(candidate, own, edge[0], edge[1], edge[1] == 0 ? 0 : edge[0] / edge[1]);
    }

    /// What a customer leaves beyond what the effort of winning it leaves elsewhere, and the error of that.
    private double[] edge(Candidate candidate, RoaringBitmap own) {
        Optional<Mean> value = beliefs.value(own);
        if (value.isEmpty()) {
            return new double[] {0, 0};
        }
        double all = beliefs.winningOfAll().map(Beliefs.Share::raw).orElse(0.0);
        Optional<Beliefs.Share> share = beliefs.winning(candidate);
        double ratio = share.map(one -> all / one.mean()).orElse(1.0);
        double shareError = share.map(one -> Math.sqrt(ratio * ratio * (1 - one.mean()) / one.mean() / (one.won() + one.lost())))
                .orElse(0.0);
        return new double[] {
            value.get().raw() - ratio * perContact,
            Math.hypot(value.get().rawError(), perContact * shareError)
        };
    }

    private Optional<LeftOut> standsFor(Judged kept, Judged one) {
        int both = RoaringBitmap.andCardinality(kept.buyers, one.buyers);
        int either = kept.buyers.getCardinality() + one.buyers.getCardinality() - both;
        if (both >= ALIKE * either) {
            return Optional.of(leftOut(one, "alike", kept));
        }
        return both >= INSIDE * one.buyers.getCardinality() && !clearly(one, rest(kept, one))
                ? Optional.of(leftOut(one, "no_better", kept))
                : carried(one, kept);
    }

    /// Where all that is better about the larger is in the smaller.
    private Optional<LeftOut> carried(Judged larger, Judged smaller) {
        int both = RoaringBitmap.andCardinality(larger.buyers, smaller.buyers);
        if (larger == smaller || both < INSIDE * smaller.buyers.getCardinality() || smaller.clear < SEEN) {
            return Optional.empty();
        }
        Judged rest = rest(larger, smaller);
        return rest.clear < SEEN && clearly(smaller, rest)
                ? Optional.of(leftOut(larger, "carried", smaller))
                : Optional.empty();
    }

    private Judged rest(Judged larger, Judged smaller) {
        Candidate whole = larger.candidate;
        RoaringBitmap members = RoaringBitmap.andNot(whole.members(), smaller.candidate.members());
        boolean byProduct = whole.product().isPresent();
        return judged(new Candidate(
                whole.key(),
                whole.kind(),
                whole.name(),
                whole.attributes(),
                "",
                members,
                byProduct ? whole.around() : RoaringBitmap.andNot(whole.around(), smaller.candidate.around()),
                whole.toldBefore()));
    }

    private static boolean clearly(Judged better, Judged than) {
        return better.edge - than.edge > SEEN * Math.hypot(better.error, than.error);
    }

    private static LeftOut leftOut(Judged one, String why, Judged into) {
        return new LeftOut(
                one.candidate.key(),
                one.candidate.name(),
                one.buyers.getCardinality(),
                why,
                into.candidate.key());
    }
}
