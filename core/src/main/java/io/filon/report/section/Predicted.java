package io.filon.report.section;

import io.filon.text.Phrase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What customers will be worth, by whoever foretold best on the company's own past. Money is what orders leave after
/// their costs.
///
/// @param why      why nothing is foretold, or null
/// @param foretold null with a reason
public record Predicted(@Nullable Phrase why, @Nullable Foretold foretold) {

    /// All customers, then groups of today.
    ///
    /// @param orders       days of purchase to expect, between `ordersLow` and `ordersHigh` in eight cases of ten
    /// @param low,high     bound `value` in eight cases of ten
    /// @param leftYear      what the same customers left in the last 365 days
    /// @param orderWinner  who foretold best how often customers buy, `mbg_nbd`
    /// @param valueWinner  who foretold best what they leave
    /// @param test         how the winner did on the days held out, in a sentence
    /// @param whale        past beside predicted
    /// @param alike        the mean of all foretold value no worse than anything else, so all are given the same
    /// @param stars        null when there are none
    /// @param stages       of the lifecycle, those with customers
    public record Foretold(
            int horizonDays,
            long customers,
            double orders,
            double ordersLow,
            double ordersHigh,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            BigDecimal leftYear,
            String orderWinner,
            String valueWinner,
            Test test,
            Whale whale,
            boolean alike,
            @Nullable StillBest stars,
            List<StillBest> stages) {

        /// Whether the total of the days held out was off by no more than the range allows: a range that the company's
        /// own past has just left is not shown to people.
        public boolean rangeStoodTheTest() {
            double half = high.subtract(low).doubleValue() / 2;
            return Math.abs(test.biasShare) * Math.abs(value.doubleValue()) <= half;
        }
    }

    /// @param from      first of the days held out
    /// @param days      how many
    /// @param actual    what customers left in them
    /// @param biasShare what was foretold over that, less one
    public record Test(LocalDate from, int days, double actual, double biasShare, Phrase sentence) {}

    /// @param bestTenthShare     of what was left in the last 365 days, by the tenth that left most; null when nothing
    ///     was
    /// @param bestTenthPredicted of what is to be left, by the tenth with the highest expected value; null when
    ///     all are given the same
    /// @param losing             customers expected to leave less than nothing
    public record Whale(
            @Nullable Double bestTenthShare, @Nullable Double bestTenthPredicted, long losing) {}

    /// One group of today and what is to become of it.
    ///
    /// @param group     `star_customers`, or a stage
    /// @param low,high   bound `value` in eight cases of ten
    /// @param orders     days of purchase to expect, between `ordersLow` and `ordersHigh` in eight cases of ten
    /// @param buying    customers to expect to buy again within the horizon
    /// @param amongBest who have one of the highest expected values, as many as there are stars
    public record StillBest(
            String group,
            long customers,
            BigDecimal leftYear,
            BigDecimal value,
            BigDecimal low,
            BigDecimal high,
            double orders,
            double ordersLow,
            double ordersHigh,
            double buying,
            long amongBest) {}
}
