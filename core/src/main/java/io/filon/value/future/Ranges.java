package io.filon.value.future;

import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.PurchaseLog;
import io.filon.value.contest.Snapshot;
import io.filon.value.model.FittedModel;
import io.filon.value.model.GammaGamma;
import io.filon.value.model.NormalNormal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

// A customer's value ahead is drawn many times: how many orders, by the model's chances; what the customer's orders
// leave on average, by how well that is known; and each order's own deviation, taken from the deviations seen in the
// base. The draws are seeded by the history, so the same base gives the same ranges in any order.

/// Within what bounds one customer's value will lie in eight cases of ten.
final class Ranges {

    private static final int DRAWS_OF_MANY = 100;
    private static final int MANY = 100_000;
    private static final int ONE_BY_ONE = 12;
    private static final int POOL = 20_000;
    private static final double OUTSIDE = 0.1;

    private final Snapshot known;
    private final OrderWorth worth;
    private final double[] deviations;
    private final double spread;
    private final int draws;

    /// Filled by [#draw].
    final double[] low;

    final double[] high;
    final double[] variance;
    final double[] orderVariance;
    final double[] inside;

    Ranges(PurchaseLog log, Snapshot known, OrderWorth worth, int draws) {
        this.known = known;
        this.draws = known.size() > MANY ? DRAWS_OF_MANY : draws;
        this.worth = worth;
        this.deviations = deviations(log);
        this.spread =
                Math.sqrt(Arrays.stream(deviations).map(x -> x * x).average().orElse(0));
        low = new double[known.size()];
        high = new double[known.size()];
        variance = new double[known.size()];
        orderVariance = new double[known.size()];
        inside = new double[known.size()];
    }

    /// @param margin what an order of each customer leaves
    /// @param factor of the season
    void draw(FittedModel model, double[] margin, double days, double factor) {
        Integer[] byGroup = IntStream.range(0, known.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(byGroup, Comparator.comparingInt(i -> known.histories().groupOf(i)));
        double[] expected = model.expectedOrders(known.histories(), days);
        double[] draws = new double[this.draws];
        int group = -1;
        double[] upTo = new double[0];
        double mean = 0;
        double squares = 0;
        for (int i : byGroup) {
            if (known.histories().groupOf(i) != group) {
                group = known.histories().groupOf(i);
                int most = (int) Math.min(2_000, 12 + expected[group] + 10 * Math.sqrt(expected[group]) * 2);
                upTo = model.chances(known.histories(), group, days * factor, most);
                mean = moment(upTo, 1);
                squares = moment(upTo, 2);
                Arrays.parallelPrefix(upTo, Double::sum);
            }
            draw(i, group, upTo, margin[i], draws);
            variances(i, mean, squares, margin[i]);
        }
    }

    /// Without a model: orders at random about what a rule expects.
    void drawAtRandom(double[] orders, double[] margin) {
        double[] draws = new double[this.draws];
        for (int i = 0; i < known.size(); i++) {
            double[] upTo = new double[(int) Math.min(2_000, 12 + orders[i] + 10 * Math.sqrt(orders[i]))];
            double logChance = -orders[i];
            double sum = 0;
            for (int n = 0; n < upTo.length; n++) {
                sum += Math.exp(logChance);
                upTo[n] = sum;
                logChance += Math.log(orders[i] / (n + 1));
            }
            draw(i, i, upTo, margin[i], draws);
            variances(i, orders[i], orders[i] + orders[i] * orders[i], margin[i]);
        }
    }

    /// Mean of a power of a number with these chances of 0, 1, …
    private static double moment(double[] chances, int power) {
        double sum = 0;
        for (int n = 0; n < chances.length; n++) {
            sum += Math.pow(n, power) * chances[n];
        }
        return sum;
    }

    /// Of what is drawn, without the chance of the draws.
    ///
    /// @param mean    of the orders
    /// @param squares mean of their squares
    private void variances(int i, double mean, double squares, double margin) {
        double own = unsure(i, margin);
        double each = spread * (relative() ? Math.abs(margin) : 1);
        orderVariance[i] = squares - mean * mean;
        variance[i] = margin * margin * orderVariance[i] + squares * own * own + mean * each * each;
    }

    private void draw(int i, int seed, double[] upTo, double margin, double[] draws) {
        RandomGenerator random = new SplittableRandom(31L * seed + known.all().orders()[i]);
        for (int d = 0; d < draws.length; d++) {
            draws[d] = one(random, upTo, i, margin);
        }
        summarise(draws, i);
    }

    private double one(RandomGenerator random, double[] upTo, int i, double margin) {
        double at = random.nextDouble();
        int orders = 0;
        while (orders < upTo.length - 1 && upTo[orders] < at) {
            orders++;
        }
        if (orders == 0) {
            return 0;
        }
        double own = margin + random.nextGaussian() * unsure(i, margin);
        double sum = orders * own;
        double scale = relative() ? Math.abs(margin) : 1;
        if (orders > ONE_BY_ONE || deviations.length == 0) {
            return sum + scale * spread * Math.sqrt(orders) * random.nextGaussian();
        }
        for (int k = 0; k < orders; k++) {
            sum += scale * deviations[random.nextInt(deviations.length)];
        }
        return sum;
    }

    private void summarise(double[] draws, int i) {
        Arrays.sort(draws);
        bound(draws, i);
    }

    /// Where one bound would be nothing at all, as for most customers, who buy nothing, the range begins at that
    /// nothing and all that it leaves out is on the other side; else a tenth is left out on either.
    private void bound(double[] sorted, int i) {
        int from = (int) (OUTSIDE * sorted.length);
        int to = sorted.length - 1 - from;
        int size = to - from;
        if (sorted[from] == 0) {
            from = first(sorted);
            to = from + size;
        } else if (sorted[to] == 0) {
            to = last(sorted);
            from = to - size;
        }
        low[i] = sorted[from];
        high[i] = sorted[to];
        for (double draw : sorted) {
            inside[i] += low[i] <= draw && draw <= high[i] ? 1.0 / sorted.length : 0;
        }
    }

    private static int first(double[] sorted) {
        int place = 0;
        while (sorted[place] < 0) {
            place++;
        }
        return place;
    }

    private static int last(double[] sorted) {
        int place = sorted.length - 1;
        while (sorted[place] > 0) {
            place--;
        }
        return place;
    }

    /// How little is known of what this customer's orders leave on average.
    private double unsure(int i, double margin) {
        return switch (worth) {
            case OrderWorth.Mean mean -> 0;
            case OrderWorth.Normal(NormalNormal.Margin model) -> {
                double own = model.own(known.all().orders()[i]);
                yield model.estimates().value(2) * Math.sqrt(1 - own);
            }
            case OrderWorth.Gamma(GammaGamma.Spend model, double rate, double anchor) -> {
                double shape = model.estimates().value(0) * known.repeat().orders()[i]
                        + model.estimates().value(1);
                yield shape > 2.5 ? Math.abs(margin) / Math.sqrt(shape - 2) : Math.abs(margin);
            }
        };
    }

    private boolean relative() {
        return worth instanceof OrderWorth.Gamma;
    }

    /// What single orders were off: from the customer's own mean, or from the base's where that is all that is used.
    private double[] deviations(PurchaseLog log) {
        double[] pool = new double[POOL];
        int filled = 0;
        int step = Math.max(1, known.size() / POOL);
        for (int i = 0; i < known.size() && filled < POOL; i += step) {
            int orders = known.all().orders()[i];
            boolean all = worth instanceof OrderWorth.Mean;
            if (orders < 2 && !all) {
                continue;
            }
            double centre = all ? worth.of(known, i) : known.all().margin()[i];
            double widen = all ? 1 : Math.sqrt(orders / (orders - 1.0));
            double scale = relative() ? Math.abs(centre) : 1;
            int from = log.start()[known.customer()[i]];
            for (int row = from; row < from + orders && filled < POOL && scale > 0; row++) {
                pool[filled++] = (log.margin()[row] - centre) * widen / scale;
            }
        }
        return Arrays.copyOf(pool, filled);
    }
}
