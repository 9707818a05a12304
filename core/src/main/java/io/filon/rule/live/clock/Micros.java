package io.filon.rule.live.clock;

import io.filon.rule.Span;
import java.time.Instant;

/// Instants as microseconds since 1970, which is how exact rules are.
public final class Micros {

    public static final long NEVER = Long.MAX_VALUE;

    public static final long DAY = 86_400_000_000L;

    private Micros() {}

    public static long of(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), (long) (instant.getNano() / 1_000));
    }

    /// Its fixed length.
    public static long of(Span span) {
        return span.amount() * span.unit().seconds() * 1_000_000L;
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 1_000L * Math.floorMod(micros, 1_000_000L));
    }
}
