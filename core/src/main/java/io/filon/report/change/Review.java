package io.filon.report.change;

import io.filon.store.Sql;
import io.filon.store.Store;
import io.filon.text.Phrase;
import io.filon.text.Phrase.Value;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When to look again: once whoever keeps to the usual rhythm should have come back.
///
/// @param on  the day, one and a half usual gaps away, between 30 and 180 days
/// @param why in words
public record Review(LocalDate on, Phrase why) {

    private static final int SOONEST_DAYS = 30;
    private static final int LATEST_DAYS = 180;

    /// Beyond this many gaps a customer is late.
    private static final double ACTIVE_GAPS = 1.5;

    private record Rhythm(double baseGapDays, boolean measured) {}

    /// @return null when nobody has bought
    public static @Nullable Review of(Store store, LocalDate asOf) {
        if (store.number(Sql.of("select count(*) from buyers")) == 0) {
            return null;
        }
        Rhythm rhythm = store.read("base_rhythm", Rhythm.class).getFirst();
        int days = (int) Math.round(Math.clamp(rhythm.baseGapDays * ACTIVE_GAPS, SOONEST_DAYS, LATEST_DAYS));
        String key = rhythm.measured ? "review.rhythm" : "review.no_rhythm";
        return new Review(
                asOf.plusDays(days),
                Phrase.of(key, new Value.Day(asOf.plusDays(days)), new Value.Decimal(rhythm.baseGapDays, 0)));
    }
}
