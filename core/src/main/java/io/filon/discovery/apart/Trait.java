package io.filon.discovery.apart;

import io.filon.stats.permutation.Shares;

/// What was found of one value: how common it is in the group and among comparable others, and how sure that is.
///
/// @param score       standard errors; positive when more common in the group
/// @param p           adjusted for everything asked; 1 when not tested
/// @param needed      customers that would settle a lead; 0 when it is none
/// @param lowCosts    whether it holds too with every assumed cost at its low end
/// @param likeValueOf attribute and value of a stronger one held by nearly the same customers; empty when there is none
record Trait(
        Value value,
        Grade grade,
        double score,
        double p,
        Shares shares,
        Money money,
        long needed,
        boolean lowCosts,
        String likeValueOf) {

    enum Grade {
        /// Held in the permutation test at the family's level.
        HOLDS,
        /// At 20 %: worth a test, not yet an answer.
        LEAD,
        /// No date: shown, not evidence.
        UNDATED,
        NOTHING
    }

    Trait like(Value other) {
        return new Trait(
                value, grade, score, p, shares, money, needed, lowCosts, other.attribute() + "=" + other.value());
    }
}
