package io.filon.discovery.confirm;

import io.filon.discovery.chance.MeanInterval;
import io.filon.discovery.chance.Sample;
import io.filon.discovery.search.Attribute;
import io.filon.discovery.search.Base;
import io.filon.discovery.search.Selector;
import io.filon.stats.permutation.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A base too small for halves: every single condition on all customers, one permutation test for all of them.
///
/// The target is shuffled among customers; a condition holds up when few shuffles have any condition with as large a
/// Welch t (Westfall and Young's max-T). That pays for all conditions looked at, however they overlap, so one may
/// choose among the winners afterwards.
final class SmallBase {

    private static final int SHUFFLES = 4999;
    private static final double ALIKE = 0.5;

    private final Base base;
    private final double[] target;
    private final int least;
    private final Dice random;
    private final double mean;

    /// @param target turned around when low values are looked for
    SmallBase(Base base, double[] target, int least, long seed) {
        this.base = base;
        this.target = target;
        this.least = least;
        this.random = new Dice(seed);
        this.mean = Sample.of(target).mean();
    }

    private record Single(int attribute, Selector selector, double t) {}

    List<Tested> test() {
        List<Single> singles = singles();
        double[] highest = new double[SHUFFLES];
        double[] shuffled = target.clone();
        for (int i = 0; i < SHUFFLES; i++) {
            shuffle(shuffled);
            highest[i] = highest(shuffled);
        }
        Arrays.sort(highest);
        List<Single> holding = singles.stream()
                .filter(single -> p(highest, single.t) <= 0.2)
                .sorted(Comparator.comparingDouble((Single single) -> -single.t)
                        .thenComparing(single -> single.selector.condition().text()))
                .toList();
        double miss = Wanted.FALSE_SHARE * Math.max(1, holding.size()) / Math.max(1, singles.size());
        return different(holding).stream()
                .map(single -> tested(single, p(highest, single.t), miss))
                .toList();
    }

    private void shuffle(double[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.below(i + 1);
            double value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }

    private static double p(double[] sorted, double t) {
        int place = Arrays.binarySearch(sorted, t - 1e-9);
        int below = place < 0 ? -place - 1 : place;
        return (sorted.length - below + 1.0) / (sorted.length + 1.0);
    }

    private List<Single> singles() {
        List<Single> singles = new ArrayList<>();
        for (int a = 0; a < base.attributes().size(); a++) {
            Attribute attribute = base.attributes().get(a);
            Counts counts = new Counts(attribute, target);
            for (Selector selector : attribute.selectors()) {
                double t = counts.t(selector);
                if (!Double.isNaN(t)) {
                    singles.add(new Single(a, selector, t));
                }
            }
        }
        return singles;
    }

    private double highest(double[] values) {
        double highest = Double.NEGATIVE_INFINITY;
        for (Attribute attribute : base.attributes()) {
            Counts counts = new Counts(attribute, values);
            for (Selector selector : attribute.selectors()) {
                double t = counts.t(selector);
                if (t > highest) {
                    highest = t;
                }
            }
        }
        return highest;
    }

    /// Prefix sums over the codes of one attribute.
    private final class Counts {
        private final int[] count;
        private final double[] sum;
        private final double[] square;

        Counts(Attribute attribute, double[] values) {
            int width = attribute.width();
            count = new int[width + 1];
            sum = new double[width + 1];
            square = new double[width + 1];
            byte[] codes = attribute.codes();
            for (int i = 0; i < codes.length; i++) {
                double off = values[i] - mean;
                int into = codes[i] + 1;
                count[into]++;
                sum[into] += off;
                square[into] += off * off;
            }
            for (int i = 1; i <= width; i++) {
                count[i] += count[i - 1];
                sum[i] += sum[i - 1];
                square[i] += square[i - 1];
            }
        }

        /// Welch's t of those for whom the condition holds against the others; NaN where one side is too few.
        double t(Selector selector) {
            int last = count.length - 1;
            int in = count[selector.to()] - count[selector.from()];
            int out = count[last] - in;
            if (in < least || out < least || in > Chooser.MOST * (in + out)) {
                return Double.NaN;
            }
            double inSum = sum[selector.to()] - sum[selector.from()];
            double inSquare = square[selector.to()] - square[selector.from()];
            double outSum = sum[last] - inSum;
            double inError = (inSquare - inSum * inSum / in) / (in - 1.0) / in;
            double outError = (square[last] - inSquare - outSum * outSum / out) / (out - 1.0) / out;
            double error = Math.sqrt(Math.max(0, inError) + Math.max(0, outError));
            return error > 0 ? (inSum / in - outSum / out) / error : Double.NaN;
        }
    }

    /// The strongest of each group of conditions that cover much the same customers.
    private List<Single> different(List<Single> strongestFirst) {
        List<Single> kept = new ArrayList<>();
        for (Single single : strongestFirst) {
            if (kept.stream().noneMatch(other -> alike(single, other))) {
                kept.add(single);
            }
        }
        return kept;
    }

    private boolean alike(Single one, Single other) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < base.customers(); i++) {
            boolean in = holds(one, i);
            boolean also = holds(other, i);
            both += in && also ? 1 : 0;
            either += in || also ? 1 : 0;
        }
        return both > ALIKE * either;
    }

    private boolean holds(Single single, int customer) {
        int code = base.attributes().get(single.attribute).codes()[customer];
        return single.selector.from() <= code && code < single.selector.to();
    }

    private Tested tested(Single single, double p, double miss) {
        double[] members = values(single, true);
        Sample in = Sample.of(members);
        Sample out = Sample.of(values(single, false));
        double best = Arrays.stream(members).max().orElse(0);
        double share = (best - out.mean()) / ((in.mean() - out.mean()) * in.size());
        return new Tested(
                new Segment(List.of(single.selector.condition())),
                List.of(),
                p,
                p,
                in,
                out,
                MeanInterval.of(members, miss, random),
                share,
                share < 1,
                0,
                0);
    }

    private double[] values(Single single, boolean inside) {
        return IntStream.range(0, base.customers())
                .filter(i -> holds(single, i) == inside)
                .mapToDouble(i -> target[i])
                .toArray();
    }
}
