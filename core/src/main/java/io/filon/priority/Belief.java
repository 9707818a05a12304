package io.filon.priority;

import io.filon.stats.draw.Variates;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

// The method's figure is a Beta prior on the share of customers who buy because of the contact, worth `priorContacts`
// contacts; what was drawn at random is normal. Both are averaged by the contacts they are worth, as a Beta prior and
// counts would be; a difference of two rates has no such conjugate form, and may be negative. Of the figure drawn here
// only mean, quantiles and chances are used, and the draws depend on the seed given alone.

/// What is believed of the share of customers who buy because they are contacted: a mean, and draws of it.
@SuppressWarnings("ArrayRecordComponent") // draws, never compared
record Belief(double mean, double[] draws) {

    static final int DRAWS = 4000;

    /// @param prior    expected share before anything is measured, 0..1
    /// @param measured null when nothing was drawn at random
    /// @param worth    contacts that what was measured is worth by itself
    static Belief of(
            double prior, int priorContacts, @Nullable Measured measured, double worth, RandomGenerator random) {
        double share = Math.clamp(prior, 0, 0.95);
        double weight = priorContacts / (priorContacts + worth);
        double spread = measured == null ? 0 : Math.sqrt(measured.variance());
        double rate = measured == null ? 0 : measured.extraRate();
        double[] draws = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            double before = share == 0 ? 0 : Variates.beta(share * priorContacts, (1 - share) * priorContacts, random);
            draws[i] = weight * before + (1 - weight) * (rate + spread * random.nextGaussian());
        }
        return new Belief(weight * share + (1 - weight) * rate, draws);
    }

    /// The same of an amount that depends on the share.
    Estimate estimate(DoubleUnaryOperator amount) {
        double[] sorted = Arrays.stream(draws).map(amount).sorted().toArray();
        return new Estimate(
                amount.applyAsDouble(mean), sorted[(int) (0.025 * DRAWS)], sorted[(int) (0.975 * DRAWS) - 1]);
    }

    /// 0..1 of the draws in which the amount is over 0.
    double chancePositive(DoubleUnaryOperator amount) {
        return Arrays.stream(draws).map(amount).filter(drawn -> drawn > 0).count() / (double) DRAWS;
    }
}
