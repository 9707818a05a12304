package io.filon.discovery.confirm;

import io.filon.discovery.search.Base;
import io.filon.discovery.search.Column;
import io.filon.discovery.search.Found;
import io.filon.discovery.search.Search;
import io.filon.discovery.search.Sums;
import io.filon.progress.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One half chooses, the other tests.
///
/// What is chosen from: rules that gain most with extremes cut off; and rules of up to two conditions that gather the
/// most valuable hundredth of the customers, which a look without extremes would not see.
final class Direction {

    /// Least gain of a rule kept by the search, in spreads of the target: about a z value. Of a million rules more than
    /// can be kept reach 3 by chance alone.
    private static final double LEAST_GAIN = 2;

    private static final double LEAST_GAIN_OF_MANY = 3;
    private static final double MANY = 1e6;

    private static final int KEPT = 1000;

    /// Of being among the most valuable hundredth.
    private static final double TOP_SPREAD = Math.sqrt(0.01 * 0.99);

    private static final int TOP_DEPTH = 2;

    /// Of them, so that they take no more than a few finalists' places.
    private static final int TOP_KEPT = 20;

    /// What is tested in each direction; fewer of a base that only bears pairs.
    private static final int FINALISTS = 40;

    private static final int FEWER_FINALISTS = 20;

    /// @param base  everybody, whatever the target
    /// @param side  the target, turned around when low values are looked for
    /// @param least fewest customers of a rule in the whole base
    /// @param threads of this direction
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    record Task(
            List<Column> columns,
            Base base,
            double[] side,
            int[] periods,
            int depth,
            int least,
            Wanted wanted,
            int threads) {}

    private final Task task;
    private final int[] choosing;
    private final int[] testing;
    private final int fewest;
    private final Progress progress;
    private double seconds;

    Direction(Task task, int[] choosing, int[] testing, Progress progress) {
        this.task = task;
        this.choosing = choosing;
        this.testing = testing;
        this.fewest = Math.max(Math.min(task.least, 15), task.least / 2);
        this.progress = progress;
    }

    /// Of the search alone.
    double seconds() {
        return seconds;
    }

    List<Tested> run() {
        Explored explored = new Explored(new Covers(task.columns, choosing), pick(task.side, choosing));
        if (explored.spread() == 0) {
            return List.of();
        }
        long start = System.nanoTime();
        Base half = task.base.of(choosing, Sums.rounded(explored.cut(), false));
        List<Ranked> most = champions(half, explored.spread(), task.depth, KEPT);
        double[] top = explored.top();
        List<Ranked> mostOfTop = top.length == 0
                ? List.of()
                : champions(half.with(Sums.rounded(top, false)), TOP_SPREAD, Math.min(TOP_DEPTH, task.depth), TOP_KEPT);
        List<Found> found = merged(most, mostOfTop);
        seconds = (System.nanoTime() - start) / 1e9;
        List<Chooser.Choice> finalists =
                new Chooser(explored, fewest, task.depth < 3 ? FEWER_FINALISTS : FINALISTS).choose(found);
        int[] period = Arrays.stream(testing).map(row -> task.periods[row]).toArray();
        return new HoldOut(
                        new Covers(task.columns, testing),
                        pick(task.side, testing),
                        period,
                        task.wanted.seed(),
                        2,
                        task.wanted.guard())
                .test(finalists);
    }

    /// @param gain in spreads of what was looked at, so that different ways of looking compare
    private record Ranked(Found found, double gain) {}

    /// What gains most by one way of looking at the target.
    private List<Ranked> champions(Base looked, double spread, int depth, int most) {
        double unit = looked.sums().perUnit() / spread;
        double least = looked.rules(depth) > MANY ? LEAST_GAIN_OF_MANY : LEAST_GAIN;
        Search.Options options = new Search.Options(depth, fewest, task.threads);
        return Search.champions(looked, least / unit, most, options, progress).stream()
                .map(found -> new Ranked(found, found.quality() * unit))
                .toList();
    }

    /// Those of both, the best first; what both have once.
    private static List<Found> merged(List<Ranked> one, List<Ranked> other) {
        Set<List<Found.Pick>> seen = new HashSet<>();
        return Stream.concat(one.stream(), other.stream())
                .sorted(Comparator.comparingDouble((Ranked ranked) -> -ranked.gain)
                        .thenComparing(ranked -> ranked.found.text()))
                .map(Ranked::found)
                .filter(found -> seen.add(found.picks()))
                .toList();
    }

    private static double[] pick(double[] values, int[] rows) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = values[rows[i]];
        }
        return picked;
    }
}
