package io.filon.icp;

import io.filon.icp.claim.Measured;
import org.jspecify.annotations.Nullable;

/// How far the customers a company imagines are from those it lives on.
///
/// @param stars          star customers
/// @param uncovered      of them, those no persona covers
/// @param uncoveredShare of what star customers leave in their window; null when there is none
/// @param uncoveredNet   the same in money; null when there is none
/// @param buyers         of whom personas cover `covered`
public record Gap(
        int stars,
        int uncovered,
        @Nullable Measured uncoveredShare,
        @Nullable Measured uncoveredNet,
        int buyers,
        int covered) {}
