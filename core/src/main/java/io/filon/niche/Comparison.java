package io.filon.niche;

import io.filon.niche.First.Runner;
import io.filon.niche.Money.Draws;
import io.filon.niche.Niche.Share;
import io.filon.niche.Niches.LeftOut;
import io.filon.niche.People.Row;
import io.filon.segment.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Compares niches: money, score, chance of being first, and how much of each is the company's.
final class Comparison {

    /// So many at most are drawn.
    private static final int MOST = 60;

    private static final String[] LIMITS = {"demand", "reach", "capacity"};

    private final Terms terms;
    private final People people;
    private final Beliefs beliefs;
    private final Reach reach;
    private final RoaringBitmap buyers;
    private final Measures measures;
    private final Money money;
    private final Map<Criterion, Double> weights;

    /// A niche while it is being compared.
    record Compared(Candidate candidate, Draws draws, Map<Criterion, Figure> figures, Runner runner, Niche niche) {}

    Comparison(Terms terms, People people, Beliefs beliefs, Reach reach, RoaringBitmap buyers) {
        this.terms = terms;
        this.people = people;
        this.beliefs = beliefs;
        this.reach = reach;
        this.buyers = buyers;
        this.measures = new Measures(people, beliefs, terms.least());
        this.money = new Money(beliefs, reach, terms.draws(), terms.seed());
        this.weights = weights();
    }

    /// As declared, without what no file of this company tells; together 1.
    Map<Criterion, Double> weights() {
        Map<Criterion, Double> told = new EnumMap<>(Criterion.class);
        double sum = 0;
        for (Criterion criterion : Criterion.values()) {
            double weight = measures.tells(criterion) ? terms.weights().getOrDefault(criterion, 0.0) : 0;
            told.put(criterion, weight);
            sum += weight;
        }
        double all = sum;
        told.replaceAll((_, weight) -> all == 0 ? 0 : weight / all);
        return told;
    }

    /// The same in the order of money.
    ///
    /// @param leftOut gets those of which so little is expected that drawing would only take time
    List<Compared> of(List<Candidate> kept, List<LeftOut> leftOut) {
        List<Candidate> candidates = mostPromising(kept, leftOut);
        Map<Criterion, Figure> everyone = measures.everyone();
        First first = new First(terms, weights);
        List<Compared> compared = new ArrayList<>();
        for (Candidate candidate : candidates) {
            compared.add(compared(candidate, everyone, first));
        }
        List<Runner> runners = compared.stream().map(Compared::runner).toList();
        double[][] scores = first.scores(runners);
        double[] chances = first.chances(runners, scores);
        List<Compared> done = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            Compared one = compared.get(i);
            done.add(new Compared(
                    one.candidate,
                    one.draws,
                    one.figures,
                    one.runner,
                    with(one.niche, range(scores[i], one.niche.score().value()), chances[i])));
        }
        done.sort(Comparator.comparingDouble((Compared one) -> -one.niche.gain().value())
                .thenComparing(one -> one.niche.key()));
        return leaderFirst(done);
    }

    private List<Candidate> mostPromising(List<Candidate> kept, List<LeftOut> leftOut) {
        if (kept.size() <= MOST) {
            return kept;
        }
        Map<String, Double> likely = new HashMap<>();
        kept.forEach(one -> likely.put(one.key(), money.likely(one, lately(one))));
        List<Candidate> order = new ArrayList<>(kept);
        order.sort(Comparator.comparingDouble((Candidate one) -> -likely.getOrDefault(one.key(), 0.0))
                .thenComparing(Candidate::key));
        for (Candidate one : order.subList(MOST, order.size())) {
            int customers = RoaringBitmap.andCardinality(one.members(), buyers);
            leftOut.add(new LeftOut(one.key(), one.name(), customers, "less", ""));
        }
        return order.subList(0, MOST);
    }

    /// Its customers who bought in the last 12 months.
    private long lately(Candidate candidate) {
        return RoaringBitmap.and(candidate.members(), buyers).stream()
                .filter(person -> people.row(person).lately())
                .count();
    }

    /// Money first; where it is about equal the score.
    private List<Compared> leaderFirst(List<Compared> byMoney) {
        int best = First.best(
                byMoney.stream().mapToDouble(one -> one.niche.gain().value()).toArray(),
                byMoney.stream().mapToDouble(one -> one.niche.score().value()).toArray(),
                terms.equalWithin());
        if (best > 0) {
            byMoney.addFirst(byMoney.remove(best));
        }
        return byMoney;
    }

    private Compared compared(Candidate candidate, Map<Criterion, Figure> everyone, First first) {
        RoaringBitmap own = RoaringBitmap.and(candidate.members(), buyers);
        long lately = lately(candidate);
        Draws draws = money.of(candidate, buyers, lately);
        Map<Criterion, Figure> figures = new EnumMap<>(measures.of(candidate));
        figures.put(Criterion.SIZE, size(candidate, draws));
        double[] points = new double[Criterion.values().length];
        double[] spread = new double[points.length];
        Map<Criterion, Double> said = new EnumMap<>(Criterion.class);
        int place = 0;
        for (Criterion criterion : Criterion.values()) {
            int i = place++;
            Range range = figure(figures, criterion).range();
            Range usual = criterion == Criterion.SIZE
                    ? range
                    : figure(everyone, criterion).range();
            if (range == null || usual == null) {
                points[i] = Double.NaN;
                continue;
            }
            points[i] = criterion.points(range.value(), usual.value(), terms.least());
            double one = criterion.points(range.low(), usual.value(), terms.least());
            double other = criterion.points(range.high(), usual.value(), terms.least());
            spread[i] = Math.abs(other - one) / 3.92;
            said.put(criterion, points[i]);
        }
        Niche niche = new Niche(
                candidate.key(),
                candidate.kind(),
                candidate.name(),
                candidate.attributes(),
                candidate.rule(),
                own.getCardinality(),
                candidate.members().getCardinality() - own.getCardinality(),
                range(draws.gain()),
                money.likely(candidate, lately),
                range(draws.worth()),
                range(draws.customers()),
                limit(draws),
                share(lately, draws),
                figures,
                said,
                Range.certain(first.score(points)),
                0);
        return new Compared(candidate, draws, figures, new Runner(candidate.key(), draws, points, spread), niche);
    }

    private static Niche with(Niche one, Range score, double chance) {
        return new Niche(
                one.key(),
                one.kind(),
                one.name(),
                one.attributes(),
                one.rule(),
                one.customers(),
                one.contacts(),
                one.gain(),
                one.likely(),
                one.worth(),
                one.newCustomers(),
                one.limit(),
                one.share(),
                one.figures(),
                one.points(),
                score,
                chance);
    }

    private static Figure figure(Map<Criterion, Figure> figures, Criterion criterion) {
        return figures.getOrDefault(criterion, Figure.unknown("few", 0));
    }

    /// Who could be won and is not yet; without a universe those who come within the horizon at the pace of last
    /// year.
    private Figure size(Candidate candidate, Draws draws) {
        if (!reach.counted()) {
            Range range = range(draws.customers());
            return new Figure(range, range.value(), reach.newLastYear(candidate.members()), "measured", "");
        }
        Range there = range(draws.there());
        boolean whole = reach.cells(candidate).stream().allMatch(Reach.Cell::whole);
        return there.high() == 0
                ? Figure.unknown("not_served", 0)
                : new Figure(there, there.value(), 0, whole ? "declared" : "assumed", "");
    }

    /// Customers of today, and those who can be won: what is the company's of what it could have.
    private Share share(long customers, Draws draws) {
        if (!reach.counted()) {
            return new Share(customers, null, null, null, null);
        }
        double[] winnable =
                Arrays.stream(draws.customers()).map(won -> customers + won).toArray();
        double[] part = Arrays.stream(winnable)
                .map(all -> all == 0 ? 0 : customers / all)
                .toArray();
        double there = Beliefs.mean(draws.there());
        return new Share(
                customers, range(winnable), range(part), there, there == 0 ? null : Math.min(1, customers / there));
    }

    private static String limit(Draws draws) {
        int most = 0;
        for (int i = 1; i < LIMITS.length; i++) {
            most = draws.limits()[i] > draws.limits()[most] ? i : most;
        }
        return LIMITS[most];
    }

    Map<Criterion, Figure> everyone() {
        return measures.everyone();
    }

    double differ() {
        return beliefs.differ();
    }

    /// The whole market beside the niches.
    Share market() {
        Candidate all = new Candidate(
                "",
                Niche.Kind.FACTS,
                Label.NONE,
                List.of(),
                "",
                people.everybody(),
                people.everybody(),
                people.everybody(),
                true);
        long lately = people.where(Row::lately).getCardinality();
        return share(lately, money.of(all, buyers, lately));
    }

    static Range range(double[] draws) {
        return range(draws, Beliefs.mean(draws));
    }

    /// Between bounds that hold in eight cases of ten.
    private static Range range(double[] draws, double value) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        double low = sorted[(int) Math.round(0.1 * last)];
        double high = sorted[(int) Math.round(0.9 * last)];
        return new Range(value, Math.min(low, value), Math.max(high, value));
    }
}
