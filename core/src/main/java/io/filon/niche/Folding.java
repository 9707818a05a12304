package io.filon.niche;

import io.filon.niche.Beliefs.Edge;
import io.filon.niche.Beliefs.Sums;
import io.filon.niche.Niches.LeftOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

// Candidates overlap: a product in a region, the region, a persona that lives there. From the clearest advantage down,
// each is kept unless one already kept stands for it. Nearly the same people: Jaccard over ALIKE. One inside the other:
// if the rest of the larger is no better than everybody, all that is better about it is in the smaller; if the smaller
// is no better than the rest of the larger, it is a part like any other.

/// Folds candidates that are nearly the same into one.
final class Folding {

    private static final double ALIKE = 0.8;

    /// So much of the smaller has to be in the larger to be a part of it.
    private static final double INSIDE = 0.95;

    /// Standard errors from which on a difference counts: one side, 5 in 100.
    private static final double SEEN = 1.645;

    private record Judged(Candidate candidate, RoaringBitmap buyers, Sums sums, Edge edge) {
        double clear() {
            return edge.clear();
        }
    }

    private final Beliefs beliefs;
    private final RoaringBitmap buyers;

    Folding(Beliefs beliefs, RoaringBitmap buyers) {
        this.beliefs = beliefs;
        this.buyers = buyers;
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
        Sums sums = beliefs.sums(candidate);
        return new Judged(candidate, RoaringBitmap.and(candidate.members(), buyers), sums, beliefs.edge(sums));
    }

    private Optional<LeftOut> standsFor(Judged kept, Judged one) {
        int both = RoaringBitmap.andCardinality(kept.buyers, one.buyers);
        if (isAlike(kept, one)) {
            return Optional.of(leftOut(one, "alike", kept));
        }
        return both >= INSIDE * one.buyers.getCardinality() && !clearly(one.edge, rest(kept, one))
                ? Optional.of(leftOut(one, "no_better", kept))
                : carried(one, kept);
    }

    /// Among those who could be in either.
    private static boolean isAlike(Judged kept, Judged one) {
        RoaringBitmap among = RoaringBitmap.and(kept.candidate.among(), one.candidate.among());
        RoaringBitmap first = RoaringBitmap.and(kept.buyers, among);
        RoaringBitmap second = RoaringBitmap.and(one.buyers, among);
        return RoaringBitmap.andCardinality(first, second) >= ALIKE * RoaringBitmap.orCardinality(first, second);
    }

    /// Where all that is better about the larger is in the smaller.
    private Optional<LeftOut> carried(Judged larger, Judged smaller) {
        int both = RoaringBitmap.andCardinality(larger.buyers, smaller.buyers);
        if (larger.candidate.key().equals(smaller.candidate.key())
                || both < INSIDE * smaller.buyers.getCardinality()
                || smaller.clear() < SEEN) {
            return Optional.empty();
        }
        Edge rest = rest(larger, smaller);
        return rest.clear() < SEEN && clearly(smaller.edge, rest)
                ? Optional.of(leftOut(larger, "carried", smaller))
                : Optional.empty();
    }

    /// The larger without those in the smaller.
    private Edge rest(Judged larger, Judged smaller) {
        int both = RoaringBitmap.andCardinality(larger.buyers, smaller.buyers);
        if (both == smaller.buyers.getCardinality()) {
            return beliefs.edge(larger.sums.without(smaller.sums));
        }
        Candidate whole = larger.candidate;
        return beliefs.edge(beliefs.sums(new Candidate(
                whole.key(),
                whole.kind(),
                whole.name(),
                whole.attributes(),
                "",
                RoaringBitmap.andNot(whole.members(), smaller.candidate.members()),
                RoaringBitmap.andNot(whole.around(), smaller.candidate.members()),
                whole.among(),
                whole.toldBefore())));
    }

    private static boolean clearly(Edge better, Edge than) {
        return better.edge() - than.edge() > SEEN * Math.hypot(better.error(), than.error());
    }

    private static LeftOut leftOut(Judged one, String why, Judged into) {
        return new LeftOut(
                one.candidate.key(), one.candidate.name(), one.buyers.getCardinality(), why, into.candidate.key());
    }
}
