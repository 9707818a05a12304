package io.filon.icp;

import io.filon.icp.claim.Measured;
import io.filon.rule.Rule;
import org.jspecify.annotations.Nullable;

/// The way from those who buy today to the persona the company would like: the customers who have all of its traits but
/// one.
///
/// @param missing   the trait they lack
/// @param customers who lack just that; known for the whole window
/// @param net       left by one of them in 12 months; null with too few
/// @param persona   left by one of the persona; null with too few
/// @param usual     left by any customer
/// @param gain      what the persona's customers would leave more if they left as much as these do; null when unknown
/// @param crossing  whether these leave more than the usual customer, beyond chance, and than the persona: otherwise
///     it is not worth crossing
public record Bridge(
        String name,
        Rule missing,
        int customers,
        @Nullable Measured net,
        @Nullable Measured persona,
        Measured usual,
        @Nullable Measured gain,
        Crossing crossing) {

    public enum Crossing {
        WORTH,
        NOT_WORTH,
        TOO_FEW
    }
}
