package io.filon.rule.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Instants as microseconds since 1970, which is how exact rules are.
final class Micros {

    static final long NEVER = Long.MAX_VALUE;

    static final long DAY = 86_400_000_000L;

    private Micros() {}

    static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), (long) (instant.getNano() / 1_000));
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
