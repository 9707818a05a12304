package io.filon.rule;

import java.math.BigDecimal;
import java.util.List;

/// Generated conditions that set one measure against another, or a customer against the rest by standard deviations.
record RandomComparisons(RandomConditions conditions) {

    Rule condition() {
        return conditions.random().nextInt(4) == 0 ? zScore() : comparison();
    }

    /// Constants are such that no score of a few small numbers meets them: a sum of `double` has no order of its own.
    private Rule zScore() {
        Measure score = new Measure.Standing(Measure.Scale.Z_SCORE, conditions.number(), conditions.among());
        Operator operator =
                conditions.pick(List.of(Operator.ABOVE, Operator.AT_LEAST, Operator.BELOW, Operator.AT_MOST));
        String constant = conditions.pick(List.of("0.37", "-0.61", "1.13"));
        return new Condition.Has(score, new Claim.Compare(operator, new Operand.Constant(constant)));
    }

    private Rule comparison() {
        Operator operator = conditions.pick(List.of(Operator.values()));
        BigDecimal factor = new BigDecimal(conditions.pick(List.of("1", "1", "1.5", "0.5", "2")));
        return new Condition.Has(
                conditions.number(), new Claim.Compare(operator, new Operand.Of(conditions.number(), factor)));
    }
}
