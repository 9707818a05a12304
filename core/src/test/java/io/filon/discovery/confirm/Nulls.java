package io.filon.discovery.confirm;

import io.filon.discovery.chance.ParentTest;
import io.filon.discovery.search.Attribute;
import io.filon.discovery.search.Base;
import io.filon.discovery.search.Column;
import io.filon.discovery.search.Encoder;
import io.filon.discovery.search.Found;
import io.filon.discovery.search.Search;
import io.filon.discovery.search.Sums;
import io.filon.progress.Progress;
import io.filon.stats.permutation.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Bases in which nothing, or one condition only, is true.
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
record Nulls(List<Column> columns, double[] target) {

    enum Shape {
        LOGNORMAL,
        MOSTLY_ZERO
    }

    static Nulls of(long seed, int rows, int attributes, Shape shape) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < attributes; i++) {
            columns.add(column(random, "a" + i, rows));
        }
        double[] target = IntStream.range(0, rows)
                .mapToDouble(_ -> shape == Shape.MOSTLY_ZERO && random.nextDouble() < 0.7
                        ? 0
                        : Math.rint(Math.exp(3 + 1.2 * random.nextGaussian()) * 100) / 100)
                .toArray();
        return new Nulls(columns, target);
    }

    private static Column column(SplittableRandom random, String name, int rows) {
        if (random.nextBoolean()) {
            int kinds = random.nextInt(2, 9);
            String[] words = IntStream.range(0, kinds).mapToObj(i -> "v" + i).toArray(String[]::new);
            return new Column.Words(
                    name, words, random.ints(rows, random.nextInt(2) - 1, kinds).toArray());
        }
        return new Column.Numbers(
                name, random.ints(rows, 0, 200).asDoubleStream().toArray());
    }

    /// The same with the customers of one condition worth so many times as much.
    Nulls with(String attribute, int word, double times) {
        double[] changed = target.clone();
        for (Column column : columns) {
            if (column instanceof Column.Words(String name, String[] _, int[] places) && name.equals(attribute)) {
                for (int i = 0; i < changed.length; i++) {
                    changed[i] *= places[i] == word ? times : 1;
                }
            }
        }
        return new Nulls(columns, changed);
    }

    Findings found(boolean low) {
        return new Discovery(columns, Target.of(target), new Wanted(low, 0, 50, 0, 16, 2, 1)).confirmed();
    }

    /// p of every comparison of every finalist of one direction with one simpler segment.
    List<Double> comparisons(boolean low) {
        double[] side = low ? Arrays.stream(target).map(value -> -value).toArray() : target;
        Halves halves = Halves.of(IntStream.range(0, side.length).asLongStream().toArray(), 1);
        Explored explored = new Explored(new Covers(columns, halves.one()), pick(side, halves.one()));
        Encoder encoder = new Encoder(16);
        List<Attribute> attributes = columns.stream().map(encoder::encode).toList();
        Sums sums = Sums.rounded(explored.cut(), false);
        Base base = new Base(attributes, Sums.rounded(side, false)).of(halves.one(), sums);
        List<Found> champions = Search.champions(
                base, 2 * explored.spread() / sums.perUnit(), 1000, new Search.Options(3, 15, 2), Progress.NONE);
        Covers covers = new Covers(columns, halves.other());
        double[] raw = pick(side, halves.other());
        ParentTest test = new ParentTest(new Dice(7), 999);
        List<Double> all = new ArrayList<>();
        for (Chooser.Choice choice : new Chooser(explored, 15, 40).choose(champions)) {
            long[] members = covers.of(choice.segment());
            for (Segment simpler : choice.segment().simpler()) {
                double[] others = Covers.values(Covers.without(covers.of(simpler), members), raw);
                all.add(test.p(Covers.values(members, raw), others));
            }
        }
        return all;
    }

    private static double[] pick(double[] values, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }
}
