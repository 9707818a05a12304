package io.filon.value.future;

import io.filon.value.contest.ContestResult;
import io.filon.value.contest.OrderContestant.Learnt;
import io.filon.value.contest.OrderWorth;
import io.filon.value.contest.Snapshot;
import io.filon.value.model.Fit;
import io.filon.value.model.FittedModel;
import io.filon.value.model.PurchaseModel;
import java.util.List;

/// What customers will be worth, and how far it can be believed.
///
/// @param known       what it was learnt from
/// @param horizonDays how far ahead
/// @param contest     who foretold best, and how well
/// @param fits        every model, fitted to all of `known`
/// @param learnt      the winner's idea of how often customers buy
/// @param chances     the model whose chances are shown: the winner's, else the first that could be fitted
/// @param worth       what an order leaves, as it is used
/// @param worths      every way to value an order, beside what was observed
/// @param season      of the days ahead
/// @param customers   one column a figure, one entry a customer of `known`
/// @param total       of all customers together
/// @param orderError  of the orders of any group of them
/// @param valueError  of what such a group leaves
public record Prediction(
        Snapshot known,
        int horizonDays,
        ContestResult contest,
        List<Model> fits,
        Learnt learnt,
        Chances chances,
        OrderWorth worth,
        List<Worth> worths,
        Season season,
        Columns customers,
        Total total,
        GroupError orderError,
        GroupError valueError) {

    /// @param seconds to fit
    public record Model(PurchaseModel model, Fit<FittedModel> fit, double seconds) {

        public String name() {
            return model.name();
        }
    }

    /// @param name      `normal_normal`
    /// @param observed  what all purchase days left
    /// @param modelled  what they would have left at each customer's expected margin
    /// @param negative  customers whose purchases are expected to leave less than nothing
    /// @param margins   what a purchase day of each customer will leave by this way
    @SuppressWarnings("ArrayRecordComponent") // a column of numbers, never compared
    public record Worth(String name, double observed, double modelled, int negative, double[] margins) {}

    public sealed interface Chances {
        /// Too little is known to speak of chances.
        record Unknown() implements Chances {}

        record Of(FittedModel model) implements Chances {}
    }

    /// Arrays have one entry a customer; NaN where chances are unknown.
    ///
    /// @param orders    purchase days to expect within the horizon
    /// @param alive     chance of not having left
    /// @param churn     chance of no purchase within the horizon, set right by the past
    /// @param spend     revenue to expect of a purchase day
    /// @param margin    what a purchase day will leave
    /// @param value     what the customer will leave within the horizon
    /// @param low       in eight cases of ten it is between this
    /// @param high      and this
    /// @param inside    share of the futures drawn that are; over 0.8 where leaving nothing alone is likelier
    /// @param nextDays  days until half of such customers have bought again; infinite when they never will
    /// @param overdue   time since the last purchase over the customer's usual time between purchases
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, never compared
    public record Columns(
            double[] orders,
            double[] alive,
            double[] churn,
            double[] spend,
            double[] margin,
            double[] value,
            double[] low,
            double[] high,
            double[] inside,
            double[] nextDays,
            double[] overdue) {}

    /// Bounds hold in eight cases of ten, by what chance does and by how well the past pins the model down.
    ///
    /// @param orders     of all customers, between `ordersLow` and `ordersHigh`
    /// @param value      what they leave, between `low` and `high`
    /// @param discounted the value at ten percent a year, day by day
    public record Total(
            double orders,
            double ordersLow,
            double ordersHigh,
            double value,
            double low,
            double high,
            double discounted) {}
}
