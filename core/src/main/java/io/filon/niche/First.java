package io.filon.niche;

import io.filon.stats.draw.Variates;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

// Stochastic multicriteria acceptability (Lahdelma, Hokkanen & Salminen 1998): data, assumptions and weights are drawn
// together, and it is counted how often each niche comes first. Money decides; where it is nearer than `equalWithin` of
// the best, the score does. What cannot be known of a niche is drawn from 0 to 100 points alike. Weights are drawn from
// a Dirichlet around those declared.

/// How often each niche comes first.
final class First {

    /// Weights are drawn as if they were known to so many parts.
    private static final double SURE = 30;

    /// @param points by criterion, NaN where it cannot be known; `spread` is the standard error
    @SuppressWarnings("ArrayRecordComponent") // draws, never compared
    record Runner(String key, Money.Draws money, double[] points, double[] spread) {}

    private final Terms terms;
    private final Map<Criterion, Double> weights;
    private final double[][] drawn;

    /// @param weights together 1
    First(Terms terms, Map<Criterion, Double> weights) {
        this.terms = terms;
        this.weights = new EnumMap<>(weights);
        RandomGenerator random = generator("weights");
        Criterion[] all = Criterion.values();
        this.drawn = new double[terms.draws()][all.length];
        for (double[] draw : drawn) {
            double sum = 0;
            for (int i = 0; i < all.length; i++) {
                double weight = this.weights.getOrDefault(all[i], 0.0);
                draw[i] = weight == 0 ? 0 : Variates.gamma(SURE * weight, random);
                sum += draw[i];
            }
            for (int i = 0; i < all.length; i++) {
                draw[i] /= sum == 0 ? 1 : sum;
            }
        }
    }

    private RandomGenerator generator(String key) {
        return RandomGeneratorFactory.of("L64X128MixRandom")
                .create(terms.seed() * 0xD1B54A32D192ED03L + key.hashCode());
    }

    /// Scores by draw, in the order of the niches.
    double[][] scores(List<Runner> niches) {
        double[][] scores = new double[niches.size()][terms.draws()];
        for (int niche = 0; niche < scores.length; niche++) {
            Runner one = niches.get(niche);
            RandomGenerator random = generator(one.key);
            for (int draw = 0; draw < scores[niche].length; draw++) {
                double variance = 0;
                double score = 0;
                for (int i = 0; i < one.points.length; i++) {
                    double weight = drawn[draw][i];
                    score += weight * (Double.isNaN(one.points[i]) ? 100 * random.nextDouble() : one.points[i]);
                    variance += weight * weight * one.spread[i] * one.spread[i];
                }
                scores[niche][draw] = score + Math.sqrt(variance) * random.nextGaussian();
            }
        }
        return scores;
    }

    /// The score by the weights as declared; what cannot be known is taken as the middle.
    double score(double[] points) {
        double score = 0;
        Criterion[] all = Criterion.values();
        for (int i = 0; i < all.length; i++) {
            score += weights.getOrDefault(all[i], 0.0) * (Double.isNaN(points[i]) ? 50 : points[i]);
        }
        return score;
    }

    /// 0..1 by niche.
    double[] chances(List<Runner> niches, double[][] scores) {
        double[] first = new double[niches.size()];
        for (int draw = 0; draw < terms.draws(); draw++) {
            double[] money = new double[first.length];
            double[] score = new double[first.length];
            for (int niche = 0; niche < first.length; niche++) {
                money[niche] = niches.get(niche).money.gain()[draw];
                score[niche] = scores[niche][draw];
            }
            int best = best(money, score, terms.equalWithin());
            if (best >= 0) {
                first[best]++;
            }
        }
        return Arrays.stream(first).map(times -> times / terms.draws()).toArray();
    }

    /// Most money; of those nearer than `equalWithin` of it, the highest score. -1 of none.
    static int best(double[] money, double[] score, double equalWithin) {
        double most = Arrays.stream(money).max().orElse(Double.NaN);
        int best = -1;
        for (int i = 0; i < money.length; i++) {
            if (money[i] >= most - equalWithin * Math.abs(most) && (best < 0 || score[i] > score[best])) {
                best = i;
            }
        }
        return best;
    }
}
