package io.filon.segment.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Who was in which segment on a day, as it was decided at an instant from the data there were then.
///
/// @param base     everybody who was a customer
/// @param segments by key
public record Decision(LocalDate asOf, Instant decidedAt, RoaringBitmap base, Map<String, Kept> segments) {

    /// @param definition the rule at the time
    public record Kept(String definition, RoaringBitmap numbers) {}

    public Decision {
        segments = Map.copyOf(segments);
    }

    public Optional<Kept> segment(String key) {
        return Optional.ofNullable(segments.get(key));
    }

    /// Whether the same was decided of the same day.
    boolean same(Decision other) {
        return asOf.equals(other.asOf) && base.equals(other.base) && segments.equals(other.segments);
    }
}
