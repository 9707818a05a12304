package io.filon.report.sensitivity;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The assumptions that would change the report most if they were otherwise.
///
/// @param levers at most three, the one that changes most first
/// @param others assumptions that change less
/// @param why    why there is none, or null
public record Sensitivity(
        List<Lever> levers, long others, @Nullable Phrase why) {

    public Sensitivity {
        levers = List.copyOf(levers);
    }

    /// One assumption, moved while everything else stays as it is.
    ///
    /// @param name                       as in `assumptions`
    /// @param netAtLow,netAtHigh         contribution after acquisition of the base with its low and its high value
    /// @param losingAtLow,losingAtHigh   buyers who cost money then
    /// @param starsKeptAtLow,starsKeptAtHigh share of today's star customers who would be star customers then; null
    ///     when there is none
    /// @param claims                     what the report says and how far that holds
    /// @param measure                    the file or column that would say it instead
    public record Lever(
            String name,
            Phrase sentence,
            double value,
            double low,
            double high,
            String unit,
            BigDecimal netAtLow,
            BigDecimal netAtHigh,
            long losingAtLow,
            long losingAtHigh,
            @Nullable Double starsKeptAtLow,
            @Nullable Double starsKeptAtHigh,
            List<Claim> claims,
            Phrase measure) {

        public Lever {
            claims = List.copyOf(claims);
        }

        /// Whether something the report says would be otherwise within the range.
        public boolean flips() {
            return claims.stream().anyMatch(Claim::flipsWithinRange);
        }
    }

    /// One thing the report says.
    ///
    /// @param claim            `net` (all customers together leave money, or do not), `loss_makers` (those who cost
    ///     money today cost it together), `stars` (four in five star customers stay the same people), `channel`
    ///     (whom it brought have paid for it, or have not)
    /// @param channel          its name; empty for other claims
    /// @param amount           money it is about, now; null for `stars`
    /// @param flipsAt          value of the assumption at which it would be otherwise; null when there is none
    /// @param flipsWithinRange whether that value lies in the assumption's range
    public record Claim(
            String claim,
            String channel,
            @Nullable BigDecimal amount,
            @Nullable Double flipsAt,
            boolean flipsWithinRange,
            Phrase sentence) {}
}
