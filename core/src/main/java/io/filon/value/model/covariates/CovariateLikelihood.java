package io.filon.value.model.covariates;

import io.filon.stats.Objective;
import io.filon.value.model.BetaGeoLikelihood;
import io.filon.value.model.PurchaseHistories;

// Customers of pattern p follow MBG/NBD with alpha / Π buying and a · Π leaving, the products over the pattern's
// values: Fader and Hardie (2007), "Incorporating time-invariant covariates". So the likelihood is that of MBG/NBD,
// pattern by pattern, and its slope by an effect is the sum of the slopes by ln alpha (with the sign turned) or ln a of
// the patterns that have the value. Added is half the penalty times the sum of the squared logarithms of all effects.

/// Minus the penalised log-likelihood a customer and its gradient, by the logarithms of r, alpha, a, b and the effects.
final class CovariateLikelihood implements Objective {

    private static final int ALPHA = 1;
    private static final int A = 2;
    private static final int B = 3;
    static final int FIRST_EFFECT = 4;

    private final BetaGeoLikelihood[] ofPattern;
    private final double[] customers;
    private final int[][] effects;
    private final double total;
    private final double penalty;

    /// @param effects by pattern: places of its effects on buying among the parameters; those on leaving follow each
    CovariateLikelihood(PurchaseHistories histories, Effects effects, double clockDays, double penalty) {
        int[][] groups = Effects.groupsByPattern(histories);
        ofPattern = new BetaGeoLikelihood[groups.length];
        customers = new double[groups.length];
        double sum = 0;
        for (int p = 0; p < groups.length; p++) {
            PurchaseHistories part = histories.only(groups[p]);
            customers[p] = part.total();
            sum += customers[p];
            ofPattern[p] = new BetaGeoLikelihood(part, 1, 1, clockDays);
        }
        this.effects = effects.places(histories.patterns());
        this.total = sum;
        this.penalty = penalty;
    }

    @Override
    public double valueAndGradient(double[] logs, double[] gradient) {
        double value = 0;
        double[] slopes = new double[logs.length];
        double[] own = new double[FIRST_EFFECT];
        double[] ownSlopes = new double[FIRST_EFFECT];
        for (int p = 0; p < ofPattern.length; p++) {
            if (customers[p] == 0) {
                continue;
            }
            System.arraycopy(logs, 0, own, 0, FIRST_EFFECT);
            for (int effect : effects[p]) {
                own[ALPHA] -= logs[effect];
                own[A] += logs[effect + 1];
            }
            double share = customers[p] / total;
            value += share * ofPattern[p].valueAndGradient(own, ownSlopes);
            for (int i = 0; i <= B; i++) {
                slopes[i] += share * ownSlopes[i];
            }
            for (int effect : effects[p]) {
                slopes[effect] -= share * ownSlopes[ALPHA];
                slopes[effect + 1] += share * ownSlopes[A];
            }
        }
        for (int i = FIRST_EFFECT; i < logs.length; i++) {
            value += penalty / total / 2 * logs[i] * logs[i];
            slopes[i] += penalty / total * logs[i];
        }
        System.arraycopy(slopes, 0, gradient, 0, slopes.length);
        return value;
    }
}
