package io.filon.niche;

import io.filon.niche.Comparison.Compared;
import io.filon.niche.Niches.LeftOut;
import io.filon.niche.path.ExpansionPath;
import io.filon.niche.path.Neighbour;
import io.filon.niche.path.Planner;
import io.filon.niche.path.Planner.Stop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// From niches compared to what is said of them all: who is first, which lie near which, and in which order to take
/// them.
final class Ordering {

    /// So many of the best are put in order.
    private static final int PLANNED = Planner.EXACT;

    /// Shown of each kind of what is left out.
    private static final int SHOWN = 40;

    private final Terms terms;
    private final Comparison comparison;
    private final Nearness nearness;
    private final Reach reach;

    Ordering(Terms terms, Comparison comparison, Nearness nearness, Reach reach) {
        this.terms = terms;
        this.comparison = comparison;
        this.nearness = nearness;
        this.reach = reach;
    }

    Niches niches(List<Compared> compared, List<LeftOut> leftOut, People people, RoaringBitmap buyers) {
        List<Compared> best = compared.stream()
                .filter(one -> one.niche().gain().value() > 0)
                .limit(PLANNED)
                .toList();
        List<Neighbour> neighbours = nearness.of(
                compared.stream().limit(SHOWN).map(Compared::candidate).toList());
        return new Niches(
                verdict(compared),
                reach.months(),
                terms.draws(),
                terms.seed(),
                reach.counted() ? "universe" : "observed",
                people.firstYear() ? "first_year" : "last_year",
                buyers.getCardinality(),
                comparison.everyone(),
                comparison.differ(),
                comparison.market(),
                terms.least(),
                terms.equalWithin(),
                comparison.weights(),
                compared.stream().limit(SHOWN).map(Compared::niche).toList(),
                leftOut,
                neighbours.stream()
                        .filter(one -> one.goesOn() || near(one, best))
                        .sorted(Comparator.comparingDouble((Neighbour one) -> -one.near())
                                .thenComparing(Neighbour::from)
                                .thenComparing(Neighbour::to))
                        .toList(),
                path(best, neighbours),
                missing(comparison.everyone()));
    }

    private static boolean near(Neighbour one, List<Compared> best) {
        List<String> keys = best.stream().map(each -> each.niche().key()).toList();
        return keys.contains(one.from()) && keys.contains(one.to());
    }

    private static String verdict(List<Compared> compared) {
        if (compared.isEmpty()) {
            return "no_niche";
        }
        Niche leader = compared.getFirst().niche();
        if (leader.gain().value() <= 0) {
            return "none_better";
        }
        return leader.firstChance() < Niches.SURE ? "too_close" : "first";
    }

    private @Nullable ExpansionPath path(List<Compared> best, List<Neighbour> neighbours) {
        List<Stop> stops = new ArrayList<>();
        for (Compared one : best) {
            Stop stop = stop(one);
            if (stop != null) {
                stops.add(stop);
            }
        }
        if (stops.isEmpty()) {
            return null;
        }
        Map<List<String>, Double> known = new HashMap<>();
        neighbours.forEach(one -> known.put(List.of(one.from(), one.to()), one.near()));
        double[][] near = new double[stops.size()][stops.size()];
        for (int i = 0; i < near.length; i++) {
            for (int j = 0; j < near.length; j++) {
                near[i][j] = known.getOrDefault(
                        List.of(stops.get(i).key(), stops.get(j).key()), 0.0);
            }
        }
        boolean decided = verdict(best).equals("first")
                && stops.getFirst().key().equals(best.getFirst().niche().key());
        return new Planner(stops, near, terms.pathMonths(), terms.nextTo()).planFrom(decided ? 0 : -1);
    }

    /// Null where enough of the niche is the company's already, or nobody is left to win.
    private @Nullable Stop stop(Compared one) {
        Niche niche = one.niche();
        double aMonth = niche.newCustomers().value() / reach.months();
        double today = niche.share().customers();
        double end = ExpansionPath.ENOUGH * (today + aMonth * terms.pathMonths());
        if (aMonth <= 0 || end <= today) {
            return null;
        }
        return new Stop(
                niche.key(),
                one.candidate().members(),
                end - today,
                (end - today) / aMonth,
                niche.worth().value() / niche.newCustomers().value(),
                (long) Math.ceil(end));
    }

    /// What would make it surer, and how.
    private List<String> missing(Map<Criterion, Figure> everyone) {
        List<String> missing = new ArrayList<>();
        if (!reach.counted()) {
            missing.add("universe");
        }
        for (Criterion criterion : Criterion.values()) {
            Figure figure = everyone.get(criterion);
            if (figure != null && !figure.known()) {
                missing.add(figure.why());
            }
        }
        return missing.stream().distinct().toList();
    }
}
