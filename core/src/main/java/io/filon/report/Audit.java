package io.filon.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.filon.fit.FitModel;
import io.filon.report.change.Change;
import io.filon.report.change.Review;
import io.filon.report.effort.Effort;
import io.filon.report.icp.Icp;
import io.filon.report.market.MarketReport;
import io.filon.report.message.Cards;
import io.filon.report.niche.NicheReport;
import io.filon.report.priority.Priority;
import io.filon.report.section.Accounts;
import io.filon.report.section.Apart;
import io.filon.report.section.Behaviour;
import io.filon.report.section.Hidden;
import io.filon.report.section.Predicted;
import io.filon.report.sensitivity.Sensitivity;
import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything an audit found, as data. JSON, page, terminal and lists all show this one object, so they cannot
/// disagree.
///
/// Money is exact and in `currency`. A figure that cannot be known is null and `why…` says so.
///
/// @param findings        the first three to say, those with most money behind them
/// @param furtherFindings what else is true and has less money behind it
/// @param effort          where effort goes, beside what it leaves
/// @param sensitivity     the numbers that would change this report
/// @param review          when to look again; null when nobody has bought
/// @param change          since an earlier audit; null when none was named
/// @param predicted       what customers will be worth; null when nobody asked
/// @param hidden          groups nobody thought of that leave more, or less
/// @param strategy        what follows from all that; in JSON its parts stand beside the others
public record Audit(
        LocalDate asOf,
        String currency,
        String zone,
        String company,
        List<Source> sources,
        Base base,
        List<Step> ladder,
        WhaleCurve whaleCurve,
        Stars stars,
        LossMakers lossMakers,
        List<Stage> lifecycle,
        Apart apart,
        @Nullable Accounts accounts,
        List<Finding> findings,
        List<Assumption> assumptions,
        List<Doubt> doubts,
        List<Finding> furtherFindings,
        Effort effort,
        Sensitivity sensitivity,
        @Nullable Review review,
        @Nullable Change change,
        @Nullable Predicted predicted,
        Hidden hidden,
        @JsonUnwrapped Strategy strategy) {

    /// The same audit set beside an earlier one.
    public Audit with(Change since) {
        return with(findings, furtherFindings, since, strategy);
    }

    /// The same audit with what follows from it.
    public Audit with(Strategy follows) {
        return with(findings, furtherFindings, change, follows);
    }

    /// The same audit with what to say.
    Audit with(List<Finding> first, List<Finding> further) {
        return with(first, further, change, strategy);
    }

    private Audit with(List<Finding> first, List<Finding> further, @Nullable Change since, Strategy follows) {
        return new Audit(
                asOf,
                currency,
                zone,
                company,
                sources,
                base,
                ladder,
                whaleCurve,
                stars,
                lossMakers,
                lifecycle,
                apart,
                accounts,
                first,
                assumptions,
                doubts,
                further,
                effort,
                sensitivity,
                review,
                since,
                predicted,
                hidden,
                follows);
    }

    public Behaviour behaviour() {
        return strategy.behaviour();
    }

    /// The declared personas beside the customers; null when none is declared.
    public @Nullable Icp icp() {
        return strategy.icp();
    }

    /// How big the market is; null when no `market.yaml` says who could buy.
    public @Nullable MarketReport market() {
        return strategy.market();
    }

    /// Which part of the market to take first; null when nobody looked.
    public @Nullable NicheReport niches() {
        return strategy.niches();
    }

    /// What could be said to the segments that matter most; null when nobody looked.
    public @Nullable Cards propositions() {
        return strategy.propositions();
    }

    /// Whom to accept at the first contact; null where hardly anybody is known who did not buy.
    public @Nullable FitModel fit() {
        return strategy.fit();
    }

    /// Whom to serve first; null when nobody asked.
    public @Nullable Priority priority() {
        return strategy.priority();
    }

    /// A file and what became of its rows: `rowsRead = rowsKept + rowsMerged + rowsRejected`.
    ///
    /// @param kind    what a row is, `order_lines`
    /// @param recipe  the export it was recognised as, or `inferred`
    /// @param columns what each column was taken to be
    public record Source(
            String file,
            String recipe,
            String kind,
            long rowsRead,
            long rowsKept,
            long rowsMerged,
            long rowsRejected,
            List<Column> columns,
            List<Rejected> rejected) {}

    /// @param role     as `--map` writes it; `ignored` when unused
    /// @param examples up to three values as the file writes them
    public record Column(String header, String role, List<String> examples) {}

    /// The first five rejected rows of a file; `rows_rejected` counts all.
    public record Rejected(long line, String reason, String content) {}

    /// Totals. `revenue` is sales as the files state them, after the files' own discounts and returns, before any
    /// assumed tax; `margin` is revenue less stated product cost (or the stated profit), null when no file states
    /// either; `net` is contribution after every cost, stated or assumed. `orders` are those that count, but for
    /// those whose lines only take back (credit notes, refunds with a number of their own): their money counts,
    /// they do not.
    public record Base(
            long customers,
            long buyers,
            long orders,
            long orderLines,
            long events,
            BigDecimal revenue,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal margin,
            BigDecimal net,
            long leads,
            long deals,
            long dealsWon,
            BigDecimal wonValue,
            @Nullable LocalDate firstOrderOn,
            @Nullable LocalDate lastOrderOn,
            List<Year> byYear) {

        /// Whether anything was sold to somebody known: orders, or deals won with an amount where no file has orders.
        public boolean hasPurchases() {
            return buyers > 0;
        }
    }

    public record Year(
            int year,
            long buyers,
            long orders,
            long orderLines,
            BigDecimal revenue,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal margin,
            BigDecimal net) {}

    /// One line of the bridge from gross sales to contribution after acquisition.
    ///
    /// @param step         `gross_sales`, `discounts`, `returned`, `taxes`, `net_sales`, `product_cost`,
    ///     `gross_margin`, `shipping_income`, `shipping_cost`, `payment_cost`, `commission`, `return_cost`,
    ///     `service_cost`, `contact_cost`, `contribution`, `acquisition_cost`, `net`
    /// @param amount       signed as it moves the total: what is taken off is negative
    /// @param subtotal     true for the rungs
    /// @param assumedShare 0..1 of the amount that rests on assumptions
    /// @param customers    customers it touches
    public record Step(String step, BigDecimal amount, boolean subtotal, double assumedShare, long customers) {}

    /// Cumulated net by customer, best first: what happened, a census and not a forecast.
    ///
    /// @param peakBuyerShare   share of buyers at which the curve is highest; null when it cannot fall
    /// @param peakNetShare     height there as a share of the final net, over 1 when a tail destroys; null with a
    ///     reason
    /// @param why              why there is no peak, or null
    /// @param destroyedByTail  money the tail takes away again; 0 or more
    /// @param topTenthNetShare share of net made by the best tenth of buyers; null when net is not positive
    /// @param nextPeriod       what the same tail did in the following period, when there are two; else null
    /// @param points           at most 200 for drawing; low and high are the cost assumptions' range, not sampling
    public record WhaleCurve(
            @Nullable Double peakBuyerShare,
            @Nullable Double peakNetShare,
            @Nullable Phrase why,
            long lossMakingBuyers,
            BigDecimal destroyedByTail,
            @Nullable Double topTenthNetShare,
            @Nullable NextPeriod nextPeriod,
            List<Point> points) {

        /// Whether what the tail took can be seen on a curve of shares: half a percent of the net, or more.
        public boolean tailShows() {
            return peakNetShare != null && peakNetShare >= 1.005;
        }
    }

    public record Point(double buyerShare, double netShare, double lowShare, double highShare) {}

    /// @param firstFrom,firstTo   the period that ranked the customers
    /// @param lossMakers          who lost money then and bought again after
    /// @param stillLossMakers     of them, who lost money again
    /// @param tailNetFirst        net of the loss makers in the first period
    /// @param tailNetNext         net of the same customers in the next
    public record NextPeriod(
            LocalDate firstFrom,
            LocalDate firstTo,
            long lossMakers,
            long stillLossMakers,
            BigDecimal tailNetFirst,
            BigDecimal tailNetNext) {}

    /// @param rule        YAML of the rule that chose them
    /// @param sentence    the rule in words
    /// @param from,to     the window
    /// @param candidates  customers present for the whole window
    /// @param thresholdNet net at the cut; null when there is no star
    /// @param netShare    of the base's net in the window; null when that is not positive
    /// @param top         the first few, best first
    /// @param why         why there are none, or null
    public record Stars(
            String rule,
            String sentence,
            LocalDate from,
            LocalDate to,
            long customers,
            long candidates,
            BigDecimal net,
            @Nullable Double netShare,
            @Nullable BigDecimal thresholdNet,
            Profile stars,
            Profile rest,
            List<Member> top,
            @Nullable Phrase why) {

        /// Length of the window, both ends included.
        public long windowDays() {
            return ChronoUnit.DAYS.between(from, to) + 1;
        }
    }

    /// What a group looks like beside the rest, over the window; null where no file tells.
    public record Profile(
            long customers,
            double ordersPerCustomer,
            double netPerCustomer,
            @Nullable Double marginShare,
            double tenureDays,
            @Nullable Double satisfaction,
            @Nullable Double ticketsPerCustomer,
            @Nullable Double returnShare) {}

    /// @param reason why the customer is in the group, in words
    public record Member(String customerId, @Nullable String email, String reason, BigDecimal value) {}

    /// Customers who cost money over their whole history.
    ///
    /// @param survivingLowCosts of them, who lose money even at the low end of every cost assumption
    /// @param causes            what takes more from them than from other buyers, largest first
    public record LossMakers(
            long customers, BigDecimal net, long survivingLowCosts, List<Cause> causes, List<Member> top) {}

    /// @param cause  `product_cost`, `return_cost`, `shipping_cost`…: a step of the ladder
    /// @param amount what it took from these customers beyond its usual share of gross sales, positive
    /// @param customers for whom it is the largest cause
    public record Cause(String cause, BigDecimal amount, long customers) {}

    /// @param stage `new`, `active_vip`, `active`, `at_risk`, `dormant_high_value`, `dormant_low_value`, `lost`
    /// @param netLastActiveYear net in each customer's last active 12 months: what is at stake
    public record Stage(
            String stage,
            long customers,
            double shareOfBuyers,
            BigDecimal revenue,
            BigDecimal net,
            BigDecimal netLast12Months,
            BigDecimal netLastActiveYear,
            double medianDaysSinceLastOrder,
            double medianUsualGapDays) {}

    /// One of at most three things to say first.
    ///
    /// @param code      `stars_carry_profit`, `loss_makers`, `dormant_high_value`…
    /// @param sentence  with money
    /// @param certainty in words
    /// @param money     at stake
    /// @param list      name of the list to act on, without `.csv`; empty when there is none
    /// @param nextStep  what to do
    public record Finding(
            String code, Phrase sentence, Phrase certainty, BigDecimal money, String list, Phrase nextStep) {}

    /// @param origin        `default`, `declared` (in filon.yaml) or `file`
    /// @param shareOfResult 0..1 of all money moved by the ladder that rests on it
    public record Assumption(
            String name,
            double value,
            double low,
            double high,
            String unit,
            String origin,
            double shareOfResult,
            Phrase sentence) {}

    /// @param severity 1 may change the result, 2 a detail, 3 good to know
    public record Doubt(String code, String file, String column, int severity, Phrase sentence) {}
}
