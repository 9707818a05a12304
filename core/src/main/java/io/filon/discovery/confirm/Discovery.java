package io.filon.discovery.confirm;

import io.filon.discovery.confirm.Finding.Grade;
import io.filon.discovery.search.Attribute;
import io.filon.discovery.search.Base;
import io.filon.discovery.search.Column;
import io.filon.discovery.search.Encoder;
import io.filon.discovery.search.Found;
import io.filon.discovery.search.Quality;
import io.filon.discovery.search.Search;
import io.filon.discovery.search.Sums;
import io.filon.progress.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the small groups whose customers are worth clearly more (or less) than the rest, and only those that are
/// really there.
///
/// Nothing here reads files: columns, target and periods are plain arrays, one entry a customer. One use.
public final class Discovery {

    /// Below this many customers there are too few for halves.
    static final int SMALL = 1000;

    /// Below this many nothing is inferred.
    static final int TOO_FEW = 50;

    /// Least gain of a rule kept by the search, in spreads of the target: about a z value. Of a million rules more than
    /// can be kept reach 3 by chance alone.
    private static final double LEAST_GAIN = 2;

    private static final double LEAST_GAIN_OF_MANY = 3;
    private static final double MANY = 1e6;

    private static final int KEPT = 1000;

    /// What is tested in each direction; fewer of a base that only bears pairs.
    private static final int FINALISTS = 40;

    private static final int FEWER_FINALISTS = 20;

    /// The confirmed first, then by what they are worth, then by their text.
    private static final Comparator<Finding> BEST_FIRST = Comparator.comparing(Finding::grade)
            .thenComparingDouble(finding -> -finding.quality())
            .thenComparing(Finding::rule);

    private final List<Column> columns;
    private final Target target;
    private final long[] keys;
    private final int[] periods;
    private final Wanted wanted;
    private final Progress progress;
    private final int least;
    private final int depth;
    private final Search.Options options;

    /// @param keys    stable numbers of the customers, which decide the halves
    /// @param periods of each customer's date, 0, 1, 2…; negative when not known
    public Discovery(
            List<Column> columns, Target target, long[] keys, int[] periods, Wanted wanted, Progress progress) {
        this.columns = List.copyOf(columns);
        this.target = target;
        this.keys = keys;
        this.periods = periods;
        this.wanted = wanted;
        this.progress = progress;
        int customers = target.values().length;
        this.least = wanted.leastOf(customers);
        this.depth = wanted.depthFor(customers);
        this.options = new Search.Options(depth, least, wanted.threads());
    }

    /// Customers told apart only by their place; no dates.
    public Discovery(List<Column> columns, Target target, Wanted wanted) {
        this(
                columns,
                target,
                IntStream.range(0, target.values().length).asLongStream().toArray(),
                IntStream.range(0, target.values().length).map(_ -> -1).toArray(),
                wanted,
                Progress.NONE);
    }

    /// The exact best by size and difference on all customers, unchecked: `quality` is the root of the size times the
    /// difference of means, or for a binary target the share covered times the difference of rates.
    public Findings plain() {
        Quality quality = target.binary() ? Quality.SHARE : Quality.ROOT_SIZE;
        return ranked((base, plain) -> Search.best(base, quality, wanted.top(), plain, progress));
    }

    /// The same by what a rule gains over the best simpler one: `quality` is the root of the size times the difference
    /// to the highest mean among everybody and the rules of some of its conditions.
    public Findings gains() {
        return ranked((base, plain) -> Search.gains(base, wanted.top(), plain, progress));
    }

    private interface Ranking {
        List<Found> of(Base base, Search.Options options);
    }

    private Findings ranked(Ranking ranking) {
        Base base = new Base(encoded(), Sums.exact(target.values(), wanted.low()));
        long start = System.nanoTime();
        List<Found> found = ranking.of(base, new Search.Options(plainDepth(), least, wanted.threads()));
        double seconds = (System.nanoTime() - start) / 1e9;
        double unit = Math.abs(base.sums().perUnit());
        return findings(
                base,
                plainDepth(),
                seconds,
                found.stream().map(each -> plain(each, unit)).toList());
    }

    private int plainDepth() {
        return wanted.depth() > 0 ? wanted.depth() : 3;
    }

    private Finding plain(Found found, double unit) {
        double mean = found.mean();
        double error = Math.sqrt(Sample.of(Arrays.stream(found.members())
                        .mapToDouble(i -> target.values()[i])
                        .toArray())
                .squaredError());
        return new Finding(
                found.conditions(),
                found.text(),
                found.customers(),
                mean,
                mean - 1.96 * error,
                mean + 1.96 * error,
                0,
                0,
                0,
                0,
                1,
                Grade.UNCHECKED,
                found.quality() * unit,
                found.members(),
                List.of(),
                List.of());
    }

    /// What holds up: chosen on one half of the customers and tested on the other, both ways; under 1,000 customers by
    /// one permutation test over all single conditions.
    public Findings confirmed() {
        List<Attribute> attributes = encoded();
        Base base = new Base(attributes, Sums.rounded(target.values(), wanted.low()));
        if (base.customers() < TOO_FEW) {
            return findings(base, depth, 0, List.of());
        }
        double[] side = wanted.low()
                ? Arrays.stream(target.values()).map(value -> -value).toArray()
                : target.values();
        if (base.customers() < SMALL && depth == 1) {
            long start = System.nanoTime();
            List<Tested> tested = new SmallBase(base, side, least, wanted.seed()).test();
            return findings(base, depth, (System.nanoTime() - start) / 1e9, graded(tested, side));
        }
        Halves halves = Halves.of(keys, wanted.seed());
        Direction there = new Direction(base, side, halves.one(), halves.other());
        Direction back = new Direction(base, side, halves.other(), halves.one());
        List<Tested> one = shown(there.run());
        List<Tested> united = new Union(everybody()::of).of(one, shown(back.run()));
        return findings(base, depth, there.seconds + back.seconds, graded(united, side));
    }

    /// One half chooses, the other tests.
    private final class Direction {
        private final Base base;
        private final double[] side;
        private final int[] choosing;
        private final int[] testing;
        private double seconds;

        Direction(Base base, double[] side, int[] choosing, int[] testing) {
            this.base = base;
            this.side = side;
            this.choosing = choosing;
            this.testing = testing;
        }

        List<Tested> run() {
            double[] cut = Explored.cut(pick(side, choosing));
            Explored explored = new Explored(new Covers(columns, choosing), cut);
            if (explored.spread() == 0) {
                return List.of();
            }
            int fewest = Math.max(Math.min(least, 15), least / 2);
            Sums sums = Sums.rounded(cut, false);
            long start = System.nanoTime();
            List<Found> found = Search.champions(
                    base.of(choosing, sums),
                    leastGain(base) * explored.spread() / sums.perUnit(),
                    KEPT,
                    new Search.Options(depth, fewest, options.threads()),
                    progress);
            seconds = (System.nanoTime() - start) / 1e9;
            List<Chooser.Choice> finalists =
                    new Chooser(explored, fewest, depth < 3 ? FEWER_FINALISTS : FINALISTS).choose(found);
            int[] period = Arrays.stream(testing).map(row -> periods[row]).toArray();
            return new HoldOut(new Covers(columns, testing), pick(side, testing), period, wanted.seed(), 2, wanted.guard())
                    .test(finalists);
        }
    }

    private double leastGain(Base base) {
        return base.rules(depth) > MANY ? LEAST_GAIN_OF_MANY : LEAST_GAIN;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    private List<Attribute> encoded() {
        Encoder encoder = new Encoder(wanted.bins());
        return columns.stream().parallel().map(encoder::encode).toList();
    }

    private static List<Tested> shown(List<Tested> tested) {
        return tested.stream().filter(each -> each.confirmed() || each.lead()).toList();
    }

    private Covers everybody() {
        return new Covers(columns, IntStream.range(0, target.values().length).toArray());
    }

    private List<Finding> graded(List<Tested> tested, double[] side) {
        Covers all = everybody();
        List<Finding> findings = shown(tested).stream()
                .map(each -> graded(each, all.of(each.segment())))
                .filter(finding -> finding.customers() >= least)
                .sorted(BEST_FIRST)
                .toList();
        return new Families(side, least)
                .of(findings).stream().limit(wanted.top()).toList();
    }

    private Finding graded(Tested tested, long[] cover) {
        boolean low = wanted.low();
        double mean = low ? -tested.members().mean() : tested.members().mean();
        MeanInterval interval = tested.interval();
        int[] members = Covers.places(cover);
        return new Finding(
                tested.segment().conditions(),
                tested.segment().text(),
                members.length,
                mean,
                low ? -interval.high() : interval.low(),
                low ? -interval.low() : interval.high(),
                tested.bestShare(),
                tested.inPeriods(),
                tested.periods(),
                tested.confirmed() ? 0 : toSettle(tested),
                tested.adjusted(),
                tested.confirmed() ? Grade.CONFIRMED : Grade.LEAD,
                Math.sqrt(members.length) * Math.abs(mean - target.mean()),
                members,
                tested.aliases(),
                List.of());
    }

    /// Customers in each of two groups that would show the difference four times in five.
    private static long toSettle(Tested tested) {
        double ahead = tested.members().mean() - tested.others().mean();
        double spread = tested.members().variance() + tested.others().variance();
        double reach = 1.96 + 0.84;
        return (long) Math.ceil(reach * reach * spread / (ahead * ahead));
    }

    private Findings findings(Base base, int depth, double seconds, List<Finding> found) {
        double candidates =
                IntStream.rangeClosed(1, depth).mapToDouble(base::rules).sum();
        return new Findings(base.customers(), target.mean(), depth, least, candidates, seconds, found);
    }
}
