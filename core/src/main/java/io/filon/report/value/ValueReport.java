package io.filon.report.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What customers will be worth and how far it can be believed, as data: what `filon value --json` writes. Money is in
/// `currency`; a figure that cannot be known is null.
///
/// @param asOf          the last day that is known
/// @param learntUntil   the last day that was learnt from
/// @param horizonDays   how many days ahead are foretold
/// @param currency      ISO code of the money
/// @param summary       what was learnt from
/// @param origins       days of the past from which the future was foretold to choose the winner, latest first
/// @param chooseDays    how many days ahead were foretold from them
/// @param testedFrom    the day from which the winner's error is measured; it did not choose
/// @param testedDays    how many days ahead it was measured
/// @param models        contestants for how often customers buy, models and rules of thumb
/// @param chosen        the winner among them
/// @param ruleWon       a rule of thumb foretold as well as any model
/// @param valueModels   contestants for what customers leave
/// @param valueChosen   the winner among them
/// @param margins       ways to value an order, beside what was observed
/// @param churn         how the chances of not buying did; null when no model could be fitted
/// @param season        correction for the time of the year
/// @param total         all customers together
/// @param contracts     what contracts are to be charged, by length of period; empty without contracts
public record ValueReport(
        LocalDate asOf,
        LocalDate learntUntil,
        int horizonDays,
        String currency,
        Summary summary,
        List<LocalDate> origins,
        int chooseDays,
        LocalDate testedFrom,
        int testedDays,
        List<Model> models,
        String chosen,
        boolean ruleWon,
        List<Model> valueModels,
        String valueChosen,
        List<Margin> margins,
        @Nullable Churn churn,
        Season season,
        Total total,
        List<ContractReport> contracts) {

    /// @param customers       who had bought by then
    /// @param repeatCustomers who had come back
    /// @param repeatPurchases purchase days after the first
    /// @param distinctGroups  different histories
    /// @param newcomersLeftOut customers who came later and take no part
    public record Summary(
            long customers, long repeatCustomers, long repeatPurchases, long distinctGroups, long newcomersLeftOut) {}

    /// @param name          `mbg_nbd`, `past_rate`
    /// @param rule          a rule of thumb, not a model
    /// @param parameters    by name, times in weeks; empty for rules
    /// @param standardErrors of the parameters
    /// @param parametersLow in 95 of 100 cases a parameter is between this
    /// @param parametersHigh and this; one that the data do not bound is left out
    /// @param logLikelihood of all customers, time in weeks; null for rules
    /// @param aic           Akaike's criterion; null for rules
    /// @param problem       why it takes no part: `too_few`, `not_identified`; null when it does
    /// @param loss          what the winner was chosen by: Poisson deviance for orders, squared error for value;
    ///     null without a day to choose by
    /// @param holdout       error on the days held out; null when it took no part
    /// @param seconds       to fit
    public record Model(
            String name,
            boolean rule,
            Map<String, Double> parameters,
            Map<String, Double> standardErrors,
            Map<String, Double> parametersLow,
            Map<String, Double> parametersHigh,
            @Nullable Double logLikelihood,
            @Nullable Double aic,
            @Nullable String problem,
            @Nullable Double loss,
            @Nullable Holdout holdout,
            double seconds) {}

    /// @param actual          what happened, in all
    /// @param biasPercent     total forecast over actual, less one
    /// @param rmse            root of the mean squared error of a customer
    /// @param mae             mean absolute error; never used to choose
    /// @param correlation     of forecast and actual
    /// @param aucActive       chance that who bought was ranked before who did not
    /// @param gini            1 when customers are in perfect order, 0 when in none
    /// @param topDecileShare  share of what happened brought by the tenth ranked first
    /// @param deciles         mean forecast and actual by tenth, smallest forecasts first
    public record Holdout(
            double actual,
            double biasPercent,
            double rmse,
            double mae,
            double correlation,
            double aucActive,
            double gini,
            double topDecileShare,
            List<Decile> deciles) {}

    public record Decile(double forecast, double actual) {}

    /// @param name              `normal_normal`
    /// @param observed          what all purchase days left, orders at a loss included
    /// @param modelled          what they would have left at each customer's expected margin
    /// @param negativeCustomers customers whose purchases are expected to leave less than nothing
    public record Margin(String name, double observed, double modelled, long negativeCustomers) {}

    /// @param model    whose chances they are
    /// @param way      how they were set right: `none`, `curve`, `blend`, `steps`
    /// @param plain    the chances as the model gives them
    /// @param setRight the same, set right by earlier days
    public record Churn(String model, String way, Reliability plain, Reliability setRight) {}

    /// @param brier     mean squared error of the chances
    /// @param brierBase the same when everybody gets the share that stayed away
    /// @param auc       chance that who stayed away had a larger chance than who did not
    /// @param aucHiatus the same for the plain days since the last purchase
    /// @param deciles   mean chance and share that stayed away by tenth
    public record Reliability(double brier, double brierBase, double auc, double aucHiatus, List<Decile> deciles) {}

    /// @param factor    multiplies what is expected
    /// @param years     full years it rests on
    /// @param corrected whether a correction was made
    public record Season(double factor, int years, boolean corrected) {}

    /// @param expectedOrders purchase days of all customers
    /// @param ordersLow  in one case of ten they are fewer
    /// @param ordersHigh in one case of ten they are more
    /// @param value      what they will leave after the costs of their orders
    /// @param low        in one case of ten it is less
    /// @param high       in one case of ten it is more
    /// @param discounted the value at ten percent a year
    public record Total(
            double expectedOrders,
            double ordersLow,
            double ordersHigh,
            double value,
            double low,
            double high,
            double discounted) {}
}
