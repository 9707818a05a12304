package io.filon.intake;

import io.filon.workspace.Settings.Purchase;
import java.time.Instant;
import java.time.ZoneId;

/// What an import needs to know beyond the plan.
///
/// @param zone        of days, and of times written without an offset
/// @param readAt      written to `sources`
/// @param horizonDays how far ahead later stages look; written to `run`
public record Options(AsOf asOf, ZoneId zone, Purchase purchase, Instant readAt, int horizonDays) {

    /// One year ahead, orders count when created, UTC.
    public static Options at(Instant readAt) {
        return new Options(new AsOf.LastOrder(), ZoneId.of("UTC"), Purchase.CREATED, readAt, 365);
    }
}
