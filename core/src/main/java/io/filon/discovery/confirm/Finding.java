package io.filon.discovery.confirm;

import io.filon.discovery.search.Condition;
import java.util.List;

/// A segment and what is known of it. All money is in the target's own measure.
///
/// @param customers  how many of the whole base it covers
/// @param mean       of its customers in the half that did not choose it; of all its customers in a plain ranking
/// @param low        of the interval for `mean`, widened for having been selected
/// @param high       of the same
/// @param bestShare  part of what its customers bring over the others that the most valuable one brings, 0 or more
/// @param held       periods in which it was ahead of the others
/// @param periods    periods that can tell; 0 when no date is known
/// @param toSettle   customers a test would need in each of two groups; 0 when nothing is to be settled
/// @param pAdjusted  the false share at which it would be confirmed
/// @param quality    by which it was ranked
/// @param members    places of all its customers, ascending
/// @param aliases    other rules that describe the same customers
/// @param variants   other rules that hold and tell nothing beyond this one: wider, narrower or beside it
@SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
public record Finding(
        List<Condition> conditions,
        String rule,
        int customers,
        double mean,
        double low,
        double high,
        double bestShare,
        int held,
        int periods,
        long toSettle,
        double pAdjusted,
        Grade grade,
        double quality,
        int[] members,
        List<String> aliases,
        List<String> variants) {

    /// How sure a finding is.
    public enum Grade {
        /// Checked with customers that were not used to find it.
        CONFIRMED,
        /// Worth a test.
        LEAD,
        /// Ranked only, not checked.
        UNCHECKED
    }

    public Finding {
        conditions = List.copyOf(conditions);
        aliases = List.copyOf(aliases);
        variants = List.copyOf(variants);
    }

    public boolean confirmed() {
        return grade == Grade.CONFIRMED;
    }

    Finding with(List<String> variants) {
        return new Finding(
                conditions,
                rule,
                customers,
                mean,
                low,
                high,
                bestShare,
                held,
                periods,
                toSettle,
                pAdjusted,
                grade,
                quality,
                members,
                aliases,
                variants);
    }
}
