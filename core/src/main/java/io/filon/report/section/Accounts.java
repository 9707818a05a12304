package io.filon.report.section;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a seller to companies, or by contract, asks besides. Told only where the unit of value is an account or a file
/// has deals or subscriptions.
///
/// @param deals     null when no file has opportunities with a beginning
/// @param contracts null when no file has contracts
/// @param payback   when customers have left what it cost to acquire them, in words
/// @param parents   groups of companies, most net first
/// @param tiers     A, B and C; empty when nobody left any net in 12 months
public record Accounts(
        @Nullable Deals deals, @Nullable Contracts contracts, Payback payback, List<Parent> parents, List<Tier> tiers) {

    /// @param all     every complete cohort together
    /// @param cohorts by month or quarter of beginning, oldest first
    /// @param undated deals without a beginning, or closed nobody knows when: not in any rate
    public record Deals(WinRate all, List<WinRate> cohorts, List<Cycle> cycles, long undated) {}

    /// @param cohort   first day of the month or quarter; null for all together
    /// @param complete false when it began before the file records closings; it then has no `wonShare`
    /// @param open     neither won nor lost yet
    /// @param wonOfClosed what is usually quoted, won out of closed; null when no loss is recorded. It flatters
    ///     cohorts whose losses are still to come, and the other way round
    /// @param day      days after the beginning at which `wonShare` is read
    /// @param wonShare of all begun that is won by that day, open ones taken as open; null when it cannot be told
    /// @param low,high its 95 % interval
    public record WinRate(
            @Nullable LocalDate cohort,
            boolean complete,
            long deals,
            long won,
            long lost,
            long open,
            @Nullable Double wonOfClosed,
            int day,
            @Nullable Double wonShare,
            @Nullable Double low,
            @Nullable Double high) {}

    /// @param ended      `won` or `lost`
    /// @param medianDays half of them took so long or less
    /// @param low,high   its 95 % interval
    public record Cycle(String ended, long deals, double medianDays, double low, double high) {}

    /// Yearly recurring revenue (ARR): what the running contracts bring in 365 days at their present price.
    ///
    /// @param arrBefore     a year before; with the next four it adds up to `arr`
    /// @param netRetention  NRR: ARR today of the customers of a year ago, as a share of theirs then; null when
    ///     contracts do not reach back a year
    /// @param grossRetention GRR: the same without what they grew
    public record Contracts(
            long active,
            long withoutAmount,
            long customers,
            BigDecimal arr,
            BigDecimal arrBefore,
            BigDecimal added,
            BigDecimal expanded,
            BigDecimal contracted,
            BigDecimal lost,
            @Nullable Double netRetention,
            @Nullable Double grossRetention) {}

    /// @param months null when not reached, or no acquisition cost is known
    public record Payback(
            @Nullable Integer months, @Nullable BigDecimal costEach, long customers, Phrase sentence) {}

    /// A parent company with its subsidiaries, its own figures included.
    public record Parent(String name, long accounts, long buyers, BigDecimal revenue, BigDecimal net) {}

    /// @param tier `a`, `b` or `c`
    public record Tier(
            String tier, long accounts, BigDecimal net, double share, long openDeals, BigDecimal openAmount) {}
}
