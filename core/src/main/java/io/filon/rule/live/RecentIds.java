package io.filon.rule.live;

import io.filon.rule.live.clock.Micros;
import io.filon.rule.live.log.Dictionary;

/// The ids of a customer's events of the last days, as 44-bit hashes with the hour each happened: an event that
/// arrives again is known by it. Two different ids of a customer's days are taken for one with a chance of 1 in 2⁴⁴.
///
/// Plain arrays without spare room, since every customer has one.
final class RecentIds {

    static final long[] NONE = {};

    private static final int HOUR_BITS = 20;
    private static final long HOURS = (1L << HOUR_BITS) - 1;

    private RecentIds() {}

    /// @return the same ids with that one, without those that are too old; the same array when it was there already
    static long[] add(long[] ids, String id, long occurred, long oldest) {
        long hash = Dictionary.fingerprint(id) << HOUR_BITS;
        long since = hour(oldest);
        int kept = 0;
        for (long each : ids) {
            if ((each & HOURS) >= since) {
                if ((each & ~HOURS) == hash) {
                    return ids;
                }
                kept++;
            }
        }
        long[] more = new long[kept + 1];
        more[kept] = hash | hour(occurred);
        for (int i = ids.length - 1; kept > 0; i--) {
            if ((ids[i] & HOURS) >= since) {
                more[--kept] = ids[i];
            }
        }
        return more;
    }

    /// Since 1970.
    private static long hour(long micros) {
        return Math.clamp(micros / (Micros.DAY / 24), 0, HOURS);
    }
}
