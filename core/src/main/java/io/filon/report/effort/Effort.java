package io.filon.report.effort;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where effort goes: what was spent on customers from `from` to `to`, and on whom, beside what they left before
/// acquisition. Shares are null when their whole is not positive.
///
/// @param from,to      the star window
/// @param spent        on all customers and on nobody known
/// @param contribution of all, before acquisition
/// @param rows         each group, stage, channel and persona; groups, stages and channels add up to the whole
/// @param channels     what was paid for each channel in the whole history, the most expensive first
/// @param missing      kinds of effort no file tells about in this period, as components of `spending`
/// @param why          why there is nothing to show, or null
public record Effort(
        LocalDate from,
        LocalDate to,
        BigDecimal spent,
        BigDecimal contribution,
        List<EffortRow> rows,
        List<PaidChannel> channels,
        List<String> missing,
        @Nullable Phrase why) {

    public Effort {
        rows = List.copyOf(rows);
        channels = List.copyOf(channels);
        missing = List.copyOf(missing);
    }

    /// @param dimension        `group`, `stage`, `channel` or `persona`
    /// @param name             of the group or stage as the lists have it, else as people write it;
    ///     `unattributed` for what belongs to nobody known, `other` for the smallest channels together
    /// @param stars            star customers among them
    /// @param spent            the sum of `spending`
    /// @param acquisitionShare of all acquisition cost of the period
    /// @param budgetShare      of the marketing budget, as the company declares it of a persona; else null
    public record EffortRow(
            String dimension,
            String name,
            long customers,
            long stars,
            BigDecimal spent,
            @Nullable Double spentShare,
            BigDecimal contribution,
            @Nullable Double contributionShare,
            @Nullable Double acquisitionShare,
            @Nullable Double budgetShare,
            Spending spending) {}

    /// @param acquisition    advertising and stated acquisition cost, of who came in the period, and loose
    /// @param discounts      given
    /// @param freeShipping   what sending cost beyond what was charged for it
    /// @param returnsHandled handling of returns
    /// @param service        help-desk hours
    /// @param contacts       messages and visits
    public record Spending(
            BigDecimal acquisition,
            BigDecimal discounts,
            BigDecimal freeShipping,
            BigDecimal returnsHandled,
            BigDecimal service,
            BigDecimal contacts) {

        /// By kind, in the order of the table.
        public List<BigDecimal> amounts() {
            return List.of(acquisition, discounts, freeShipping, returnsHandled, service, contacts);
        }

        BigDecimal sum() {
            return amounts().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /// A channel that cost money, over the whole history.
    ///
    /// @param contacts        those it is charged to, and who made contact while it was paid for and has
    ///     not bought; null when only buyers are known
    /// @param customers       buyers it is charged to
    /// @param knownCustomers  of them, who were there for the whole star window and so could be star customers
    /// @param costPerStar     what those cost by each star customer among them; null when there is none
    /// @param netSalesPerUnit net sales so far of those it brought by unit of money spent (ROAS)
    /// @param claimedRoas     the same as the ad platform claims it; null when it does not
    /// @param contribution    of those it brought, so far
    /// @param paybackMonths   months until they left on average what they cost; null when they have not, or are few
    /// @param followedMonths  months for which ten of them or more are known; null under ten
    /// @param payback         the same in words
    public record PaidChannel(
            String name,
            BigDecimal spent,
            @Nullable Double spentShare,
            @Nullable Long clicks,
            @Nullable Long contacts,
            @Nullable BigDecimal costPerContact,
            long customers,
            @Nullable BigDecimal costPerCustomer,
            long knownCustomers,
            long stars,
            @Nullable BigDecimal costPerStar,
            @Nullable Double netSalesPerUnit,
            @Nullable Double claimedRoas,
            BigDecimal contribution,
            @Nullable Long paybackMonths,
            @Nullable Long followedMonths,
            Phrase payback) {}

    /// The kinds of effort, in the order of [Spending#amounts].
    public static final List<String> KINDS =
            List.of("acquisition", "discounts", "free_shipping", "returns_handled", "service", "contacts");

    /// Rows of one dimension, those that cost most first.
    public List<EffortRow> of(String dimension) {
        return rows.stream().filter(row -> row.dimension().equals(dimension)).toList();
    }

    /// Kinds that some file tells about.
    public List<String> told() {
        return KINDS.stream().filter(kind -> !missing.contains(kind)).toList();
    }
}
