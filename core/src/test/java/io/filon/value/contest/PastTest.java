package io.filon.value.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.filon.progress.Progress;
import io.filon.value.contest.ContestResult.Entry;
import io.filon.value.contest.ContestResult.Part;
import io.filon.value.future.Question;
import io.filon.value.model.Cdnow;
import io.filon.value.model.PurchaseHistories;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The hold-out of 39 weeks as measured with lifetimes, scipy and scikit-learn in November 2026: bias in percent, RMSE,
/// MAE, correlation, AUC; to the digits printed there.
class PastTest {

    @Test
    void every_contestant_on_the_sample_is_as_measured_elsewhere() {
        ContestResult result = contest(Cdnow.sample());

        check(result, 1_882, "mean", 55.63, 2.104, 1.382, 0, .500);
        check(result, 1_882, "past_rate", 55.69, 2.212, 1.024, .5839, .7598);
        // VALUE prints -2.28, 2.022, .8150, .6035, .6802: see the next test
        check(result, 1_882, "past_rate_13_weeks", -1.973, 2.0237, .8175, .6029, .6796);
        check(result, 1_882, "past_rate_26_weeks", 37.97, 2.187, .9404, .5860, .7495);
        check(result, 1_882, "bg_nbd", -12.146, 1.60798, .78545, .62565, .7725);
        check(result, 1_882, "mbg_nbd", -16.221, 1.60718, .76478, .62725, .7728);
        check(result, 1_882, "pareto_nbd", -11.505, 1.60285, .75452, .63022, .7787);
        assertThat(result.orders().chosen().rule()).isFalse();
        // of rules of thumb many forecasts are equal, and who of them is in the best tenth is a matter of their order
        assertThat(List.of("bg_nbd", "mbg_nbd", "pareto_nbd").stream()
                        .map(name -> holdout(result, name).topDecileShare()))
                .zipSatisfy(
                        List.of(.4702, .4772, .4740),
                        (is, printed) -> assertThat(is).isCloseTo(printed, within(6e-5)));
    }

    /// Seven customers who came back were last seen exactly 91 days before. With all of them within 13 weeks, as
    /// the rule has it, the total is off by -1.973 %, with none by -2.827 %. The printed figures are what comes of
    /// weeks as rounded fractions, which leave two of the seven out: of the 128 ways to take some, no other gives
    /// -2.28 %.
    @Test
    void the_printed_rule_of_13_weeks_leaves_two_customers_out_by_rounding() {
        Accuracy rounded = ruleOf13Weeks(Cdnow.sample(), (last, observed) -> {
            double weeks = Math.round(observed / 7.0 * 1e4) / 1e4;
            return weeks - last / 7.0 <= 13;
        });

        check(rounded, 1_882, "rounded weeks", -2.28, 2.022, .8150, .6035, .6802);
    }

    /// Of the whole base 36 who came back were last seen exactly 91 days before: -4.935 % with all of them,
    /// -5.400 % with none, and VALUE prints -5.02, 2.058, .8577, .6555, .6789. Weeks as days / 7 in doubles
    /// leave out some: -4.977 %; as days * (1 / 7) others: that is nearest, to a unit or two of the last digit.
    /// Tried besides, and further off: either time rounded to 0 to 6 decimals or to floats; the difference
    /// taken, compared as T - 13 or t_x + 13, multiplied by 7 or divided by 13, on a clock on which the
    /// longest history is 1; 13 weeks counting or not.
    @Test
    @Tag("slow")
    void the_printed_rule_of_13_weeks_of_the_whole_base_leaves_customers_out_by_rounding_too() {
        Accuracy all = ruleOf13Weeks(Cdnow.master(), (last, observed) -> observed - last <= 91);
        Accuracy none = ruleOf13Weeks(Cdnow.master(), (last, observed) -> observed - last < 91);
        Accuracy fractions =
                ruleOf13Weeks(Cdnow.master(), (last, observed) -> observed * (1 / 7.0) - last * (1 / 7.0) <= 13);

        assertThat(all.biasPercent()).isCloseTo(-4.935, within(6e-4));
        assertThat(none.biasPercent()).isCloseTo(-5.400, within(6e-4));
        assertThat(fractions.biasPercent()).isCloseTo(-5.02, within(5e-3));
        assertThat(fractions.rmse()).isCloseTo(2.058, within(5e-4));
        assertThat(fractions.mae()).isCloseTo(.8577, within(1.5e-4));
        assertThat(fractions.correlation()).isCloseTo(.6555, within(1.5e-4));
        assertThat(fractions.aucActive()).isCloseTo(.6789, within(2e-4));
    }

    private interface Seen {
        boolean lately(int lastDays, int observedDays);
    }

    private static Accuracy ruleOf13Weeks(Cdnow cdnow, Seen seen) {
        PurchaseHistories known = cdnow.histories();
        double[] forecast = new double[known.size()];
        for (int i = 0; i < forecast.length; i++) {
            int group = known.groupOf(i);
            forecast[i] = seen.lately(known.lastDays(group), known.observedDays(group))
                    ? 273.0 * known.repeats(group) / known.observedDays(group)
                    : 0;
        }
        double[] actual = cdnow.holdout();
        return Accuracy.of(forecast, actual, actual);
    }

    /// VALUE's table for the whole of CDNOW.
    @Test
    @Tag("slow")
    void every_contestant_on_the_whole_base_is_as_measured_elsewhere() {
        ContestResult result = contest(Cdnow.master());

        check(result, 19_684, "past_rate", 47.38, 2.158, 1.038, .6510, .7538);
        check(result, 19_684, "bg_nbd", -14.28, 1.7329, .8187, .6688, .7630);
        check(result, 19_684, "mbg_nbd", -19.05, 1.7396, .7945, .6696, .7651);
        check(result, 19_684, "pareto_nbd", -12.86, 1.7262, .7938, .6708, .7687);
    }

    @Test
    void chances_set_right_are_nearer_to_what_happens_than_the_models_own() {
        ContestResult.Churn.Chances churn =
                (ContestResult.Churn.Chances) contest(Cdnow.sample()).churn();

        assertThat(churn.plain().brier()).isCloseTo(.1614, within(1e-4));
        assertThat(churn.plain().auc()).isCloseTo(.7601, within(1e-4));
        assertThat(churn.plain().hiatus()).isCloseTo(.7714, within(1e-4));
        assertThat(churn.setRight().brier()).isLessThan(churn.plain().brier());
        assertThat(churn.setRight().auc()).isGreaterThan(churn.plain().hiatus());
    }

    private static void check(
            ContestResult result,
            int actual,
            String name,
            double bias,
            double rmse,
            double mae,
            double correlation,
            double auc) {
        check(holdout(result, name), actual, name, bias, rmse, mae, correlation, auc);
    }

    private static Accuracy holdout(ContestResult result, String name) {
        Entry entry = result.orders().entries().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ((Part.Took) entry.part()).holdout();
    }

    private static void check(
            Accuracy holdout,
            int actual,
            String name,
            double bias,
            double rmse,
            double mae,
            double correlation,
            double auc) {
        assertThat(holdout.actual()).isEqualTo(actual);
        assertThat(holdout.biasPercent()).as(name).isCloseTo(bias, within(6e-3));
        assertThat(holdout.rmse()).as(name).isCloseTo(rmse, within(6e-4));
        assertThat(holdout.mae()).as(name).isCloseTo(mae, within(6e-4));
        assertThat(holdout.correlation()).as(name).isCloseTo(correlation, within(6e-5));
        assertThat(holdout.aucActive()).as(name).isCloseTo(auc, within(6e-5));
    }

    private static ContestResult contest(Cdnow cdnow) {
        int last = (int) Cdnow.SPLIT.plusDays(Cdnow.HOLDOUT_DAYS).toEpochDay();
        return new Contest(log(cdnow, last), Question.ALL, Progress.NONE).upTo((int) Cdnow.SPLIT.toEpochDay());
    }

    private static PurchaseLog log(Cdnow cdnow, int last) {
        List<String> customers = new ArrayList<>();
        List<Integer> day = new ArrayList<>();
        List<Double> amount = new ArrayList<>();
        int[] start = new int[cdnow.byCustomer().size() + 1];
        for (TreeMap<LocalDate, Double> days : cdnow.byCustomer()) {
            customers.add("c%05d".formatted(customers.size()));
            days.forEach((date, dollars) -> {
                day.add((int) date.toEpochDay());
                amount.add(dollars);
            });
            start[customers.size()] = day.size();
        }
        double[] money = amount.stream().mapToDouble(Double::doubleValue).toArray();
        return new PurchaseLog(
                customers, start, day.stream().mapToInt(Integer::intValue).toArray(), money, money, last);
    }
}
