package io.filon.discovery.confirm;

import io.filon.discovery.chance.MeanInterval;
import io.filon.discovery.chance.Sample;
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
import java.util.concurrent.CompletableFuture;
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
                found.stream().parallel().map(each -> plain(each, unit)).toList());
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
        boolean atOnce = wanted.threads() > 1;
        int threads = Math.max(1, wanted.threads() / 2);
        Direction.Task task = new Direction.Task(columns, base, side, periods, depth, least, wanted, threads);
        Direction there = new Direction(task, halves.one(), halves.other(), progress);
        // it takes as long as the other, so one of them tells how far both are
        Direction back = new Direction(task, halves.other(), halves.one(), atOnce ? Progress.NONE : progress);
        CompletableFuture<List<Tested>> other =
                atOnce ? CompletableFuture.supplyAsync(back::run) : CompletableFuture.completedFuture(List.of());
        List<Tested> one = there.run();
        List<Tested> two = atOnce ? other.join() : back.run();
        List<Tested> united = new Union(everybody()::of).of(shown(one), shown(two));
        double seconds = atOnce ? Math.max(there.seconds(), back.seconds()) : there.seconds() + back.seconds();
        return findings(base, depth, seconds, graded(united, side));
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
        return new Families(columns, side, least)
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
