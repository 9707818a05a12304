package io.filon.icp.claim;

import io.filon.rule.Rule;
import org.jspecify.annotations.Nullable;

/// One thing a persona says, beside what the customers are.
///
/// @param kind         `trait`, or the name of the claim: `share_of_revenue`, `net_per_customer`…
/// @param subject      the channel, the name of the rule, or the words told; empty when the kind says it all
/// @param rule         of a trait or a rule believed; null otherwise
/// @param declared     what the company holds; null for a trait and for what is only told
/// @param tolerance    what still counts as right; null where nothing is compared
/// @param measured     null when it cannot be measured
/// @param lift         of the customers the claim speaks of, among stars; null when there is no star
/// @param money        at stake: what the claim is off, in money of 12 months; null when it cannot be said
/// @param needed       customers that would decide; 0 when decided
/// @param byDefinition the trait is part of what makes a star: shown, not judged
/// @param collect      how to learn what no file says: `fact`, `channel`, `ask`; empty otherwise
public record Answer(
        String persona,
        String kind,
        String subject,
        @Nullable Rule rule,
        @Nullable Double declared,
        @Nullable Tolerance tolerance,
        @Nullable Measured measured,
        @Nullable Lift lift,
        @Nullable Measured money,
        Verdict verdict,
        long needed,
        boolean byDefinition,
        String collect) {

    static Answer unmeasured(String persona, String kind, String subject, @Nullable Rule rule, String collect) {
        return new Answer(
                persona, kind, subject, rule, null, null, null, null, null, Verdict.UNMEASURED, 0, false, collect);
    }

    Answer declaring(double value) {
        return new Answer(
                persona,
                kind,
                subject,
                rule,
                value,
                tolerance,
                measured,
                lift,
                money,
                verdict,
                needed,
                byDefinition,
                collect);
    }

    /// Whether the verdict speaks for or against.
    boolean decided() {
        return verdict == Verdict.HOLDS || verdict == Verdict.FAILS;
    }

    Answer open() {
        long more = measured == null || tolerance == null
                ? 0
                : Math.max(measured.customers() + 1, tolerance.needed(measured));
        return new Answer(
                persona,
                kind,
                subject,
                rule,
                declared,
                tolerance,
                measured,
                lift,
                money,
                Verdict.TOO_FEW,
                more,
                byDefinition,
                collect);
    }

    /// What the data make likely to be at stake; 0 when it cannot be said.
    public double stake() {
        return money == null ? 0 : Math.abs(money.value());
    }
}
