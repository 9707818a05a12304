package io.filon.discovery.chance;

import io.filon.stats.Student;
import io.filon.stats.permutation.Dice;

/// Whether a segment's customers are worth more than the others of a simpler segment, beyond chance: studentised
/// permutation of who belongs.
///
/// Idea: if the extra condition did not matter, any other set of as many customers of the simpler segment could have
/// been the members. The statistic is Welch's t, so that the answer also holds for unequal spread (Janssen 1997; Chung
/// and Romano 2013). Draws stop early once dull (Besag and Clifford 1991: after [#DULL] draws as extreme, p is `DULL /
/// draws`). Where both samples are nearly symmetric for their size, Student's t is used: it is right there and costs
/// nothing. Bernstein's inequality holds for any target and for draws without replacement (Hoeffding 1963, section 6):
/// where it leaves less than all the draws could show, its bound is p and nothing is drawn. The answer is the upper
/// tail only: low values are looked for by turning the target around.
public final class ParentTest {

    private static final int DULL = 20;

    private final Dice random;
    private final int draws;

    /// @param draws most permutations
    public ParentTest(Dice random, int draws) {
        this.random = random;
        this.draws = draws;
    }

    /// @param members target of the segment's customers
    /// @param others  target of the simpler segment's other customers
    public double p(double[] members, double[] others) {
        return p(members, Sample.of(members), others, Sample.of(others), 0);
    }

    /// @param known a p that will do: where a bound says that it is no larger, that bound is the answer
    public double p(double[] members, Sample in, double[] others, Sample out, double known) {
        if (in.size() < 2 || out.size() < 2) {
            return 1;
        }
        double observed = Sample.welch(in, out);
        if (in.tame() && out.tame()) {
            return Student.tail(observed, Sample.freedom(in, out));
        }
        double bound = bernstein(members, others, in, out);
        return bound <= Math.max(known, 1.0 / (draws + 1)) ? bound : permuted(members, others, observed);
    }

    /// At most the chance that as many customers drawn from both would be as far ahead.
    private static double bernstein(double[] members, double[] others, Sample in, Sample out) {
        double n = in.size();
        double all = n + out.size();
        double mean = (in.mean() * n + out.mean() * out.size()) / all;
        double ahead = in.mean() - mean;
        if (ahead <= 0) {
            return 1;
        }
        double between = n / all * out.size() / all * (in.mean() - out.mean()) * (in.mean() - out.mean());
        double variance = ((n - 1) * in.variance() + (out.size() - 1) * out.variance()) / all + between;
        double highest = Math.max(highest(members), highest(others)) - mean;
        return Math.exp(-n * ahead * ahead / (2 * variance + 2.0 / 3 * ahead * highest));
    }

    private static double highest(double[] values) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            highest = Math.max(highest, value);
        }
        return highest;
    }

    private double permuted(double[] members, double[] others, double observed) {
        // the smaller side is drawn
        boolean turned = members.length > others.length;
        Pool pool = new Pool(turned ? others : members, turned ? members : others);
        int extreme = 0;
        for (int draw = 1; draw <= draws; draw++) {
            double t = pool.draw(random);
            // a hair below counts as equal: the same customers summed in another order
            if ((turned ? -t : t) >= observed - 1e-9 * Math.abs(observed)) {
                extreme++;
                if (extreme == DULL) {
                    return (double) DULL / draw;
                }
            }
        }
        return (extreme + 1.0) / (draws + 1.0);
    }

    /// Everybody of the simpler segment, centred; the first so many are those drawn.
    private static final class Pool {
        private final double[] all;
        private final int drawn;
        private final double sum;
        private final double squares;

        Pool(double[] members, double[] others) {
            drawn = members.length;
            all = new double[members.length + others.length];
            System.arraycopy(members, 0, all, 0, drawn);
            System.arraycopy(others, 0, all, drawn, others.length);
            double mean = Sample.of(all).mean();
            double total = 0;
            double square = 0;
            for (int i = 0; i < all.length; i++) {
                all[i] -= mean;
                total += all[i];
                square += all[i] * all[i];
            }
            sum = total;
            squares = square;
        }

        /// Welch's t of another set of as many.
        double draw(Dice random) {
            double total = 0;
            double square = 0;
            for (int i = 0; i < drawn; i++) {
                int other = i + random.below(all.length - i);
                double value = all[other];
                all[other] = all[i];
                all[i] = value;
                total += value;
                square += value * value;
            }
            int rest = all.length - drawn;
            double in = total / drawn;
            double out = (sum - total) / rest;
            double inError = (square - total * in) / (drawn - 1) / drawn;
            double outError = (squares - square - (sum - total) * out) / (rest - 1) / rest;
            double error = Math.sqrt(Math.max(0, inError) + Math.max(0, outError));
            return error > 0 ? (in - out) / error : Math.signum(in - out) * Double.MAX_VALUE;
        }
    }
}
