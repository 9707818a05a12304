package io.filon.stats.permutation;

import static java.lang.Math.exp;
import static java.lang.Math.log;
import static java.lang.Math.sqrt;

import org.jspecify.annotations.Nullable;

/// How common a condition is among the rows with the outcome and among comparable rows without it.
///
/// The rows without are weighted to the strata of those with (direct standardisation), so the two shares and their
/// ratio speak of the same mix of strata. The interval is normal on the logarithm of the ratio (delta method), as wide
/// as the number of standard errors asked for; it is rough where fewer than five rows with the outcome meet the
/// condition.
///
/// @param members  rows that meet the condition, with the outcome or not
/// @param hits     of them, with the outcome
/// @param share    of the known rows with the outcome that meet the condition, 0..1
/// @param rest     the same of comparable rows without
/// @param times    `share / rest`; null when nobody comparable meets the condition
/// @param low,high of `times`; null with it, or when no row with the outcome meets the condition
public record Shares(
        int members,
        int hits,
        double share,
        double rest,
        @Nullable Double times,
        @Nullable Double low,
        @Nullable Double high) {

    /// The same with an interval that stays on the side of 1 on which an exact test found the ratio to be: the interval
    /// is approximate, the test is not.
    ///
    /// @param above whether the test found the condition more common with the outcome
    public Shares decided(boolean above) {
        return new Shares(
                members,
                hits,
                share,
                rest,
                times,
                low == null ? null : Double.valueOf(above ? Math.max(1, low) : low),
                high == null ? null : Double.valueOf(above ? high : Math.min(1, high)));
    }

    /// @param outcome `boolean[rows]`
    /// @param errors  half the interval's width in standard errors, 1.96 for 95 % of one ratio alone
    public static Shares of(CodeTable table, boolean[] outcome, Condition asked, double errors) {
        int members = 0;
        int hits = 0;
        double with = 0;
        double weighted = 0;
        double restVariance = 0;
        double weights = 0;
        for (int stratum = 0; stratum < table.strata(); stratum++) {
            Counts counts = Counts.of(table, outcome, asked, stratum);
            members += counts.met;
            hits += counts.hitsMet;
            int others = counts.known - counts.hits;
            if (counts.hits == 0 || others == 0) {
                continue;
            }
            double met = (double) (counts.met - counts.hitsMet) / others;
            with += counts.hitsMet;
            weights += counts.hits;
            weighted += counts.hits * met;
            restVariance += (double) counts.hits * counts.hits * met * (1 - met) / others;
        }
        if (weights == 0) {
            return new Shares(members, hits, 0, 0, null, null, null);
        }
        double share = with / weights;
        double rest = weighted / weights;
        if (rest == 0) {
            return new Shares(members, hits, share, rest, null, null, null);
        }
        if (with == 0) {
            return new Shares(members, hits, share, rest, 0.0, null, null);
        }
        double error = sqrt((1 - share) / with + restVariance / (weighted * weighted));
        double middle = log(share / rest);
        return new Shares(
                members, hits, share, rest, share / rest, exp(middle - errors * error), exp(middle + errors * error));
    }

    /// Rows of one stratum whose code is known, and how many meet the condition, of all and of those with the outcome.
    private record Counts(int known, int met, int hits, int hitsMet) {
        static Counts of(CodeTable table, boolean[] outcome, Condition asked, int stratum) {
            int known = 0;
            int met = 0;
            int hits = 0;
            int hitsMet = 0;
            for (int row = table.starts()[stratum]; row < table.starts()[stratum + 1]; row++) {
                int code = table.codes()[row * table.columns() + asked.column()];
                known += code > 0 ? 1 : 0;
                met += code == asked.code() ? 1 : 0;
                hits += code > 0 && outcome[row] ? 1 : 0;
                hitsMet += code == asked.code() && outcome[row] ? 1 : 0;
            }
            return new Counts(known, met, hits, hitsMet);
        }
    }
}
