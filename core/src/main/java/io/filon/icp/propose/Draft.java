package io.filon.icp.propose;

import io.filon.icp.claim.Lift;
import io.filon.icp.claim.Measured;
import io.filon.rule.Rule;
import org.jspecify.annotations.Nullable;

/// A persona the data propose: who the star customers are that no declared persona covers.
///
/// @param name      from its rule, for a person to change
/// @param rule      who is one
/// @param origin    `discovery` (a hidden segment), `operating` (a group of the operating ICP) or `shared` (what
///     uncovered star customers have in common)
/// @param usable    whether the rule asks only what personas may ask, so that the draft can be saved as it is
/// @param customers buyers who are one; 0 when it cannot be asked of today's customers
/// @param stars     star customers among them that no persona covers
/// @param lift      among star customers; null when there are none
/// @param net       left by one in 12 months; null with too few
/// @param yaml      the draft as a file
public record Draft(
        String name,
        Rule rule,
        String origin,
        boolean usable,
        int customers,
        int stars,
        @Nullable Lift lift,
        @Nullable Measured net,
        String yaml) {}
