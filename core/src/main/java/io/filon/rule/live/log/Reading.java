package io.filon.rule.live.log;

import io.filon.rule.live.clock.Micros;
import org.jspecify.annotations.Nullable;

/// A value of one customer now.
///
/// @param value nothing when not known
/// @param slope how much it grows each microsecond by time alone
/// @param until the first instant at which it could be another than that by time alone
public record Reading(@Nullable Object value, double slope, long until) {

    public static Reading still(@Nullable Object value, long until) {
        return new Reading(value, 0, until);
    }

    /// The first instant after now at which a value that grows may stand differently to a bound: two microseconds to
    /// either side of where arithmetic puts the crossing are looked at as well.
    public static long crossing(double difference, double slope, long now) {
        if (slope == 0 || Double.isNaN(difference)) {
            return Micros.NEVER;
        }
        double away = -difference / slope;
        if (Double.isNaN(away) || away < -3 || away > 9e17) {
            return Micros.NEVER;
        }
        long at = now + Math.round(away);
        return Math.max(now + 1, at - 2);
    }
}
