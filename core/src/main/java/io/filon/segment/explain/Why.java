package io.filon.segment.explain;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why one customer belongs to a segment, or does not: its rule condition by condition.
///
/// @param belongs whether the rule holds
public record Why(String customerId, boolean belongs, Step rule) {

    /// One condition, or a group of them.
    ///
    /// @param kind     `all`, `any`, `none`, `not`, `xor`, `at_least`, `person_time` or `condition`
    /// @param least    of `at_least`, how many of its parts have to hold; else null
    /// @param holds    for this customer
    /// @param sentence the condition in words; empty for a group
    /// @param fact     what it asks; null for a group, and where it asks no fact
    /// @param value    what it came to, as it is kept; null when it is not known, or for a group
    /// @param shown    the same as people write it; null likewise
    /// @param distance what would have to be added to meet the bound, with sign; null when it holds, or where no
    ///     number says it
    /// @param missing  the same in words; null when it holds, or for a group
    /// @param events   those that count, in order of time
    /// @param turns    when it changes if nothing happens
    public record Step(
            String kind,
            @Nullable Integer least,
            boolean holds,
            String sentence,
            @Nullable String fact,
            @Nullable String value,
            @Nullable String shown,
            @Nullable BigDecimal distance,
            @Nullable Phrase missing,
            List<Event> events,
            Turns turns,
            List<Step> parts) {
        public Step {
            events = List.copyOf(events);
            parts = List.copyOf(parts);
        }
    }

    public record Event(String id, String name, Instant occurred) {}

    /// @param known   `at`, `never` (not within two years) or `no`: it rests on other customers, or on figures that are
    ///     worked out again each day
    /// @param instant of `at`; else null
    public record Turns(String known, @Nullable Instant instant) {
        public static final Turns NEVER = new Turns("never", null);
        public static final Turns NO = new Turns("no", null);

        static Turns at(Instant instant) {
            return new Turns("at", instant);
        }
    }
}
