package io.filon.niche;

import io.filon.niche.path.ExpansionPath;
import io.filon.niche.path.Neighbour;
import io.filon.segment.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which niche to take first, how sure that is, and which comes after.
///
/// @param verdict       `first`: one is clearly first; `too_close`: no one is; `none_better`: nobody is expected to
///     leave more than the same effort spread over everybody; `no_niche`: nothing large enough to compare
/// @param horizonMonths over which customers are won: that of `market.yaml`, else 12
/// @param sizes         where it comes from how many there are: `universe` (counted in `market.yaml`) or `observed`
///     (whom the files show, at last year's pace: at least so many)
/// @param values        what a customer leaves: `first_year` (365 days from the first purchase, equal for all) or
///     `last_year` (the last 365 days, where too few were followed that long)
/// @param customers     who bought, all together
/// @param everyone      the figures of all customers: what each niche is compared with
/// @param differ        by how much groups of this company's customers differ at all in what one leaves (standard
///     deviation, money): what a niche's own figure is drawn towards everybody's by
/// @param market        our share of everybody: the mass market beside the niches
/// @param least         customers from which on a group is a niche
/// @param equalWithin   money nearer than this part of the best counts as equal, and the score decides
/// @param weights       by criterion, together 1; 0 for what no file of this company tells
/// @param niches        most money first
/// @param leftOut       what was looked at and is no niche of its own, and why
/// @param neighbours    which lie near which, nearest first
/// @param path          in which order to take them; null without a niche worth taking
/// @param missing       keys of what no file tells and what it would settle
public record Niches(
        String verdict,
        int horizonMonths,
        int draws,
        long seed,
        String sizes,
        String values,
        long customers,
        Map<Criterion, Figure> everyone,
        double differ,
        Niche.Share market,
        int least,
        double equalWithin,
        Map<Criterion, Double> weights,
        List<Niche> niches,
        List<LeftOut> leftOut,
        List<Neighbour> neighbours,
        @Nullable ExpansionPath path,
        List<String> missing) {

    /// Under this chance of being first no niche is called first.
    public static final double SURE = 0.60;

    /// @param why  `small`, `mass` (half of all customers or more: the market itself), `outcome` (told by
    ///     what customers left, so nobody new can be looked for by it), `not_served` (in no group served),
    ///     `alike` (nearly the same people as `into`), `carried` (what is better about it is in `into`),
    ///     `no_better` (a part of `into`, no better than the rest), `less` (60 others are expected to
    ///     leave more)
    /// @param into key of the niche that stands for it; empty when none does
    public record LeftOut(String key, Label name, long customers, String why, String into) {}

    public Niches {
        everyone = Map.copyOf(everyone);
        weights = Map.copyOf(weights);
        niches = List.copyOf(niches);
        leftOut = List.copyOf(leftOut);
        neighbours = List.copyOf(neighbours);
        missing = List.copyOf(missing);
    }

    /// The one with most money, whether or not that is sure.
    public Optional<Niche> leader() {
        return niches.stream().findFirst();
    }

    public boolean tooClose() {
        return verdict.equals("too_close");
    }

    public Optional<Niche> niche(String key) {
        return niches.stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
