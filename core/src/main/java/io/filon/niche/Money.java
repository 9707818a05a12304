package io.filon.niche;

import io.filon.market.size.Input;
import io.filon.niche.Beliefs.Mean;
import io.filon.niche.Beliefs.Share;
import io.filon.stats.draw.Variates;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.roaringbitmap.RoaringBitmap;

// In each draw: new customers = the least of demand, reach and capacity, as the market is sized; gain = new customers x
// (what one leaves - what the effort of winning it would leave spread over everybody). That effort is measured in
// customers: where of everybody p buy and of the niche q, winning one here takes as much as winning p / q elsewhere.
// Charging it is what makes niches of unlike size comparable: a niche that is like everybody gains nothing, however
// large.
// The numbers all niches share (capacity, the count of the universe…) are drawn once a draw, each niche's own from a
// generator of its own, so that one more niche changes no draw of the others.

/// What a niche is expected to bring, drawn many times.
final class Money {

    /// @param customers new ones
    /// @param limits    in how many draws demand, reach, capacity kept them down
    @SuppressWarnings("ArrayRecordComponent") // draws, never compared
    record Draws(double[] gain, double[] worth, double[] customers, double[] there, int[] limits) {}

    /// Numbers of the market that all niches share, as [io.filon.market.size.Inputs] has them.
    private record Common(
            double universe,
            double servedShare,
            double deciding,
            double contacts,
            double capacity,
            double cycleMonths,
            double winRate,
            double competition) {

        /// What nobody says sets no limit.
        static Common of(Reach reach, Function<Optional<Input>, Optional<Double>> at) {
            return new Common(
                    at.apply(reach.input("universe")).orElse(1.0),
                    at.apply(reach.input("served_share")).orElse(1.0),
                    at.apply(reach.input("deciding")).orElse(1.0),
                    at.apply(reach.input("contacts")).orElse(Double.POSITIVE_INFINITY),
                    at.apply(reach.input("capacity")).orElse(Double.POSITIVE_INFINITY),
                    at.apply(reach.input("cycle_months")).orElse(0.0),
                    at.apply(reach.input("win_rate")).orElse(1.0),
                    at.apply(reach.input("competition")).orElse(0.0));
        }
    }

    private final Beliefs beliefs;
    private final Reach reach;
    private final int draws;
    private final long seed;
    private final double months;
    private final Common[] common;
    private final double[] everyone;
    private final double[] shareOfAll;
    private final boolean sharesDrawn;
    private final boolean declaredRate;

    Money(Beliefs beliefs, Reach reach, int draws, long seed) {
        this.beliefs = beliefs;
        this.reach = reach;
        this.draws = draws;
        this.seed = seed;
        this.months = reach.months();
        this.declaredRate = reach.input("win_rate")
                .filter(input -> input.origin() != Input.Origin.MEASURED)
                .isPresent();
        RandomGenerator random = generator("");
        this.common = new Common[draws];
        this.everyone = new double[draws];
        this.shareOfAll = new double[draws];
        Mean all = beliefs.everyone();
        Optional<Share> winning = beliefs.winningOfAll();
        this.sharesDrawn = winning.isPresent();
        for (int draw = 0; draw < draws; draw++) {
            common[draw] = Common.of(reach, input -> {
                double u = random.nextDouble();
                return input.map(one -> one.at(u));
            });
            // less than nothing would be left by not selling at all
            everyone[draw] = Math.max(0, all.mean() + all.error() * random.nextGaussian());
            shareOfAll[draw] = winning.map(one -> Variates.beta(one.won(), one.lost(), random))
                    .orElse(1.0);
        }
    }

    /// What is gained when every number is what is most likely.
    double likely(Candidate candidate, long customers) {
        Mean value = beliefs.value(candidate.members()).orElse(new Mean(0, 0, 0, 0, 0));
        Optional<Share> share = beliefs.winning(candidate);
        double won = share.map(Share::mean).orElse(Double.NaN);
        double effort = share.flatMap(own -> beliefs.winningOfAll().map(all -> all.mean() / own.mean()))
                .orElse(1.0);
        double there = 0;
        for (Reach.Cell cell : reach.cells(candidate)) {
            there += cell.count() * (cell.whole() ? 1 : (cell.inside() + 0.5) / (cell.among() + 1));
        }
        Common numbers = Common.of(reach, input -> input.map(Input::value));
        double usual = reach.newLastYear(candidate.members()) * months / 12;
        double served = there * numbers.universe() * numbers.servedShare();
        double customersWon = customers(served, customers, won, effort, usual, numbers, new int[3]);
        return customersWon
                * (value.mean() - effort * Math.max(0, beliefs.everyone().mean()));
    }

    private RandomGenerator generator(String key) {
        long mixed = seed * 0x9E3779B97F4A7C15L + key.hashCode();
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mixed);
    }

    /// @param customers of the niche who bought in the last 12 months
    Draws of(Candidate candidate, RoaringBitmap buyers, long customers) {
        Mean value =
                beliefs.value(RoaringBitmap.and(candidate.members(), buyers)).orElse(new Mean(0, 0, 0, 0, 0));
        Share share = beliefs.winning(candidate).orElse(null);
        List<Reach.Cell> cells = reach.cells(candidate);
        double pace = reach.newLastYear(candidate.members());
        RandomGenerator random = generator(candidate.key());
        Draws drawn = new Draws(new double[draws], new double[draws], new double[draws], new double[draws], new int[3]);
        for (int draw = 0; draw < draws; draw++) {
            double left = value.mean() + value.error() * random.nextGaussian();
            double won = share == null ? Double.NaN : Variates.beta(share.won(), share.lost(), random);
            double usual = pace == 0 ? 0 : Variates.gamma(pace, random) * months / 12; // of a count, with its mean
            Common numbers = common[draw];
            double there = there(cells, numbers, random);
            double effort = share == null || !sharesDrawn ? 1 : shareOfAll[draw] / Math.max(1e-6, won);
            double customersWon = customers(there, customers, won, effort, usual, numbers, drawn.limits);
            drawn.there[draw] = there;
            drawn.customers[draw] = customersWon;
            drawn.worth[draw] = customersWon * left;
            drawn.gain[draw] = customersWon * (left - effort * everyone[draw]);
        }
        return drawn;
    }

    /// Whom the company serves and is in the niche; 0 where nobody counted.
    private static double there(List<Reach.Cell> cells, Common numbers, RandomGenerator random) {
        double there = 0;
        for (Reach.Cell cell : cells) {
            double part =
                    cell.whole() ? 1 : Variates.beta(cell.inside() + 0.5, cell.among() - cell.inside() + 0.5, random);
            there += cell.count() * part;
        }
        return there * numbers.universe() * numbers.servedShare();
    }

    private double customers(
            double there, long customers, double won, double effort, double usual, Common numbers, int[] limits) {
        if (!reach.counted()) {
            limits[0]++;
            return usual;
        }
        double prospects = Math.max(0, there - customers);
        double rate = rate(won, effort, numbers.winRate());
        double open = numbers.deciding() * (1 - numbers.competition());
        double demand = Double.isNaN(rate) ? Math.min(prospects, usual) : prospects * open * rate;
        double reached = Double.isNaN(rate) ? Double.POSITIVE_INFINITY : numbers.contacts() * months * rate;
        double capacity = numbers.capacity() * Math.max(0, months - numbers.cycleMonths());
        double least = Math.min(demand, Math.min(reached, capacity));
        limits[least == demand ? 0 : least == reached ? 1 : 2]++;
        return least;
    }

    /// Of whom is spoken to outside, who buys; NaN where nobody says. What contacts on file show is not that: it only
    /// tells how much more or less than elsewhere are won.
    private double rate(double won, double effort, double declared) {
        return declaredRate ? Math.min(1, declared / effort) : beliefs.byDeals() ? won : Double.NaN;
    }
}
