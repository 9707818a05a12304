package io.filon.discovery.confirm;

import io.filon.discovery.chance.MeanInterval;
import io.filon.discovery.chance.ParentTest;
import io.filon.discovery.chance.Sample;
import io.filon.discovery.confirm.Chooser.Choice;
import io.filon.stats.permutation.Dice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The half that did not choose: tests every finalist against every simpler segment, and measures it.
///
/// The largest p over the simpler segments counts (intersection and union, Berger 1982); among finalists the false
/// share is held at half the level, since there are two directions.
final class HoldOut {

    /// Draws a finalist, so that the first of them can be confirmed: 1 / 2000 < 0.025 / 40.
    private static final int DRAWS = 50;

    private static final int TELLING = 5;

    /// What is surer than this may be shown and needs its interval.
    private static final double SHOWN = 0.2;

    private final Covers covers;
    private final double[] target;
    private final int[] period;
    private final int periods;
    private final long seed;
    private final int directions;
    private final Guard guard;

    /// @param target     raw, one a customer looked at, turned around when low values are looked for
    /// @param period     one a customer looked at; negative when not known
    /// @param directions 2 when the halves are swapped afterwards, else 1
    HoldOut(Covers covers, double[] target, int[] period, long seed, int directions, Guard guard) {
        this.covers = covers;
        this.target = target;
        this.period = period;
        this.periods = Arrays.stream(period).max().orElse(-1) + 1;
        this.seed = seed;
        this.directions = directions;
        this.guard = guard;
    }

    /// Members and the others of each simpler segment, ready to be tested.
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    private record Prepared(Choice choice, long[] cover, double[] members, List<double[]> rest) {}

    /// The other customers of a simpler segment.
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    private record Others(double[] values, Sample sample) {}

    List<Tested> test(List<Choice> finalists) {
        int draws = (int) (DRAWS * guard.cost(finalists.size()) * Math.max(20, finalists.size())) - 1;
        List<Prepared> prepared = finalists.stream().map(this::prepare).toList();
        double[] p = prepared.stream()
                .parallel()
                .mapToDouble(each -> largest(each, draws))
                .toArray();
        double[] adjusted = Arrays.stream(guard.adjusted(p))
                .map(value -> Math.min(1, value * directions))
                .toArray();
        long confirmed = Arrays.stream(adjusted)
                .filter(value -> value <= Wanted.FALSE_SHARE)
                .count();
        int tests = Math.max(1, finalists.size());
        double miss = Wanted.FALSE_SHARE / directions * Math.max(1, confirmed) / tests / guard.cost(tests);
        return IntStream.range(0, p.length)
                .parallel()
                .mapToObj(i -> measure(prepared.get(i), p[i], adjusted[i], miss))
                .toList();
    }

    private Prepared prepare(Choice choice) {
        long[] members = covers.of(choice.segment());
        List<double[]> rest = new ArrayList<>();
        for (Segment simpler : choice.segment().simpler()) {
            rest.add(Covers.values(Covers.without(covers.of(simpler), members), target));
        }
        return new Prepared(choice, members, Covers.values(members, target), rest);
    }

    private double largest(Prepared finalist, int draws) {
        ParentTest test = new ParentTest(random(finalist.choice.segment(), 1), draws);
        Sample in = Sample.of(finalist.members);
        // the hardest first: a rule that fails there is over, and the others need only be shown to be easier
        List<Others> hardestFirst = finalist.rest.stream()
                .map(values -> new Others(values, Sample.of(values)))
                .sorted(Comparator.comparingDouble(others -> Sample.welch(in, others.sample)))
                .toList();
        double largest = 0;
        for (Others others : hardestFirst) {
            largest = Math.max(largest, test.p(finalist.members, in, others.values, others.sample, largest));
            if (largest > 0.5) {
                return largest;
            }
        }
        return largest;
    }

    /// The seeds of one finalist depend on its text, so threads change nothing.
    private Dice random(Segment segment, int use) {
        long own = Dice.mixed(seed + 31L * segment.text().hashCode() + use);
        return new Dice(own);
    }

    private Tested measure(Prepared finalist, double p, double adjusted, double miss) {
        Segment segment = finalist.choice.segment();
        double[] members = finalist.members;
        Sample in = Sample.of(members);
        Sample out = Sample.of(finalist.rest.getFirst());
        double best = Arrays.stream(members).max().orElse(0);
        double ahead = (in.mean() - out.mean()) * in.size();
        double share = ahead > 0 ? (best - out.mean()) / ahead : 1;
        int[] held = held(finalist.cover);
        return new Tested(
                segment,
                finalist.choice.aliases(),
                p,
                adjusted,
                in,
                out,
                adjusted > SHOWN
                        ? new MeanInterval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        : MeanInterval.of(members, miss, random(segment, 2)),
                share,
                in.size() > 1 && share < 1,
                held[0],
                held[1]);
    }

    /// Periods in which members are ahead of the others, and periods that can tell.
    private int[] held(long[] cover) {
        double[][] sums = new double[2][periods];
        int[][] counts = new int[2][periods];
        for (int i = 0; i < period.length && periods > 0; i++) {
            if (period[i] >= 0) {
                int side = (int) ((cover[i >> 6] >>> i) & 1);
                sums[side][period[i]] += target[i];
                counts[side][period[i]]++;
            }
        }
        int held = 0;
        int telling = 0;
        for (int k = 0; k < periods; k++) {
            if (counts[0][k] >= TELLING && counts[1][k] >= TELLING) {
                telling++;
                held += sums[1][k] / counts[1][k] > sums[0][k] / counts[0][k] ? 1 : 0;
            }
        }
        return new int[] {held, telling};
    }
}
