package io.filon.discovery.confirm;

import io.filon.discovery.chance.MeanInterval;
import io.filon.discovery.chance.Sample;
import java.util.List;

/// A finalist as the half that did not choose it sees it. The target is turned around when low values are looked for.
///
/// @param p           the largest over all simpler segments
/// @param adjusted    the false share at which it would be confirmed, both directions paid for
/// @param members     its customers in this half
/// @param bestShare   part of what they bring over the others that the best of them brings
/// @param aheadOfRest whether they are still ahead without the best of them
/// @param inPeriods   periods in which they are ahead
/// @param periods     periods with enough of them to tell
record Tested(
        Segment segment,
        List<String> aliases,
        double p,
        double adjusted,
        Sample members,
        Sample others,
        MeanInterval interval,
        double bestShare,
        boolean aheadOfRest,
        int inPeriods,
        int periods) {

    boolean confirmed() {
        return adjusted <= Wanted.FALSE_SHARE && aheadOfRest;
    }

    boolean lead() {
        return !confirmed() && adjusted <= 0.2 && members.mean() > others.mean();
    }
}
