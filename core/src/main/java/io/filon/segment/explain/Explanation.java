package io.filon.segment.explain;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why one customer belongs to a segment, or does not: its rule condition by condition.
///
/// @param belongs whether the rule holds
public record Explanation(String customerId, boolean belongs, Step rule) {

    /// One condition, or a group of them.
    ///
    /// @param kind     `all`, `any`, `none`, `not` or `condition`
    /// @param holds    for this customer
    /// @param sentence the condition in words; empty for a group
    /// @param fact     what it asks; null for a group
    /// @param value    what is known of the customer, as it is kept; null when it is not known, or for a group
    /// @param shown    the same as people write it; null likewise
    /// @param distance what would have to be added to meet the bound, with sign; null when it holds, or where no
    ///     number says it
    /// @param missing  the same in words; null when it holds, or for a group
    public record Step(
            String kind,
            boolean holds,
            String sentence,
            @Nullable String fact,
            @Nullable String value,
            @Nullable String shown,
            @Nullable BigDecimal distance,
            @Nullable Phrase missing,
            List<Step> parts) {
        public Step {
            parts = List.copyOf(parts);
        }
    }
}
