package io.filon.segment.profile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// What the customers of a segment are to do and to leave in the next 12 months; ranges hold in eight cases of ten.
///
/// @param orders days of purchase to expect
/// @param value  what they leave
public record Next12m(BigDecimal orders, Between ordersRange, BigDecimal value, Between valueRange) {

    /// Null where nothing was foretold.
    static @Nullable Next12m of(Figures figures, RoaringBitmap numbers) {
        Foretold orders = figures.orders();
        Foretold value = figures.predicted();
        return orders == null || value == null
                ? null
                : new Next12m(orders.sum(numbers), orders.around(numbers), value.sum(numbers), value.around(numbers));
    }
}
